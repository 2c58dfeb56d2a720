"""Quotation marks: the stretches of a paragraph that stand inside them.

Doubled apostrophes ('' '' and `` '') are read like marks, for spans and speakers. By the convention of the
labelled news data that attribution is measured on, what only they enclose counts as reported speech: its
kind is indirect, and it has no quoted stretches.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

# Three or more of one mark in a row quote nothing, nor do four or more of any kind.
_MARK = re.compile(r"([\"“”„«»‘’'])\1{2,}+|[\"“”„«»‘’'`]{4,}+|''|``|[\"“”„«»‘’']")
_DOUBLED = ("''", "``")
_ALWAYS_OPEN = ("“", "„", "«", "``")
_NEVER_OPEN = ("”", "»", "’")
_SINGLE = ("‘", "'")
_BEFORE_OPENING = "([{—–-/:,.…’'‘"
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
_MAX_SINGLE = 60
_EACH = "\"“”„«»‘’'`"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch inside marks: `outer_start:outer_end` with them, `start:end` without.

    `opener` is the opening mark; `open_end` says that the closing one is missing: the paragraph ended first.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    opener: str
    open_end: bool = False

    @property
    def doubled(self) -> bool:
        """Whether it stands in doubled apostrophes."""
        return self.opener in _DOUBLED

    @property
    def single(self) -> bool:
        """Whether it stands in single marks."""
        return self.opener in _SINGLE


def quoted_stretches(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost stretches inside marks of the paragraph `text[start:end]`, in order.

    Marks may be “ ”, " ", '' '', `` '', „ ”, « » and, outside of these, ‘ ’ and ' '. A single mark
    that may be an apostrophe is one.
    """
    found: list[Quoted] = []
    opened: tuple[int, int, str] | None = None
    # Curly marks inside a stretch in straight ones: taken where the straight mark is never closed.
    nested: list[Quoted] = []
    inner_open: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if len(mark) > 2:
            continue
        position, after = match.span()
        before = text[position - 1] if position > start else " "
        following = text[after] if after < end else " "
        if opened is None:
            if _opens(text, mark, before, following, after):
                opened = (position, after, mark)
                nested, inner_open = [], None
            continue
        opening, inner, opener = opened
        if opener == '"' and mark in ("“", "”"):
            if mark == "“" and inner_open is None and before.isspace():
                inner_open = position
                continue
            if mark == "”" and inner_open is not None:
                if position > inner_open + 1:
                    nested.append(Quoted(inner_open, inner_open + 1, position, after, "“"))
                inner_open = None
                continue
        if opener in _SINGLE and mark not in ("’", *_SINGLE):
            # What began with a single mark was an apostrophe after all.
            opened = (position, after, mark) if _opens(text, mark, before, following, after) else None
        elif _closes(opener, mark, before, following, position - inner):
            if opener in _SINGLE and before == "s" and _closed_later(text, after, end):
                continue
            if position > inner:
                found.append(Quoted(opening, inner, position, after, opener))
            opened = None
    if opened is not None and nested:
        found += nested
    elif opened is not None and opened[2] not in _SINGLE and opened[1] < end:
        found.append(Quoted(opened[0], opened[1], end, end, opened[2], open_end=True))
    return found


def count_marks(text: str, start: int, end: int) -> int:
    """How many marks and apostrophes `text[start:end]` holds, of whatever kind."""
    return sum(text.count(mark, start, end) for mark in _EACH)


def end_of_marks(text: str, start: int, end: int, most: int) -> int:
    """Where the first `most` marks of `text[start:end]` end: `end`, where it has no more of them."""
    if count_marks(text, start, end) <= most:
        return end
    return next(itertools.islice(re.finditer(f"[{_EACH}]", text[start:end]), most, None)).start() + start


def _closed_later(text: str, start: int, end: int) -> bool:
    """Whether the next mark closes a sentence, so that the one before `start` is the apostrophe of a plural."""
    following = _MARK.search(text, start, end)
    return (
        following is not None and following.group() in ("’", "'") and text[following.start() - 1] in ".,?!…"
    )


def _opens(text: str, mark: str, before: str, following: str, after: int) -> bool:
    if mark in _NEVER_OPEN:
        return False
    if mark in _SINGLE:
        if not following.isalpha() or _CLIPPED.match(text, after):
            return False
        return before.isspace() or before in "(—–:,"
    if mark in _ALWAYS_OPEN:
        return True
    return not following.isspace() and (before.isspace() or before in _BEFORE_OPENING)


def _closes(opener: str, mark: str, before: str, following: str, length: int) -> bool:
    if opener in _SINGLE:
        if mark == "‘" or following.isalnum() or before.isspace():
            return False
        # "the voters' choice": a plural's apostrophe, unless the stretch is short.
        return before in ".,?!…" or length <= _MAX_SINGLE
    if opener == "«":
        return mark == "»"
    if opener in ('"', "''"):
        return mark in ('"', "''", "”") and not (before.isspace() and following.isalnum())
    if mark in ('"', "''"):
        return not before.isspace() or following.isspace()
    if mark == "“":
        # Typed the wrong way round: “No,“ he said.
        return opener == "„" or (before in ",.?!" and following.isspace())
    return mark == "”"
