"""The speakers of all articles made into persons of the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from index.people.aliases import Aliases
from index.people.clustering import cluster
from index.people.draft import Count, Draft, aliases, description
from index.people.mentions import Ints, Mentions, Tally
from index.people.names import Name, parse_name, with_umlaut_spellings
from index.people.offices import held_offices, office_before
from index.people.organisations import organisation_key, shown_organisation
from index.people.people import People
from index.people.person import Person
from index.people.surnames import Surnames, compound_tails, is_tail, with_middle_names
from index.quotations.statement import Speaker, SpeakerKind


def persons(mentions: Iterable[tuple[str, Speaker]], aliases: Aliases | None = None) -> People[Person]:
    """The persons and organisations behind the speakers of statements, given with their articles' ids.

    Two names are one person's only where nothing contradicts it: see `index.people.clustering` for
    full names. A surname alone means the one full-named person of its article who has it, else the
    only one in the corpus; where there are several it stays a person of that article alone. What
    `aliases` says goes before all rules. Unnamed speakers are no persons. The order of `mentions`
    does not matter.
    """
    return counted_persons(((article, speaker, 1) for article, speaker in mentions), aliases)


def counted_persons(
    mentions: Iterable[tuple[str, Speaker, int]], aliases: Aliases | None = None
) -> People[Person]:
    """`persons` of mentions that come with how often each stands in its article."""
    return _Merging(aliases or Aliases(), Mentions(mentions)).people()


class _Placed(NamedTuple):
    """A name that means the person `number` in one article; `at` is their element in the mentions."""

    article: int
    key: int
    at: int
    number: int


class _Merging:
    """Names go by their keys, see `Mentions`; persons by the numbers of their drafts."""

    def __init__(self, aliases: Aliases, mentions: Mentions) -> None:
        self._aliases = aliases
        self._mentions = mentions
        self._drafts: list[Draft] = []
        self._said: dict[str, int] = {}
        keys = mentions.keys()
        self._organisations = {key: mentions.names[key // 2] for key in keys if key % 2 == 0}
        self._persons = {key: mentions.names[key // 2] for key in keys if key % 2}
        parsed = with_umlaut_spellings({name: parse_name(name) for name in self._persons.values()})
        self._parsed = {key: parsed[name] for key, name in self._persons.items()}
        self._everywhere: dict[int, int] = {}

    def people(self) -> People[Person]:
        self._place_organisations()
        self._place_full_names()
        somewhere = self._place_short_names()
        finished = self._finished(somewhere)
        names, articles = self._mentions.names, self._mentions.articles
        return People(
            tuple(finished.values()),
            {names[key // 2]: finished[number] for key, number in sorted(self._everywhere.items())},
            {(articles[at], names[key // 2]): finished[number] for at, key, _, number in somewhere},
        )

    def _finished(self, somewhere: Sequence[_Placed]) -> dict[int, Person]:
        """The person of each draft, in order and numbered by mentions, name and first article."""
        mentions = self._mentions
        everywhere = np.zeros(2 * len(mentions.names), dtype=np.int64)
        everywhere[list(self._everywhere)] = list(self._everywhere.values())
        number = everywhere[mentions.key]
        number[[placed.at for placed in somewhere]] = [placed.number for placed in somewhere]
        shown, shown_of = self._shown()
        counts = Tally(len(self._drafts), number, shown_of[mentions.key], mentions.times)
        at, beside, times = mentions.described()
        descriptions = Tally(len(self._drafts), number[at], beside, times)
        articles = mentions.article[np.unique(number, return_index=True)[1]].tolist()
        drafted: list[tuple[tuple[int, str, str, int, int], list[Count]]] = []
        for old, draft in enumerate(self._drafts):
            named = [Count(shown[value], often, found) for value, often, found in counts.of(old)]
            name = draft.name(named)
            total = sum([count.mentions for count in named])
            drafted.append(((-total, name.casefold(), name, articles[old], old), named))
        finished: dict[int, Person] = {}
        for new, ((_, _, name, _, old), named) in enumerate(sorted(drafted)):
            said = {mentions.descriptions[value]: often for value, often, _ in descriptions.of(old)}
            finished[old] = Person(name, aliases(named), self._drafts[old].kind, description(said), new)
        return finished

    def _shown(self) -> tuple[list[str], Ints]:
        """The names as shown, and for each key which of them is its."""
        numbers: dict[str, int] = {}
        shown_of = np.zeros(2 * len(self._mentions.names), dtype=np.int64)
        for key, name in self._organisations.items():
            shown_of[key] = numbers.setdefault(shown_organisation(name), len(numbers))
        for key, parts in self._parsed.items():
            shown = parts.shown if parts else " ".join(self._persons[key].split())
            shown_of[key] = numbers.setdefault(shown, len(numbers))
        return list(numbers), shown_of

    def _said_person(self, name: str, kind: SpeakerKind) -> int | None:
        """The draft of the person whom the aliases give `name` to."""
        person = self._aliases.person(name)
        if person is None:
            return None
        if person not in self._said:
            self._said[person] = self._new(kind, person)
        elif kind is SpeakerKind.PERSON:
            self._drafts[self._said[person]].kind = kind
        return self._said[person]

    def _are_apart(self, one: Name, other: Name) -> bool:
        return self._aliases.are_apart(one.shown, other.shown)

    def _new(self, kind: SpeakerKind, named: str | None = None) -> int:
        self._drafts.append(Draft(kind, named))
        return len(self._drafts) - 1

    def _place_organisations(self) -> None:
        by_name: dict[str, int] = {}
        for key, written in self._organisations.items():
            number = self._said_person(written, SpeakerKind.ORGANISATION)
            if number is None:
                name = organisation_key(written)
                if name not in by_name:
                    by_name[name] = self._new(SpeakerKind.ORGANISATION)
                number = by_name[name]
            self._everywhere[key] = number

    def _place_full_names(self) -> None:
        full = {key: parts for key, parts in self._parsed.items() if parts is not None and parts.given}
        tails = compound_tails(full.values())
        keys: dict[Name, list[int]] = defaultdict(list)
        for key, parts in full.items():
            if not is_tail(parts, tails) or self._aliases.person(self._persons[key]) is not None:
                keys[parts].append(key)
        groups = with_middle_names(cluster(keys, self._are_apart), self._are_apart)
        for group in groups:
            number = self._said_group(group)
            if number is None:
                number = self._new(SpeakerKind.PERSON)
            self._drafts[number].names.extend(group)
            for parts in group:
                for key in keys[parts]:
                    self._everywhere[key] = number

    def _said_group(self, group: Iterable[Name]) -> int | None:
        """The draft of the person whom the aliases give one of these names to."""
        if not self._aliases.joined:
            return None
        said = (self._said_person(parts.shown, SpeakerKind.PERSON) for parts in group)
        return next((number for number in said if number is not None), None)

    def _place_short_names(self) -> list[_Placed]:
        """Surnames alone and the like, article by article."""
        short: dict[int, Name | None] = {}
        for key, parts in self._parsed.items():
            if key in self._everywhere:
                continue
            number = self._said_person(self._persons[key], SpeakerKind.PERSON)
            if number is None:
                short[key] = parts
            else:
                self._everywhere[key] = number
        names = {parts for parts in short.values() if parts is not None}
        surnames = Surnames(self._drafts, self._aliases, names)
        titled: dict[str, set[str]] = defaultdict(set)
        for parts in names:
            if parts.gender:
                titled[parts.surname].add(parts.gender)
        in_corpus = {parts: surnames.bearers(parts) for parts in names}
        somewhere = self._place_titled(short, surnames, in_corpus)
        brought_in: dict[tuple[int, str], set[int]] = defaultdict(set)
        others: dict[str, set[int]] = defaultdict(set)
        for placed in somewhere:
            surname = self._surname(placed.key)
            brought_in[placed.article, surname].add(placed.number)
            others[surname].add(placed.number)
        done = {placed.key for placed in somewhere}
        alone: dict[tuple[str, ...], int] = {}
        for article, start, mine in self._mentions.with_one_of(short.keys() - done):
            here = self._here(mine, short)
            for at, key in enumerate(mine, start=start):
                if key not in short or key in done:
                    continue
                parts = short[key]
                meant: Collection[int] = []
                if parts:
                    known = surnames.bearers(parts, here)
                    if not (parts.gender and known):
                        known = sorted({*known, *brought_in.get((article, parts.surname), ())})
                    meant = known or surnames.called(parts, here)
                    meant = meant or {*in_corpus[parts], *others.get(parts.surname, ())}
                if len(meant) == 1:
                    somewhere.append(_Placed(article, key, at, next(iter(meant))))
                    continue
                where = self._mentions.articles[article] if meant else ""
                together = _alone_key(self._persons[key], parts, titled, where)
                if together not in alone:
                    alone[together] = self._new(SpeakerKind.PERSON)
                somewhere.append(_Placed(article, key, at, alone[together]))
        return somewhere

    def _here(self, keys: Iterable[int], short: Container[int]) -> set[int]:
        """The persons whom the keys of an article name in full."""
        return {self._everywhere[key] for key in keys if key % 2 and key not in short}

    def _surname(self, key: int) -> str:
        parts = self._parsed[key]
        return parts.surname if parts else ""

    def _place_titled(
        self, short: Mapping[int, Name | None], surnames: Surnames, in_corpus: Mapping[Name, Sequence[int]]
    ) -> list[_Placed]:
        """Surnames behind an office ("President Obama"): the one bearer whom an article gives that office.

        The articles name them so where none of the bearers of the surname can be meant.
        """
        offices = {key: office for key in short if (office := office_before(self._persons[key]))}
        if not offices:
            return []
        held = held_offices(self._mentions, self._everywhere)
        alone: dict[tuple[str, ...], int] = {}
        placed: list[_Placed] = []
        for article, start, mine in self._mentions.with_one_of(offices):
            here = self._here(mine, short)
            for at, key in enumerate(mine, start=start):
                parts = short.get(key)
                if key not in offices or parts is None:
                    continue
                holders = [number for number in in_corpus[parts] if offices[key] in held.get(number, ())]
                meant = [number for number in surnames.bearers(parts, here) if number in holders] or holders
                if len(meant) == 1:
                    placed.append(_Placed(article, key, at, meant[0]))
                    continue
                where = self._mentions.articles[article] if meant else ""
                together = (where, offices[key], parts.surname)
                if together not in alone:
                    alone[together] = self._new(SpeakerKind.PERSON)
                placed.append(_Placed(article, key, at, alone[together]))
        return placed


def _alone_key(
    written: str, parts: Name | None, titled: dict[str, set[str]], article: str
) -> tuple[str, ...]:
    """What two mentions of a surname that nobody is known to bear must have in common."""
    if parts is None:
        return (article, written)
    gender = parts.gender if len(titled[parts.surname]) > 1 else ""
    return (article, *parts.given, parts.surname, gender)
