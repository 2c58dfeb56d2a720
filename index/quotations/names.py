"""The proper name within a noun phrase."""

from __future__ import annotations

from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import CROWDS, NAME_PARTICLES, TITLES, Tag

_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE
_OFFICES_OF = frozenset(
    ("secretary", "speaker", "director", "chief", "minister", "head", "board", "chairman")
)

_RANKS = frozenset(("vice", "deputy", "under", "sub", "co", "ex", "then", "major", "brigadier", "lieutenant"))
_AFTER_OFFICES = frozenset(("general", "elect", "designate"))


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
    while begin < end and not tags[begin] & CAPITAL:
        begin += 1
    if begin < end and tags[begin] & (_DETERMINED | Tag.PRONOUN):
        begin += 1
    if end - begin == 1 and begin == start and begin in line.openings and low[begin] in CROWDS:
        return None
    after_title = begin
    for index in range(begin, min(end, begin + 6)):
        if is_title(low[index]):
            after_title = index + 1
    if after_title >= end:
        return None
    return (after_title, end)


def is_title(word: str) -> bool:
    """Whether the lower-case word may stand before a name without being part of it."""
    if word in TITLES or word.rstrip(".") in TITLES:
        return True
    first, hyphen, last = word.rpartition("-")
    return bool(hyphen) and (
        (last in TITLES and first in _RANKS) or (first in TITLES and last in _AFTER_OFFICES)
    )
