"""The proper name within a noun phrase."""

from __future__ import annotations

from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import NAME_PARTICLES, TITLES, Tag

_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE
_BEFORE_SURNAMES = NAME_PARTICLES - {"ten", "st", "st.", "&"}
_OFFICES_OF = frozenset(
    ("secretary", "speaker", "director", "chief", "minister", "head", "board", "chairman")
)


def name_range(line: Line, phrase: Phrase) -> tuple[int, int] | None:
    """The tokens of the proper name that heads the phrase, titles left out; None where none does."""
    start, end = phrase.start, phrase.head_end
    tags, low = line.tags, line.low
    of_office = end + 2 < phrase.end and low[end] == "of" and low[end - 1] in _OFFICES_OF
    if (
        of_office
        and not tags[end + 1] & _DETERMINED
        and all(tags[i] & CAPITAL for i in range(end + 2, phrase.end))
    ):
        # "Secretary of State John Kerry": the name follows the whole office.
        return (end + 2, phrase.end)
    begin = end
    while begin > start:
        tag, word = tags[begin - 1], low[begin - 1]
        if tag & CAPITAL or (word in NAME_PARTICLES and begin < end) or word == "&":
            begin -= 1
            continue
        break
    while begin < end and not tags[begin] & CAPITAL and low[begin] not in _BEFORE_SURNAMES:
        begin += 1
    if begin < end and tags[begin] & _DETERMINED:
        begin += 1
    after_title = begin
    for index in range(begin, min(end, begin + 6)):
        if is_title(low[index]):
            after_title = index + 1
    if after_title >= end:
        return None
    return (after_title, end)


def is_title(word: str) -> bool:
    """Whether the lower-case word may stand before a name without being part of it."""
    word = word.removeprefix("ex-")
    return word in TITLES or word.rstrip(".") in TITLES
