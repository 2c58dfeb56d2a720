"""Whom the tokens of a line name."""

from __future__ import annotations

from index.quotations.cast import Cast, Person
from index.quotations.epithets import NATIONALS
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.person_nouns import names_person
from index.quotations.phrases import is_genitive
from index.quotations.places import PLACES
from index.quotations.tokens import CAPITAL, QUOTE, Line
from index.quotations.verbs import BE
from index.quotations.words import GROUP_NOUNS, ORGANISATION_WORDS, Tag
from index.word_set import word_set

_MAX_BEFORE = 4
_DETERMINING = Tag.DETERMINER | Tag.POSSESSIVE
_NEAR = 150
"""How many tokens back somebody was named just now."""
_BODIES = GROUP_NOUNS | {"charity", "retailer", "supermarket", "startup", "start-up"}
_PLACING = word_set("in at from near outside inside across around of for the")


def next_name(line: Line, begin: int, end: int, cast: Cast) -> int:
    """The first token of `begin:end` that names somebody or is a quotation, else `end`."""
    for index in range(begin, end):
        if line.tags[index] & QUOTE or _names(line, index, cast):
            return index
    return end


def only_named(line: Line, begin: int, end: int, cast: Cast) -> tuple[int, Person] | None:
    """The one person whom the tokens `begin:end` name, and where; None where they name several or nobody."""
    found: tuple[int, Person] | None = None
    for index in range(begin, end):
        if _names(line, index, cast):
            meant = cast.meant([line.words[index]])
            if len(meant) != 1 or (found is not None and found[1] is not meant[0]):
                return None
            found = index, meant[0]
    return found


def named_in(line: Line, begin: int, end: int, cast: Cast) -> list[Person]:
    """Whoever the tokens `begin:end` may name."""
    return [
        person
        for index in range(begin, end)
        if _names(line, index, cast)
        for person in cast.meant([line.words[index]])
    ]


def _names(line: Line, index: int, cast: Cast) -> bool:
    return bool(line.tags[index] & CAPITAL) and cast.knows(line.low[index])


def named_alone(
    person: Person, line: Line, end: int, before: Line | None, cast: Cast, loose: bool = False
) -> bool:
    """Whether nobody but the person is named just before token `end`, nor in the line before without a name here.

    If `loose`, one word that nothing tells to be somebody's name is none ("quit Facebook", "left Leeds").
    """
    here, others = _namings(line, end, person, cast, loose)
    if others or _speaks_of_another(line, end):
        return False
    if here or before is None:
        return True
    return not _namings(before, len(before), person, cast, loose)[1] and not _speaks_of_another(
        before, len(before)
    )


def _speaks_of_another(line: Line, end: int) -> bool:
    """Whether the sentence before token `end` speaks of somebody without a name ("beat the Italian", "signed a
    striker"), not only of what the one it names is ("Smith, a striker, ...", "Smith is a striker").
    """
    begin = max((start for start, stop in line.sentences if stop <= end), default=0)
    for index in range(max(begin, end - _NEAR) + 1, end):
        word = line.low[index]
        if not (word in NATIONALS or (names_person(word) and not line.tags[index] & CAPITAL)):
            continue
        start = index - 1
        while start > begin and index - start < _MAX_BEFORE and not line.tags[start] & _DETERMINING:
            start -= 1
        opened = line.low[start - 1] if start > begin else ","
        if any(told.endswith("-year-old") for told in line.low[start:index]):
            continue  # "the 72-year-old widow" is who is spoken of
        if line.tags[start] & _DETERMINING and opened != "," and opened not in BE:
            return True
    return False


def _namings(line: Line, end: int, person: Person, cast: Cast, loose: bool) -> tuple[bool, bool]:
    """Whether the tokens before `end` name the person, and whether they name somebody else."""
    here = others = False
    index = max(0, end - _NEAR)
    while index < end:
        if not line.tags[index] & CAPITAL:
            index += 1
            continue
        start = index
        while index < end and line.tags[index] & CAPITAL and (index == start or index not in line.openings):
            index += 1
        if any(meant is person for word in line.words[start:index] for meant in cast.meant([word])):
            here = True
        elif _may_name(line, start, index, cast, loose):
            others = True
    return here, others


def _may_name(line: Line, start: int, end: int, cast: Cast, loose: bool) -> bool:
    """Whether the words in capitals may be a person's name."""
    words = line.low[start:end]
    if any(person.gender for word in line.words[start:end] for person in cast.meant([word])):
        return True
    if start > 0 and line.low[start - 1] in _PLACING:
        return False
    if any(word in PLACES or word in ORGANISATION_WORDS or word in NATIONALS for word in words):
        return False
    if any(line.tags[index] & (Tag.TIME | Tag.DETERMINER | Tag.PRONOUN) for index in range(start, end)):
        return False
    if end - start > 1 or cast.knows(words[0]) or (end < len(line) and is_genitive(line, end)):
        return True
    return words[0] in GIVEN_NAMES if loose else start not in line.openings


def follows_body(line: Line, index: int) -> bool:
    """Whether the noun before the name at `index` tells that a body bears it ("consumer group SafePlay")."""
    noun = index - 1
    common = line.low[noun] in _BODIES and not line.tags[noun] & CAPITAL
    return common and line.low[index] not in GIVEN_NAMES
