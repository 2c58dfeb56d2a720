"""Which lines of a text belong to one paragraph: hard-wrapped, one paragraph a line, or broken by accident."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from index.articles.lines import Line, ends_sentence, starts_lower, word_count
from index.word_set import word_set

_WIDEST_COLUMN = 110
HEADING_WIDTH = 80
_UNFINISHED = word_set(
    """
    a an the and or but nor of to in on at by for from with into over under about between against as
    than that which who whose whom when while where if because since is are was were be been being
    has have had will would could should may might must can not no his her its their our your my
    this these those he she they we i you president minister prime secretary chancellor senator mr
    mrs ms dr sir lord general
    """
)


def _hangs(line: Line) -> bool:
    """Whether a line breaks off before a word that must follow."""
    if line.text.endswith((",", "-", "–", "—", "(")):
        return True
    return line.text.rsplit(maxsplit=1)[-1].casefold().strip("\"'“‘.") in _UNFINISHED


def wrap_column(lines: Sequence[Line]) -> int | None:
    """The column at which a text is hard-wrapped, or None where its lines are whole paragraphs.

    Taken from the lines that surely go on in the next one: no final stop, then a small letter.
    """
    widths: list[int] = []
    for line, following in pairwise(lines):
        if not following.after_blank and starts_lower(following.text) and not ends_sentence(line.text):
            widths.append(len(line.text))
    if not widths:
        return None
    middle = median_low(widths)
    near = [width for width in widths if width <= middle * 1.25 + 6]
    column = max(near)
    if not 20 <= column <= _WIDEST_COLUMN or sum(width >= 0.7 * column for width in near) < 0.6 * len(widths):
        return None
    if len(widths) >= 3:
        return column
    return column if max(len(line.text) for line in lines) <= max(column + 12, 1) else None


def _fills(line: Line, following: Line, column: int) -> bool:
    """Whether the first word of `following` had no room left at the end of `line`."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > column


def _overflows(line: Line, column: int) -> bool:
    """Whether a line is too long to be wrapped at `column`, which is an estimate."""
    return len(line.text) > column * 1.15 + 3


def is_wrapped_rest(line: Line, following: Line, column: int | None) -> bool:
    """Whether `following` is what hard wrapping left of an unfinished sentence, whatever it looks like alone:
    "comment.", "2008.", "- and a fifth".
    """
    if column is None or following.after_blank or ends_sentence(line.text):
        return False
    return not _overflows(line, column) and (starts_lower(following.text) or _fills(line, following, column))


def goes_on(line: Line, following: Line, column: int | None, *, opens: bool, in_body: bool) -> bool:
    """Whether `following` is of the same paragraph as `line`, the line directly above it.

    `opens` says that a paragraph begins with `line`, `in_body` that running text stands before it.
    """
    finished = ends_sentence(line.text)
    if not finished and starts_lower(following.text):
        return True
    if column is None or _overflows(line, column):
        if finished or line.text.endswith(":"):
            return False
        broken_off = len(line.text) > HEADING_WIDTH and word_count(line.text) > 12
        return _hangs(line) or (in_body and broken_off and ends_sentence(following.text))
    full = _fills(line, following, column)
    if finished:
        return full and following.indent < line.indent + 2
    return full or _hangs(line) or not opens
