"""Whom a name means that somebody types: in full, in part, under another spelling, with a typing mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from index.folding import fold
from index.people.matching import agreeing_gender, gender_of, names_agree, same_surname
from index.people.names import Name, parse_name
from index.people.organisations import organisation_key
from index.people.spelling import folded, romanised, without_possessive
from index.people.titles import CONNECTORS, NATIONALITIES, TITLES
from index.people.typing_mistakes import is_mistyped, mistyped_among
from index.quotations.statement import SpeakerKind

_LONGEST = 120


class Named(Protocol):
    """What a look-up must know of a person."""

    @property
    def name(self) -> str:
        """The canonical name."""

    @property
    def kind(self) -> str:
        """A `SpeakerKind`, or its value."""

    @property
    def description(self) -> str | None:
        """What the person is called beside the name."""

    @property
    def aliases(self) -> tuple[tuple[str, int], ...]:
        """All spellings with how often each stands."""


P_co = TypeVar("P_co", bound=Named, covariant=True)
P = TypeVar("P", bound=Named)


@dataclass(frozen=True, slots=True)
class Match(Generic[P_co]):
    """A person that a name may mean. `corrected`: only after a typing mistake was put right;
    `ambiguous`: others may be meant as well.
    """

    person: P_co
    corrected: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of the person at `number`."""

    number: int
    name: Name


class Lookup(Generic[P]):
    """Keys to all names of the given persons, computed once."""

    def __init__(self, persons: Sequence[P]) -> None:
        self._persons = persons
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._descriptions: dict[str, set[int]] = defaultdict(set)
        self._by_surname: dict[str, list[_Entry]] = defaultdict(list)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_given: dict[str, set[int]] = defaultdict(set)
        self._organisations: dict[str, set[int]] = defaultdict(set)
        for number, person in enumerate(persons):
            if person.description:
                self._descriptions[_description_key(person.description)].add(number)
            for alias in dict.fromkeys((person.name, *(alias for alias, _ in person.aliases))):
                self._add(number, alias, person.kind)
        self._surnames = tuple(
            {s for entries in self._by_surname.values() for e in entries for s in e.name.surnames}
        )

    def _add(self, number: int, alias: str, kind: str) -> None:
        if kind == SpeakerKind.ORGANISATION:
            self._organisations[organisation_key(alias)].add(number)
            return
        name = parse_name(alias)
        self._exact[fold(name.shown if name else alias)].add(number)
        if name is None:
            return
        entry = _Entry(number, name)
        for key in {romanised(surname) for surname in name.surnames}:
            self._by_surname[key].append(entry)
        for word in (*name.given, name.surname):
            self._by_word[word].add(number)
        if name.spells_given_name:
            self._by_given[name.given[0]].add(number)

    def find(self, words: str) -> tuple[Match[P], ...]:
        """The persons that `words` may mean, best first: the nearest in spelling, then the most mentioned.

        Case, accents, titles and a possessive ending do not matter; a surname or given name alone,
        initials and nicknames are understood; a description only where it is one person's alone.
        Typing mistakes are put right where nothing fits as it stands and what is typed is neither a
        common word nor another known name. Nothing that fits is ().
        """
        typed = without_possessive(" ".join(words[:_LONGEST].split()).strip("\"'“”‘’«»?!.,;: "))
        if not typed:
            return ()
        found = self._exact.get(fold(typed)) or self._organisations.get(organisation_key(typed))
        if found and len(typed.split()) > 1:
            return self._matches(found)
        if _is_description(typed):
            described = self._descriptions.get(_description_key(typed), set())
            return self._matches(described) if len(described) == 1 else self._matches(found or ())
        name = parse_name(typed)
        if name is None:
            return self._matches(found or ())
        meant = self._meant(name) | set(found or ())
        if meant:
            return self._matches(meant, corrected=not any(self._spelled_so(name, number) for number in meant))
        return self._matches(self._mistyped(name, typed), corrected=True)

    def _matches(self, numbers: Iterable[int], corrected: bool = False) -> tuple[Match[P], ...]:
        ordered = sorted(set(numbers), key=self._rank)
        return tuple(Match(self._persons[number], corrected, len(ordered) > 1) for number in ordered)

    def _rank(self, number: int) -> tuple[int, str, int]:
        person = self._persons[number]
        return -sum(count for _, count in person.aliases), person.name.casefold(), number

    def _meant(self, name: Name) -> set[int]:
        entries = [entry for s in name.surnames for entry in self._by_surname.get(romanised(s), ())]
        entries = [entry for entry in entries if same_surname(name, entry.name)]
        if name.given:
            full = {entry.number for entry in entries if entry.name.given and _names_meet(name, entry.name)}
            return full or self._in_parts(name) or self._by_surname_only(name, entries)
        numbers = {entry.number for entry in entries}
        numbers = numbers or self._by_given.get(name.surname) or self._by_word.get(name.surname, set())
        return {number for number in numbers if self._gender_fits(name, number)}

    def _in_parts(self, name: Name) -> set[int]:
        """Persons all of whose typed words are words of their names: "tayyip erdogan", "putin vladimir"."""
        words = (*name.given, name.surname)
        if any(len(word) == 1 for word in words):
            return set()
        return set.intersection(*(self._by_word.get(word, set()) for word in words))

    def _by_surname_only(self, name: Name, entries: Iterable[_Entry]) -> set[int]:
        """Persons of whom no full name is known, by their surname."""
        numbers = {entry.number for entry in entries}
        full = {
            entry.number
            for number in numbers
            for entry in entries
            if entry.number == number and entry.name.given
        }
        return {number for number in numbers - full if self._gender_fits(name, number)}

    def _gender_fits(self, name: Name, number: int) -> bool:
        gender = gender_of(name)
        if not gender:
            return True
        theirs = {
            gender_of(parsed) for alias, _ in self._persons[number].aliases if (parsed := parse_name(alias))
        }
        return gender in theirs or not theirs - {""}

    def _spelled_so(self, name: Name, number: int) -> bool:
        person = self._persons[number]
        if person.kind == SpeakerKind.ORGANISATION:
            return True
        words = {
            word for alias, _ in person.aliases if (parsed := parse_name(alias)) for word in _words(parsed)
        }
        return bool(name.surnames & words)

    def _mistyped(self, name: Name, typed: str) -> set[int]:
        if not name.given:
            found = self._nearest(name, mistyped_among(name.surname, self._surnames))
            found = found or set().union(
                *(self._by_given[w] for w in mistyped_among(name.surname, self._by_given))
            )
        else:
            near = mistyped_among(name.surname, self._surnames, sure=True)
            found = self._nearest(name, {*near, *name.surnames})
        return found or set().union(
            *(
                self._organisations[key]
                for key in mistyped_among(organisation_key(typed), self._organisations)
            )
        )

    def _nearest(self, name: Name, surnames: Iterable[str]) -> set[int]:
        """The persons of one of the `surnames` whose given name is near the typed one, if one is typed."""
        return {
            entry.number
            for surname in surnames
            for entry in self._by_surname.get(romanised(surname), ())
            if surname in entry.name.surnames
            and (not name.given or (entry.name.given and _given_near(name, entry.name)))
            and agreeing_gender(name, entry.name)
        }


def _words(name: Name) -> set[str]:
    return {*name.given, *name.surnames}


def _names_meet(typed: Name, known: Name) -> bool:
    """Whether a typed full name can mean a known one; a generational suffix may be left away."""
    if typed.suffix and typed.suffix != known.suffix:
        return False
    return names_agree(typed, known)


def _given_near(typed: Name, known: Name) -> bool:
    return names_agree(typed, known) or is_mistyped(typed.given[0], known.given[0])


def _is_description(typed: str) -> bool:
    words = [folded(word) for word in typed.split()]
    known = TITLES | NATIONALITIES | CONNECTORS
    return (
        any(word in TITLES for word in words) and words[-1] in TITLES and all(word in known for word in words)
    )


def _description_key(words: str) -> str:
    return " ".join(word for word in fold(words).replace(".", "").split() if word != "the")
