"""Typing mistakes: which known words a typed one is likely meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

from index.people.common_words import COMMON_WORDS, KNOWN_NAMES
from index.people.titles import NATIONALITIES, TITLES
from index.quotations.given_names import FEMALE_NAMES, MALE_NAMES

_SHORTEST = 4
_GIVEN_SHORTEST = 3
_VOWELS = frozenset("aeiouy")


def _mistakes(length: int) -> int:
    """How many mistakes a word of that length may hold: a letter too many, too few, wrong, or two swapped."""
    return 0 if length < _SHORTEST else 1 if length < 9 else 2


def _is_known(word: str) -> bool:
    return (
        word in COMMON_WORDS
        or word in KNOWN_NAMES
        or word in TITLES
        or word in NATIONALITIES
        or word in MALE_NAMES
        or word in FEMALE_NAMES
    )


def _same_start(typed: str, known: str) -> bool:
    return typed[0] == known[0] or (typed[:2] == known[1::-1] and typed[2:] == known[2:])


def mistyped_among(
    typed: str, known: Iterable[str], *, sure: bool = False, where: Callable[[str], bool] | None = None
) -> list[str]:
    """The words of `known` nearest to `typed`, all at one distance; none for a word that stands for itself.

    A word counts only with the same first letter, or with its first two letters swapped; one of four
    letters only with a letter left out or two swapped, one of five also with another vowel for a vowel or
    consonant for a consonant. With `sure`, where more than this word speaks
    for it, also common words and names may be mistyped. `where` tells which of `known` really are
    known; it is asked about few.
    """
    most = _mistakes(len(typed))
    if not most or (not sure and _is_known(typed)):
        return []
    near: list[list[str]] = [[] for _ in range(most + 1)]
    for word in known:
        if abs(len(word) - len(typed)) > most or len(word) < _SHORTEST or not _same_start(typed, word):
            continue
        distance = OSA.distance(typed, word, score_cutoff=most)
        if not 0 < distance <= most or not _may_be_a_slip(typed, word):
            continue
        near[distance].append(word)
    meant = ([word for word in words if where is None or where(word)] for words in near)
    return next(filter(None, meant), [])


def _may_be_a_slip(typed: str, known: str) -> bool:
    """Whether a word may be meant for one that differs by a letter: short as it is, "potus" is not "potts"."""
    if len(typed) > _SHORTEST + 1 or _moved(typed, known):
        return True
    return len(typed) > _SHORTEST and all(
        one == other or (one in _VOWELS) == (other in _VOWELS)
        for one, other in zip(typed, known, strict=True)
    )


def _moved(typed: str, known: str) -> bool:
    """Whether two words differ by a letter left out or by two swapped ones."""
    return len(typed) != len(known) or sorted(typed) == sorted(known)


def is_mistyped(typed: str, known: str) -> bool:
    """Whether a typed given name is likely the known one: not where both are names in their own right,
    except for a letter more or less in one spelling ("Jon", "Philipp").
    """
    if min(len(typed), len(known)) < _GIVEN_SHORTEST or not _same_start(typed, known):
        return False
    names = (MALE_NAMES, FEMALE_NAMES)
    if any(typed in one and known not in one and any(known in other for other in names) for one in names):
        return False
    both_known = all(any(word in group for group in names) for word in (typed, known))
    most = 1 if both_known else max(1, _mistakes(min(len(typed), len(known))))
    return OSA.distance(typed, known) <= most and (not both_known or len(typed) != len(known))
