"""Several names in a row that speak together: "Jane Doe, the North Bank and John Roe"."""

from __future__ import annotations

from index.quotations.affixes import is_post_nominal
from index.quotations.names import is_title, name_range
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase
from index.quotations.places import PLACES
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.words import ADJECTIVES, NAME_PARTICLES, Tag
from index.word_set import word_set

_NO_NAMES = Tag.TIME | Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.ADVERB | Tag.PRONOUN | Tag.COORDINATOR

_OPENERS = word_set(
    "unlike besides despite except beyond outside inside last next this yes no yet worse worst better best angry "
    "furious sad happy proud weary alone elsewhere today meanwhile afterwards instead nevertheless"
)


def whole_list(line: Line, last: Phrase, begin: int) -> Phrase:
    """The phrase with the names before it, where it ends a list of them; else as it is."""
    joined = _joint(line, last) is not None
    comma = last.start - 1
    if not joined and comma > begin and line.low[comma] == "and":
        comma -= 1  # "Jane Doe, John Roe, and Ann Poe"
    start = last.start
    found = 0
    while comma > begin and line.low[comma] == ",":
        name = _name_before(line, comma, begin)
        if name is None or (_is_place(line, name, comma) and not _is_place(line, last.start, last.end)):
            break
        start = name
        found += 1
        comma = name - 1
    if found + joined < 2 and not (joined and found):
        return last
    return Phrase(start, last.head_end, last.end)


def list_from(line: Line, first: Phrase, end: int) -> Phrase | None:
    """The list of names that `first` opens: "said Jane Doe, John Roe and Ann Poe."; None where it opens none."""
    index = first.end
    if not line.tags[first.end - 1] & CAPITAL or index >= end or line.low[index] != ",":
        return None
    places = _is_place(line, first.start, first.end)
    while index + 1 < end and line.low[index] in (",", "and"):
        last = line.low[index] == "and"
        start = index + 1
        if not last and line.low[start] == "and":
            last, start = True, start + 1
        index = _name_end(line, start, end)
        if index == start or _is_place(line, start, index) != places or _is_role(line, first, start, index):
            return None
        if last:
            closed = index >= end or line.tags[index] & (PUNCTUATION | QUOTE)
            return Phrase(first.start, index, index) if closed else None
    return None


def _is_role(line: Line, first: Phrase, start: int, stop: int) -> bool:
    """Whether the words tell what the first of the names is ("said Jane Doe, Director and Founder")."""
    last = line.low[stop - 1]
    if is_title(last) or names_person(last) or is_post_nominal(line.words[stop - 1]):
        return True
    return stop - start == 1 and first.end - first.start > 1


def listed_names(line: Line, phrase: Phrase) -> list[tuple[int, int]] | None:
    """The names that "and" and commas join in the phrase; None where it is no list of names."""
    joint = _joint(line, phrase)
    if joint is None:
        return None
    parts: list[Phrase] = []
    start = phrase.start
    for index in range(phrase.start, joint + 1):
        if line.low[index] == "," or index == joint:
            if index > start:
                parts.append(Phrase(start, index, index))
            start = index + 1
    names = [name_range(line, part) for part in (*parts, Phrase(joint + 1, phrase.head_end, phrase.end))]
    found = [name for name in names if name is not None]
    return found if len(found) == len(names) else None


def _joint(line: Line, phrase: Phrase) -> int | None:
    """The "and" before the last name."""
    for index in range(phrase.start + 1, phrase.head_end - 1):
        named = index + 1 + (line.low[index + 1] == "the")
        if line.low[index] == "and" and named < phrase.head_end and line.tags[named] & CAPITAL:
            return index
    return None


def _name_before(line: Line, comma: int, begin: int) -> int | None:
    """Where the name begins that ends before the comma, if nothing but a comma or a quotation stands before it."""
    index = comma
    while index > begin and (
        (line.tags[index - 1] & CAPITAL and not line.tags[index - 1] & _NO_NAMES)
        or line.low[index - 1] in NAME_PARTICLES
        or line.low[index - 1] == "the"
    ):
        index -= 1
    opener = line.low[begin]
    if index == begin and (
        opener in _OPENERS or opener in ADJECTIVES or opener.endswith(("ed", "ing", "ly"))
    ):
        return None  # "Undeterred, Jane Doe and John Roe said"
    if index == comma or not any(tag & CAPITAL for tag in line.tags[index:comma]):
        return None
    linked = index - 1 == begin and line.tags[begin] & (Tag.COORDINATOR | Tag.ADVERB)
    opens = index == begin or linked or line.low[index - 1] == "," or line.tags[index - 1] & QUOTE
    return index if opens else None


def _name_end(line: Line, start: int, end: int) -> int:
    index = start + (start < end and line.low[start] == "the")
    named = index
    while index < end and (
        (line.tags[index] & CAPITAL and not line.tags[index] & _NO_NAMES)
        or (index > named and line.low[index] in NAME_PARTICLES)
    ):
        index += 1
    return index if index > named else start


def _is_place(line: Line, start: int, end: int) -> bool:
    return all(word in PLACES or word in ("and", "the", ",") for word in line.low[start:end])
