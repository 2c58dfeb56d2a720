"""Quotation marks: the stretches of a paragraph that stand inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Three or more of one mark in a row quote nothing.
_MARK = re.compile(r"([\"“”„«»‘’'])\1{2,}+|''|``|[\"“”„«»‘’']")
_OPENERS = {"“": "”", "„": "”", "«": "»", "``": "''", "‘": "’"}
_DOUBLE_CLOSERS = frozenset(("”", "''", '"'))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch inside marks: `outer_start:outer_end` with them, `start:end` without.

    `open_end` says that the closing mark is missing: the paragraph ended first.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    open_end: bool = False


def quoted_stretches(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost stretches inside marks of the paragraph `text[start:end]`, in order."""
    found: list[Quoted] = []
    opened: tuple[int, int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if len(mark) > 2:
            continue
        position, after = match.start(), match.end()
        if opened is None:
            if _opens(text, position, after, start, end, mark):
                opened = (position, after, mark)
            continue
        if not _closes(text, position, after, start, end, mark, opened[2]):
            if mark in "“«" and position > opened[1] and opened[2] not in "‘'":
                # A second opening mark of the outer kind: the first was never closed.
                pass
            elif opened[2] in "‘'" and mark in ("“", '"') and _opens(text, position, after, start, end, mark):
                opened = (position, after, mark)
            continue
        if position > opened[1]:
            found.append(Quoted(opened[0], opened[1], position, after))
        opened = None
    if opened is not None and opened[2] not in "‘'" and opened[1] < end:
        found.append(Quoted(opened[0], opened[1], end, end, open_end=True))
    return found


def _opens(text: str, position: int, after: int, start: int, end: int, mark: str) -> bool:
    if mark in ("”", "»", "’", "''"):
        if mark != "''":
            return False
    before = text[position - 1] if position > start else " "
    following = text[after] if after < end else " "
    if mark in ("'", "‘"):
        return (before.isspace() or before in "(—–:,") and following.isalpha()
    if mark in ("“", "„", "«", "``"):
        return True
    return not following.isspace() and (before.isspace() or before in "([{—–-/:,.…’'‘")


def _closes(text: str, position: int, after: int, start: int, end: int, mark: str, opener: str) -> bool:
    before = text[position - 1] if position > start else " "
    following = text[after] if after < end else " "
    if opener in ("‘", "'"):
        if mark not in ("’", "'") or following.isalnum() or before.isspace():
            return False
        return True
    if opener == '"' or opener == "''":
        return mark in ('"', "''", "”") and not (before.isspace() and following.isalnum())
    if opener == "«":
        return mark == "»"
    if mark == '"' or mark == "''":
        return not before.isspace() or following.isspace()
    return mark == "”"


def outside(stretches: Iterable[Quoted], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of `start:end` that lie outside all stretches."""
    gaps: list[tuple[int, int]] = []
    position = start
    for stretch in stretches:
        gaps.append((position, stretch.outer_start))
        position = stretch.outer_end
    gaps.append((position, end))
    return gaps
