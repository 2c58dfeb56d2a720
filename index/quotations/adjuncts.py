"""What stands between a reporting verb and what it reports: when, how and through what it was said."""

from __future__ import annotations

from index.quotations.cue import Cue
from index.quotations.media import after_medium
from index.quotations.subjects import is_next_genitive
from index.quotations.tokens import CAPITAL, NUMBER, Line
from index.quotations.words import Tag, is_in_ly
from index.word_set import word_set

_BEFORE_TIMES = ("on", "in", "last", "this", "late", "early")
_SKIPPED = word_set(
    "also again later earlier recently previously repeatedly today yesterday tonight too ago out aloud"
)


def after_adjuncts(line: Line, cue: Cue, index: int, end: int) -> int:
    """The token after the adjuncts that begin at `index` ("on Monday by phone")."""
    tags, low = line.tags, line.low
    bare = index  # where times without a preposition begin, behind everything else
    while index < end and not is_next_genitive(line, index):
        word = low[index]
        if tags[index] & Tag.TIME:
            index += 1
        elif word in _SKIPPED or (is_in_ly(word) and not tags[index] & Tag.DETERMINER):
            index = bare = index + 1
        elif word in _BEFORE_TIMES and _is_time(line, index + 1, end):
            index += 2
            while index < end and tags[index] & (NUMBER | Tag.TIME):
                index += 1
            bare = bare if word in ("last", "this") else index
        elif (after := after_medium(line, index, end)) > index:
            index = bare = after
        else:
            break
    return bare if _is_subject(line, cue, index, end) else index


def _is_time(line: Line, index: int, end: int) -> bool:
    if index >= end or not line.tags[index] & Tag.TIME or is_next_genitive(line, index):
        return False
    return line.low[index] not in ("earlier", "later", "ago")


def _is_subject(line: Line, cue: Cue, index: int, end: int) -> bool:
    """Whether the time before `index` is the subject of a verb there ("said January had been the busiest month")."""
    if index >= end or line.tags[index] & CAPITAL or not line.tags[index] & (Tag.AUX | Tag.FINITE):
        return False
    # "the plan, which she said Monday had saved the town"
    return not (cue.anchor and line.tags[cue.anchor - 1] & Tag.RELATIVE)
