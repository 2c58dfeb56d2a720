"""Which word heads a noun phrase, and where what modifies it begins."""

from __future__ import annotations

from index.quotations.person_nouns import names_person
from index.quotations.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import GROUP_NOUNS, ORGANISATION_WORDS, TAGS, Tag, is_in_ly
from index.word_set import word_set

_OFFICE_NOUNS = word_set(
    "governor president chancellor vice-chancellor director chief chair chairman chairwoman speaker minister secretary "
    "leader bishop archbishop professor spokesman spokeswoman spokesperson commissioner"
)
_PARTS_OF_DAYS = ("morning", "afternoon", "evening", "night", "week", "month", "year", "today", "tonight")
BODIES = (ORGANISATION_WORDS | {"church"}) - {"office", "campaign", "administration", "government"}
"""The nouns of bodies whose names go on with "of"."""


def is_plain(line: Line, index: int) -> bool:
    """Whether the word may be a common noun, for all that its form and the lists of words tell."""
    tag, word = line.tags[index], line.low[index]
    if tag & (CAPITAL | PUNCTUATION | QUOTE | NUMBER) or word.endswith(("ed", "ing")) or is_in_ly(word):
        return False
    return word not in TAGS


def head_end_of(line: Line, start: int, end: int) -> int:
    """Where what modifies the head of the noun phrase `start:end` begins; `end` where nothing does."""
    for index in range(start + 1, end):
        tag = line.tags[index]
        if tag & Tag.PREPOSITION and not tag & CAPITAL:
            return end if names_a_body(line, index, end) else index
        if _is_participle(line, index, end):
            return index
    return end


def _is_participle(line: Line, index: int, end: int) -> bool:
    """Whether the word tells what the noun before it does to somebody ("the lawyer representing Smith")."""
    if not line.low[index].endswith("ing") or line.tags[index] & CAPITAL or index + 1 >= end:
        return False
    noun = line.low[index - 1]
    if not is_plain(line, index - 1) or not (names_person(noun) or noun in GROUP_NOUNS):
        return False
    return bool(line.tags[index + 1] & (CAPITAL | Tag.DETERMINER | Tag.POSSESSIVE))


def names_a_body(line: Line, preposition: int, end: int) -> bool:
    """Whether words like "Bank of England" only tell where the office behind them is held.

    So in "Bank of England governor", "Bank of England's governor" and "University of Leeds biologist
    Jane Doe", but not in "Office of President Jane Doe".
    """
    tags, low = line.tags, line.low
    if low[preposition] != "of" or not tags[preposition - 1] & CAPITAL or low[preposition - 1] not in BODIES:
        return False
    office = preposition + 1
    while office < end and tags[office] & CAPITAL and low[office] not in _OFFICE_NOUNS:
        office += 1
    if office < end and office > preposition + 1 and low[office] in ("'s", "’s"):
        office += 1
    index = office
    while index < end and (low[index] in _OFFICE_NOUNS or is_plain(line, index)):
        index += 1
    return preposition + 1 < office < index and all(tag & CAPITAL for tag in tags[index:end])


def time_in_name(line: Line, index: int, end: int) -> bool:
    """Whether a time is part of a name: "Good Morning Leeds", "The Sunday Post", "the radio's Monday show"."""
    before, following = index - 1, index + 1
    if following >= end or not line.tags[index] & CAPITAL or line.tags[following] & Tag.TIME:
        return False
    if not (line.tags[following] & CAPITAL or is_plain(line, following)):
        return False
    if line.low[before] in ("'s", "’s") or line.tags[before] & (Tag.DETERMINER | Tag.POSSESSIVE):
        return True
    return line.low[index] in _PARTS_OF_DAYS and bool(line.tags[before] & line.tags[following] & CAPITAL)
