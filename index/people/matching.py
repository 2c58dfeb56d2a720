"""Whether two names may be one person's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.people.names import Name
from index.people.spelling import given_names, is_transliterated, romanised, same_given_name
from index.quotations.given_names import FEMALE_NAMES, MALE_NAMES

_REMEMBERED = 16_384


def gender_of(name: Name) -> str:
    """The gender that a name's title or else its given name tells: "m", "f" or ""."""
    if name.gender or not name.spells_given_name:
        return name.gender
    male, female = name.given[0] in MALE_NAMES, name.given[0] in FEMALE_NAMES
    return "" if male == female else "m" if male else "f"


def same_surname(one: Name, other: Name) -> bool:
    """Whether two names have one surname, also written over from another script in two ways."""
    if one.surnames & other.surnames:
        return True
    if not any(_from_elsewhere(name) for name in (one, other)):
        return False
    return bool(surname_keys(one.surnames) & surname_keys(other.surnames))


@lru_cache(maxsize=_REMEMBERED)
def surname_keys(surnames: frozenset[str]) -> frozenset[str]:
    """What names may have in common whose surnames, in all spellings, are one."""
    return frozenset(map(romanised, surnames))


def _from_elsewhere(name: Name) -> bool:
    return is_transliterated(name.given[0] if name.given else "", name.surname)


def compatible(one: Name, other: Name) -> bool:
    """Whether nothing speaks against two names being one person's: surnames agree, and given names,
    middle names, generational suffixes and genders do not contradict each other.
    """
    if one.suffix != other.suffix or not same_surname(one, other):
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    return names_agree(one, other)


def names_agree(one: Name, other: Name) -> bool:
    """Whether the given and middle names of two names of one surname do not contradict each other."""
    if not one.given or not other.given:
        return agreeing_gender(one, other)
    return _agree(one, other) and _middles_agree(one.given[1:], other.given[1:])


def agreeing_gender(one: Name, other: Name) -> bool:
    """Whether the genders of two names, as far as they are known, are the same."""
    return not gender_of(one) or not gender_of(other) or gender_of(one) == gender_of(other)


def _agree(one: Name, other: Name) -> bool:
    first, second = one.given[0], other.given[0]
    if len(first) == 1 or len(second) == 1:
        return bool(initials(first) & initials(second))
    if same_given_name(first, second):
        return True
    elsewhere = _from_elsewhere(one) and _from_elsewhere(other)
    return elsewhere and romanised(first) == romanised(second) and agreeing_gender(one, other)


@lru_cache(maxsize=_REMEMBERED)
def initials(given: str) -> frozenset[str]:
    """The letters that may stand for a folded given name, that of the name behind a nickname included."""
    return frozenset(name[0] for name in (given, *given_names(given)))


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    for first, second in zip(one, other, strict=False):
        if len(first) == 1 or len(second) == 1:
            if first[0] != second[0]:
                return False
        elif not same_given_name(first, second) and romanised(first) != romanised(second):
            return False
    return True
