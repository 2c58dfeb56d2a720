"""What follows "According to Jane Doe", behind the words that tell who she is."""

from __future__ import annotations

from index.quotations.cue import Cue
from index.quotations.person_nouns import names_person
from index.quotations.phrases import right_phrase
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import DASHES, GROUP_NOUNS, Tag
from index.word_set import word_set

_RELATIVES = word_set("who whose whom which where")
_MAX_BROKEN = 40


def after_source(line: Line, cue: Cue, end: int) -> int | None:
    """The token where what the source says begins; None where nothing follows."""
    low = line.low
    index = cue.subject.end
    limit = min(end, index + _MAX_BROKEN)
    if index + 1 < limit and low[index] in (":", *DASHES):
        # "and - according to Smith - “several more”"
        return index + 1 if line.tags[index + 1] & QUOTE or low[index] == ":" else None
    comma = _next_comma(line, index, limit)
    while comma is not None and comma + 1 < limit:
        closing = _closing_comma(line, comma, limit)
        if closing is None:
            return comma + 1
        comma = closing
    return None


def _next_comma(line: Line, index: int, limit: int) -> int | None:
    while index < limit and not line.tags[index] & QUOTE:
        if line.low[index] == ",":
            return index
        index += 1
    return None


def _closing_comma(line: Line, comma: int, limit: int) -> int | None:
    """The comma that ends what describes the source behind `comma`; None where that opens the clause."""
    tags, low = line.tags, line.low
    first = comma + 1
    closing = _next_comma(line, first, limit)
    if closing is None or closing + 1 >= limit or _goes_on(line, closing + 1):
        return None
    if low[first] in _RELATIVES or (closing == first + 1 and tags[first] & NUMBER):
        return closing
    described = right_phrase(line, first, closing)
    if described is None or described.end != closing or tags[first] & CAPITAL:
        return None
    following = _next_comma(line, closing + 1, limit)
    if following is not None and following + 1 < limit and _is_verb(line, following + 1):
        return None  # "the owner, a keen cyclist, has left" is the clause
    head = low[described.head_end - 1]
    return closing if names_person(head) or head in GROUP_NOUNS else None


def _goes_on(line: Line, index: int) -> bool:
    """Whether the words before belong to the clause: its subject ends there, or a list goes on."""
    return _is_verb(line, index) or bool(line.tags[index] & (Tag.COORDINATOR | PUNCTUATION))


def _is_verb(line: Line, index: int) -> bool:
    tag = line.tags[index]
    return not tag & CAPITAL and (bool(tag & (Tag.AUX | Tag.FINITE | CUE)) or line.low[index].endswith("ed"))
