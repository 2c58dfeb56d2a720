"""Who is named beside a role: "his deputy, Ann Lee of Unite", "the governor's spokesman, John Smith"."""

from __future__ import annotations

from index.quotations.given_names import GIVEN_NAMES
from index.quotations.heads import is_plain
from index.quotations.names import is_title
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, is_genitive
from index.quotations.places import PLACES
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS, NAME_PARTICLES, ORGANISATION_WORDS, Tag
from index.word_set import word_set

_INTIMATES = word_set(
    "fiance fiancé fiancee fiancée boyfriend girlfriend stepfather stepmother stepson stepdaughter grandson "
    "granddaughter godfather godmother cousin twin deputy"
)
_KINDRED = MALE_NOUNS | FEMALE_NOUNS | _INTIMATES
_BODIES_TOO = word_set(
    "owner parent publisher partner sponsor lender insurer employer maker operator developer supplier manufacturer "
    "landlord client adviser broker distributor producer retailer"
)
"""Roles that companies have as well."""
_WHERE = ("of", "from", "at", "in")
_PARTS_OF_PLACES = word_set(
    "new north south east west northern southern eastern western central upper lower greater rhode saudi county "
    "lake mount san los las"
)
_MAX_NOUNS = 7


def role_and_name(line: Line, first: int, closing: int) -> Phrase | None:
    """The tokens as one phrase, where they are a role and a name ("the head teacher Ann Dow")."""
    name = first + 1 if line.tags[first] & (Tag.DETERMINER | Tag.POSSESSIVE) else first
    while name < closing and is_plain(line, name):
        name += 1
    if name_end(line, name, closing) != closing or not is_full_name(line, name, closing):
        return None
    if is_title(line.low[closing - 1]):
        return None  # "a New York Democrat"
    return Phrase(first, closing, closing)


def name_from(line: Line, role: Phrase, first: int, closing: int) -> Phrase | None:
    """The name of who has the role, with where he or she is from ("his deputy, Ann Lee of Unite")."""
    name = name_end(line, first, closing)
    if not (is_of_one(line, role) and name < closing and line.low[name] in _WHERE):
        return None
    if not is_full_name(line, first, name) or not is_named(line, role, first, name):
        return None
    known = line.low[first] in GIVEN_NAMES or is_title(line.low[first])
    if not known and line.low[role.head_end - 1] in _BODIES_TOO:
        return None
    if any(tag & (PUNCTUATION | QUOTE | Tag.AUX | Tag.FINITE) for tag in line.tags[name:closing]):
        return None
    return Phrase(first, name, closing)


def described_name(line: Line, first: int, end: int) -> Phrase | None:
    """The role and the name behind another role ("his son, the drummer Joe McKenna")."""
    if not line.tags[first] & Tag.DETERMINER:
        return None
    name = first + 1
    limit = min(end, name + _MAX_NOUNS)
    while name < limit and is_plain(line, name):
        name += 1
    if name == first + 1 or not names_person(line.low[name - 1]):
        return None
    stop = name_end(line, name, end)
    if stop < end and not line.tags[stop] & (PUNCTUATION | QUOTE):
        return None
    return role_and_name(line, first, stop)


def is_of_one(line: Line, role: Phrase) -> bool:
    """Whether the phrase is a role that one person has beside somebody ("his son", "the club's director")."""
    noun = line.low[role.head_end - 1]
    owned = line.tags[role.start] & Tag.POSSESSIVE or any(
        is_genitive(line, i) for i in range(role.start, role.head_end)
    )
    return bool(owned) and (names_person(noun) or noun in _KINDRED)


def is_named(line: Line, role: Phrase, start: int, end: int) -> bool:
    """Whether the capitalised words name who has the role; a body or a place in them may say where."""
    head = role.head_end - 1
    if not line.tags[head] & CAPITAL or line.tags[head] & Tag.DETERMINER:
        kin = line.low[head] in _KINDRED
        return kin or (end - start >= 2 and not is_place(line, start, end))
    if not is_title(line.low[head]):
        return False
    # "Emma Bishop" is a name for all that its last word is a title.
    first = line.low[role.start]
    office = line.tags[role.start] & Tag.DETERMINER or first in PLACES or is_title(first)
    return bool(office) and is_full_name(line, start, end)


def name_end(line: Line, start: int, end: int) -> int:
    """Where the capitalised words from `start` on end, with the particles between them ("van der")."""
    index = start
    while index < end and (
        (line.tags[index] & CAPITAL and not line.tags[index] & Tag.TIME)
        or (index > start and line.low[index] in NAME_PARTICLES)
    ):
        index += 1
    while index > start and not line.tags[index - 1] & CAPITAL:
        index -= 1
    return index


def is_full_name(line: Line, start: int, end: int) -> bool:
    """Whether capitalised words can be the full name of a person, not of a place or a body."""
    if end - start < 2 or any(word in ORGANISATION_WORDS for word in line.low[start:end]):
        return False
    return not is_place(line, start, end)


def is_place(line: Line, start: int, end: int) -> bool:
    """Whether capitalised words are the name of a place, not "Vermont Sen. Jane Doe" or "Ohio Action"."""
    words = line.low[start:end]
    if words[0] in GIVEN_NAMES:
        return False
    if not all(tag & CAPITAL for tag in line.tags[start:end]):
        return False
    if any(is_title(word) or word in ORGANISATION_WORDS for word in words):
        return False
    return words[0] in _PARTS_OF_PLACES or any(word in PLACES for word in words)
