"""Whom a name means that somebody types: in full, in part, under another spelling, with a typing mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Generic

from index.folding import fold
from index.people.common_words import COMMON_WORDS
from index.people.descriptions import Descriptions, is_description
from index.people.given_names import may_be_given
from index.people.match import Match, Named, P
from index.people.matching import agreeing_gender, gender_of, names_agree, same_surname, surname_keys
from index.people.names import Name, halves, name_key, parse_name
from index.people.offices import office_before, office_in
from index.people.organisations import organisation_key
from index.people.spelling import folded, without_possessive
from index.people.typing_mistakes import is_mistyped, mistyped_among
from index.people.word_index import WordIndex
from index.quotations.statement import SpeakerKind

_LONGEST = 120


class Lookup(Generic[P]):
    """All names of the given persons, filed so that few must be looked at for a typed one."""

    def __init__(self, persons: Sequence[P]) -> None:
        self._persons = persons
        self._index = WordIndex(
            (number, alias)
            for number, person in enumerate(persons)
            if person.kind != SpeakerKind.ORGANISATION
            for alias in _spellings(person)
        )

    def prepare(self) -> None:
        """Make now what is otherwise made when a question first needs it."""
        _ = self._organisations, self._descriptions, self._index.romanised_parts

    @cached_property
    def _organisations(self) -> dict[str, set[int]]:
        organisations: dict[str, set[int]] = defaultdict(set)
        for number, person in enumerate(self._persons):
            if person.kind == SpeakerKind.ORGANISATION:
                for alias in _spellings(person):
                    organisations[organisation_key(alias)].add(number)
        return dict(organisations)

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions(
            (number, person.description)
            for number, person in enumerate(self._persons)
            if person.description and person.kind != SpeakerKind.ORGANISATION
        )

    def find(self, words: str) -> tuple[Match[P], ...]:
        """The persons that `words` may mean, best first: the nearest in spelling, then the most mentioned.

        Case, accents, titles and a possessive ending do not matter; a surname or given name alone,
        initials and nicknames are understood, and an office that few hold by their descriptions.
        Half of a hyphenated surname is taken for the whole, and typing mistakes are put right, where nothing
        fits as it stands and what is typed is neither a common word nor another known name. Nothing that
        fits is ().
        """
        typed = _plain(words)
        if not typed:
            return ()
        found = self._called(typed)
        if found and len(typed.split()) > 1:
            return self._matches(found)
        a_surname = is_description(typed) and self._is_surname_too(typed)
        addressed = a_surname and len(typed.split()) > 1
        if not addressed and (described := self._descriptions.called(typed)):
            return self._matches(described, described=True)
        if is_description(typed) and not a_surname:
            return self._matches(found or ())
        name = parse_name(typed)
        if name is None:
            return self._matches(found or ())
        meant = self._in_office(typed, name, self._meant(name)) | set(found or ())
        if meant:
            return self._matches(meant, corrected=not any(self._spelled_so(name, number) for number in meant))
        return self._matches(self._by_half(name) or self._mistyped(name, typed), corrected=True)

    def _is_surname_too(self, typed: str) -> bool:
        """Whether a title is somebody's surname, alone or behind a form of address: "King", "Mr King"."""
        name = parse_name(typed)
        if name is None or name.given or not (name.gender or len(typed.split()) == 1):
            return False
        return self._is_a_surname(name.surname)

    def is_name(self, words: str) -> bool:
        """Whether somebody, a person or an organisation, is called just so."""
        typed = _plain(words)
        return bool(typed and self._called(typed))

    def _called(self, typed: str) -> set[int] | None:
        return (
            self._exact(fold(typed))
            or self._organisations.get(organisation_key(typed))
            or self._exact_behind_the(typed)
        )

    def _exact_behind_the(self, typed: str) -> set[int] | None:
        """Who is called so but for a "the": an organisation that is filed as a person, "the Red Cross"."""
        article, _, name = typed.partition(" ")
        return self._exact(fold(name)) if fold(article) == "the" and len(name.split()) > 1 else None

    def _matches(
        self, numbers: Iterable[int], corrected: bool = False, described: bool = False
    ) -> tuple[Match[P], ...]:
        ordered = sorted(set(numbers), key=self._rank)
        several = len(ordered) > 1
        return tuple(Match(self._persons[number], corrected, several, described) for number in ordered)

    def _rank(self, number: int) -> tuple[int, str, int]:
        person = self._persons[number]
        return -sum(count for _, count in person.aliases), person.name.casefold(), number

    def _names(self, number: int) -> list[Name]:
        """The names of a person, parsed."""
        parsed = map(parse_name, _spellings(self._persons[number]))
        return [name for name in parsed if name is not None]

    def _exact(self, spelling: str) -> set[int]:
        """The persons with a name of that folded spelling, titles aside."""
        return {
            number
            for number in self._index.having_all([folded(word) for word in spelling.split() or ("",)])
            if any(name_key(alias) == spelling for alias in _spellings(self._persons[number]))
        }

    def _with_given(self, word: str) -> set[int]:
        return {number for number in self._index.having(word) if self._is_given(word, number)}

    def _is_given(self, word: str, number: int) -> bool:
        return any(name.spells_given_name and name.given[0] == word for name in self._names(number))

    def _with_words(self, words: Sequence[str]) -> set[int]:
        """The persons with all these words in their names."""
        return {
            number
            for number in self._index.having_all(words)
            if set(words) <= {word for name in self._names(number) for word in (*name.given, name.surname)}
        }

    def _meant(self, name: Name) -> set[int]:
        entries = [
            (number, known)
            for number in self._index.having_like(surname_keys(name.surnames))
            for known in self._names(number)
            if same_surname(name, known)
        ]
        if name.given:
            full = {number for number, known in entries if known.given and _names_meet(name, known)}
            return (
                full or self._hyphenated(name) or self._in_parts(name) or self._by_surname_only(name, entries)
            )
        numbers = {number for number, _ in entries}
        numbers = numbers or self._with_given(name.surname) or self._with_words([name.surname])
        return {number for number in numbers if self._gender_fits(name, number)}

    def _in_office(self, typed: str, name: Name, meant: set[int]) -> set[int]:
        """Of several persons of a surname those who hold the office that is typed before it."""
        office = office_before(typed) if len(meant) > 1 and not name.given else ""
        if not office:
            return meant
        described = ((number, self._persons[number].description) for number in meant)
        return {number for number, words in described if words and office_in(words) == office} or meant

    def _hyphenated(self, name: Name) -> set[int]:
        """The persons whose surname the last two words are, with the hyphen left out."""
        joined = replace(name, given=name.given[:-1], surname=name.given[-1] + name.surname)
        joined = replace(joined, surnames=frozenset((joined.surname,)))
        return {
            number
            for number in self._index.having(joined.surname)
            for known in self._names(number)
            if joined.surname in known.surnames and _names_meet(joined, known)
        }

    def _by_half(self, name: Name) -> set[int]:
        """The one person, if there is but one, of whose hyphenated surname a half is typed."""
        found = {
            number
            for number in self._index.having(name.surname)
            for known in self._names(number)
            if name.surname in halves(known) and names_agree(name, known)
        }
        return found if len(found) == 1 and name.surname not in COMMON_WORDS else set()

    def _in_parts(self, name: Name) -> set[int]:
        """Persons all of whose typed words are words of their names: "tayyip erdogan", "putin vladimir"."""
        words = (*name.given, name.surname)
        if any(len(word) == 1 for word in words):
            return set()
        return self._with_words(words)

    def _by_surname_only(self, name: Name, entries: Sequence[tuple[int, Name]]) -> set[int]:
        """Persons of whom no full name is known, by their surname behind what can be given names."""
        if not may_be_given(name.given):
            return set()
        full = {number for number, known in entries if known.given}
        return {number for number, _ in entries if number not in full and self._gender_fits(name, number)}

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
        parts = self._index.parts
        if not name.given:
            found = self._nearest(name, mistyped_among(name.surname, parts, where=self._is_a_surname))
            found = found or set().union(
                *map(self._with_given, mistyped_among(name.surname, parts, where=self._is_a_given_name))
            )
        else:
            near = mistyped_among(name.surname, parts, sure=True, where=self._is_a_surname)
            found = self._nearest(name, {*near, *name.surnames})
        return found or set().union(
            *(
                self._organisations[key]
                for key in mistyped_among(organisation_key(typed), self._organisations)
            )
        )

    def _is_a_surname(self, part: str) -> bool:
        return any(
            part in name.surnames for number in self._index.having(part) for name in self._names(number)
        )

    def _is_a_given_name(self, part: str) -> bool:
        return any(self._is_given(part, number) for number in self._index.having(part))

    def _nearest(self, name: Name, surnames: Iterable[str]) -> set[int]:
        """The persons of one of the `surnames` whose given name is near the typed one, if one is typed."""
        return {
            number
            for surname in surnames
            for number in self._index.having(surname)
            for known in self._names(number)
            if surname in known.surnames
            and (not name.given or (known.given and _given_near(name, known)))
            and agreeing_gender(name, known)
        }


def _spellings(person: Named) -> Iterable[str]:
    """All names of a person as written."""
    return dict.fromkeys((person.name, *(alias for alias, _ in person.aliases)))


def _words(name: Name) -> set[str]:
    return {*name.given, *name.surnames}


def _names_meet(typed: Name, known: Name) -> bool:
    """Whether a typed full name can mean a known one; a generational suffix may be left away."""
    if typed.suffix and typed.suffix != known.suffix:
        return False
    return names_agree(typed, known)


def _given_near(typed: Name, known: Name) -> bool:
    return names_agree(typed, known) or is_mistyped(typed.given[0], known.given[0])


def _plain(words: str) -> str:
    """A name as typed, on one line, without what stands around it."""
    return without_possessive(" ".join(words[:_LONGEST].split()).strip("\"'“”‘’«»?!.,;: "))
