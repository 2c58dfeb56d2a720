"""Whom a question asks about: its names, looked up in the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.errors import BadInput
from index.folding import word_sequence
from index.people import Match
from index.people.listed_names import listed_names
from index.questions import Question
from index.questions.speakers import PRONOUNS
from index.quotations.statement import SpeakerKind
from index.search.candidates import Restriction
from index.snapshot import Snapshot
from index.storage.persons import StoredPerson


@dataclass(frozen=True, slots=True)
class Asked:
    """One name of a question: the persons that it may mean, and where it means none, or an organisation, the
    statements, by number, of the speakers without a name who are called so or speak for it ("activists", "the FBI's
    data").
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
        """The corpus's name where it has one, else the question's; of an office the names of all who hold it."""
        if not self.persons:
            return self.name
        if not self.persons[0].described:
            return self.persons[0].person.name
        *others, last = (match.person.name for match in self.persons)
        return f"{', '.join(others)} and {last}" if others else last

    @property
    def taken(self) -> bool:
        """Whether the question calls somebody by another name than theirs: mistyped, or by an office."""
        return bool(self.persons) and (self.persons[0].corrected or self.persons[0].described)

    def within(self, restriction: Restriction) -> Restriction:
        """The restriction, to what was said under this name alone."""
        return replace(
            restriction,
            persons=self.numbers if self.persons else None,
            numbers=self.unnamed if self.unnamed or not self.persons else None,
        )

    @property
    def numbers(self) -> frozenset[int]:
        """The persons by number."""
        return frozenset(match.person.number for match in self.persons)


async def whom(snapshot: Snapshot, question: Question) -> tuple[Asked, ...]:
    """Whom the question asks about, () where it names nobody.

    Raises BadInput where it names one speaker and its filter another, and for "he" of whom nothing is known.
    """
    name, chosen = question.speaker, question.filters.speaker
    if not name and not chosen:
        return ()
    if name and name.lower() in PRONOUNS:
        raise BadInput(
            f"the question does not say who “{name}” is; name the person, or ask in reply to an answer about them"
        )
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
    each = await snapshot.find_each(names)
    if not all(persons for _, persons in each):
        whole = await _asked(snapshot, names)  # "critics of Putin and Cameron"
        if whole.known:
            return (whole,)
    asked = [await _asked(snapshot, name, persons) for name, persons in each]
    if any(one.known for one in asked):
        return _distinct(asked)
    without_name = [await _asked(snapshot, name) for name in listed_names(names)]
    return _distinct(without_name) if any(one.known for one in without_name) else tuple(asked)


async def _asked(snapshot: Snapshot, name: str, persons: tuple[Match[StoredPerson], ...] = ()) -> Asked:
    if persons and not any(_is_organisation(match) for match in persons):
        return Asked(name, persons)
    return Asked(name, persons, await snapshot.said_by_unnamed(name))


def _is_organisation(match: Match[StoredPerson]) -> bool:
    return match.person.kind == SpeakerKind.ORGANISATION and not match.corrected


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
    said += [f"“{one.name}” was taken for {one.shown}." for one in asked if one.taken]
    if silent:
        names = " or ".join(one.shown for one in silent)
        said.append(f"Nothing {'like it ' if topic else ''}by {names} was found.")
    return said
