"""The speakers of all articles made into persons of the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from index.people.aliases import Aliases
from index.people.clustering import cluster
from index.people.draft import Draft
from index.people.names import Name, parse_name, with_umlaut_spellings
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
    counts: dict[str, dict[tuple[SpeakerKind, str], int]] = {}
    descriptions: dict[tuple[str, str], Counter[str]] = {}
    for article, speaker, times in mentions:
        if speaker.kind is SpeakerKind.UNNAMED or not speaker.name.strip():
            continue
        mine = counts.setdefault(article, {})
        key = (speaker.kind, speaker.name)
        mine[key] = mine.get(key, 0) + times
        if speaker.description:
            descriptions.setdefault((article, speaker.name), Counter())[speaker.description] += times
    return _Merging(aliases or Aliases(), counts, descriptions).people()


class _Merging:
    def __init__(
        self,
        aliases: Aliases,
        counts: dict[str, dict[tuple[SpeakerKind, str], int]],
        descriptions: dict[tuple[str, str], Counter[str]],
    ) -> None:
        self._aliases = aliases
        self._counts = counts
        self._descriptions = descriptions
        self._drafts: list[Draft] = []
        self._said: dict[str, int] = {}
        self._names: dict[str, Name | None] = {}
        self._everywhere: dict[tuple[SpeakerKind, str], int] = {}

    def people(self) -> People[Person]:
        written = sorted({key for mine in self._counts.values() for key in mine})
        self._place_organisations([name for kind, name in written if kind is SpeakerKind.ORGANISATION])
        self._names = with_umlaut_spellings(
            {name: parse_name(name) for kind, name in written if kind is SpeakerKind.PERSON}
        )
        self._place_full_names()
        somewhere = self._place_short_names()
        shown = {key: self._shown(*key) for key in written}
        for article, mine in self._counts.items():
            for key, times in mine.items():
                number = self._everywhere.get(key)
                draft = self._drafts[somewhere[article, key[1]] if number is None else number]
                draft.count(article, shown[key], times, self._descriptions.get((article, key[1]), {}))
        done = [(*draft.finish(), number) for number, draft in enumerate(self._drafts)]
        done.sort(key=lambda item: item[0])
        finished = {old: replace(person, number=new) for new, (_, person, old) in enumerate(done)}
        return People(
            tuple(finished.values()),
            {key[1]: finished[old] for key, old in sorted(self._everywhere.items())},
            {key: finished[old] for key, old in somewhere.items()},
        )

    def _shown(self, kind: SpeakerKind, name: str) -> str:
        if kind is SpeakerKind.ORGANISATION:
            return shown_organisation(name)
        parts = self._names[name]
        return parts.shown if parts else " ".join(name.split())

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

    def _place_organisations(self, names: Iterable[str]) -> None:
        by_key: dict[str, int] = {}
        for name in names:
            number = self._said_person(name, SpeakerKind.ORGANISATION)
            if number is None:
                key = organisation_key(name)
                if key not in by_key:
                    by_key[key] = self._new(SpeakerKind.ORGANISATION)
                number = by_key[key]
            self._everywhere[SpeakerKind.ORGANISATION, name] = number

    def _place_full_names(self) -> None:
        full = {name: parts for name, parts in self._names.items() if parts is not None and parts.is_full}
        tails = compound_tails(full.values())
        by_name: dict[Name, list[str]] = defaultdict(list)
        for written, parts in full.items():
            if self._aliases.person(written) is not None or not is_tail(parts, tails):
                by_name[parts].append(written)
        groups = with_middle_names(cluster(by_name, self._are_apart), self._are_apart)
        for group in groups:
            said = (self._said_person(parts.shown, SpeakerKind.PERSON) for parts in group)
            number = next((number for number in said if number is not None), None)
            number = self._new(SpeakerKind.PERSON) if number is None else number
            self._drafts[number].names.extend(group)
            for parts in group:
                self._everywhere.update(((SpeakerKind.PERSON, written), number) for written in by_name[parts])

    def _place_short_names(self) -> dict[tuple[str, str], int]:
        """Surnames alone and the like, article by article."""
        short: dict[str, Name | None] = {}
        for written, parts in self._names.items():
            if (SpeakerKind.PERSON, written) in self._everywhere:
                continue
            number = self._said_person(written, SpeakerKind.PERSON)
            if number is None:
                short[written] = parts
            else:
                self._everywhere[SpeakerKind.PERSON, written] = number
        surnames = Surnames(self._drafts, self._aliases)
        titled: dict[str, set[str]] = defaultdict(set)
        for parts in short.values():
            if parts is not None and parts.gender:
                titled[parts.surname].add(parts.gender)
        in_corpus = {written: surnames.bearers(parts) if parts else [] for written, parts in short.items()}
        alone: dict[tuple[str, ...], int] = {}
        somewhere: dict[tuple[str, str], int] = {}
        for article in sorted(self._counts):
            mine = [name for kind, name in self._counts[article] if kind is SpeakerKind.PERSON]
            unsure = sorted(name for name in mine if name in short)
            if not unsure:
                continue
            here = sorted({self._everywhere[SpeakerKind.PERSON, name] for name in mine if name not in short})
            for written in unsure:
                parts = short[written]
                meant = surnames.bearers(parts, here) or surnames.called(parts, here) if parts else []
                meant = meant or in_corpus[written]
                if len(meant) == 1:
                    somewhere[article, written] = meant[0]
                    continue
                key = _alone_key(written, parts, titled, article if meant else "")
                if key not in alone:
                    alone[key] = self._new(SpeakerKind.PERSON)
                somewhere[article, written] = alone[key]
        return somewhere


def _alone_key(
    written: str, parts: Name | None, titled: dict[str, set[str]], article: str
) -> tuple[str, ...]:
    """What two mentions of a surname that nobody is known to bear must have in common."""
    if parts is None:
        return (article, written)
    gender = parts.gender if len(titled[parts.surname]) > 1 else ""
    return (article, *parts.given, parts.surname, gender)
