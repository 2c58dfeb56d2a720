"""Whom a question asks about: its names, looked up in the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.errors import BadInput
from index.folding import word_sequence
from index.people import Match
from index.questions import Question
from index.search.candidates import Restriction
from index.snapshot import Snapshot
from index.storage.persons import StoredPerson

MOST_NAMES = 10
"""Names of one question that are looked up one by one."""

_BETWEEN = re.compile(r",?\s+(?:and|or)\s+|,\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One name of a question: the persons that it may mean, and where it means none the statements, by
    number, of the speakers without a name who are called so ("activists").
    """

    name: str
    persons: tuple[Match[StoredPerson], ...] = ()
    unnamed: frozenset[int] = frozenset()

    @property
    def known(self) -> bool:
        """Whether anybody of that name is quoted."""
        return bool(self.persons or self.unnamed)

    @property
    def shown(self) -> str:
        """The corpus's name where it has one, else the question's."""
        return self.persons[0].person.name if self.persons else self.name

    def within(self, restriction: Restriction) -> Restriction:
        """The restriction, to what was said under this name alone."""
        if self.unnamed:
            return replace(restriction, numbers=self.unnamed)
        return replace(restriction, persons=self.numbers)

    @property
    def numbers(self) -> frozenset[int]:
        """The persons by number."""
        return frozenset(match.person.number for match in self.persons)


async def whom(snapshot: Snapshot, question: Question) -> tuple[Asked, ...]:
    """Whom the question asks about, () where it names nobody.

    Raises BadInput where it names one speaker and its filter another.
    """
    name, chosen = question.speaker, question.filters.speaker
    if not name and not chosen:
        return ()
    if not name or not chosen or word_sequence(name) == word_sequence(chosen):
        return await _named(snapshot, name or chosen or "")
    allowed = await _named(snapshot, chosen)
    narrowed = [_common(one, allowed) for one in await _named(snapshot, name)]
    if asked := tuple(one for one in narrowed if one.known):
        return asked
    raise BadInput(
        f"the question names {name} as the speaker, and the filter speaker: names {chosen}; leave out one of them"
    )


async def _named(snapshot: Snapshot, names: str) -> tuple[Asked, ...]:
    """Whom the names mean: of "Putin and Cameron" both, unless somebody is called so as a whole."""
    whole = await _look_up(snapshot, names)
    parts = _BETWEEN.split(names)
    if whole.known or not 1 < len(parts) <= MOST_NAMES:
        return (whole,)
    asked = [await _look_up(snapshot, part) for part in parts]
    return _distinct(asked) if any(one.known for one in asked) else (whole,)


async def _look_up(snapshot: Snapshot, name: str) -> Asked:
    if persons := await snapshot.find_persons(name):
        return Asked(name, persons)
    return Asked(name, unnamed=await snapshot.said_by_unnamed(name))


def _distinct(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """The names, without those that mean only whom an earlier one means."""
    kept: list[Asked] = []
    for one in asked:
        rest = one
        for other in kept:
            rest = _without(rest, other)
        if rest.known or not one.known:
            kept.append(rest)
    return tuple(kept)


def _without(one: Asked, other: Asked) -> Asked:
    others = tuple(match for match in one.persons if match.person.number not in other.numbers)
    return replace(one, persons=others, unnamed=one.unnamed - other.unnamed)


def _common(one: Asked, allowed: Iterable[Asked]) -> Asked:
    """The name, for those alone whom one of the allowed names means as well."""
    numbers = frozenset[int]().union(*(other.numbers for other in allowed))
    unnamed = frozenset[int]().union(*(other.unnamed for other in allowed))
    persons = tuple(match for match in one.persons if match.person.number in numbers)
    return replace(one, persons=persons, unnamed=one.unnamed & unnamed)


def known_name(asked: Sequence[Asked]) -> str | None:
    """Under which name the corpus has those who are asked about; None where it has none for anybody, and where
    all are called as the question calls them.
    """
    known = [one for one in asked if one.known]
    if not any(one.persons for one in known) and len(known) == len(asked):
        return None
    return " and ".join(one.shown for one in known) or None


def notices(asked: Sequence[Asked], silent: Sequence[Asked], topic: str) -> list[str]:
    """What must be said about the names: whom the corpus does not quote, which mistakes were understood,
    and of whom, in an answer that quotes the others, nothing was found.
    """
    said = []
    if unknown := [f"“{one.name}”" for one in asked if not one.known]:
        said.append(f"Nobody called {' or '.join(unknown)} is quoted in the corpus.")
    mistyped = [one for one in asked if one.persons and one.persons[0].corrected]
    said += [f"“{one.name}” was taken for {one.shown}." for one in mistyped]
    if silent:
        names = " or ".join(one.shown for one in silent)
        said.append(f"Nothing {'like it ' if topic else ''}by {names} was found.")
    return said
