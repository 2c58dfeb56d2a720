"""Whom a surname alone means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from index.people.aliases import Aliases
from index.people.draft import Draft
from index.people.matching import agreeing_gender, same_surname
from index.people.names import Name
from index.people.spelling import romanised
from index.quotations.given_names import FEMALE_NAMES, MALE_NAMES


def compound_tails(names: Iterable[Name]) -> frozenset[tuple[str, ...]]:
    """The ends of two words and more of longer names, which may be compound surnames: "peña nieto"."""
    return frozenset(tail for name in names for tail in _tails(name))


def is_tail(name: Name, tails: frozenset[tuple[str, ...]]) -> bool:
    """Whether a name is the end of a longer one rather than a given name and a surname."""
    if name.given[0] in MALE_NAMES or name.given[0] in FEMALE_NAMES or not name.spells_given_name:
        return False
    return (*name.given, name.surname) in tails


def _tails(name: Name) -> Iterator[tuple[str, ...]]:
    words = (*name.given, name.surname)
    for start in range(1, len(words) - 1):
        yield words[start:]


def with_middle_names(groups: Sequence[list[Name]], apart: Callable[[Name, Name], bool]) -> list[list[Name]]:
    """`groups` of names with those joined that call one person by a middle name: "Gordon Brown" for
    "James Gordon Brown", where only one person is so called.
    """
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for name in group:
            for tail in _tails(name):
                holders[tail].add(number)
    joined = [list(group) for group in groups]
    for number, group in enumerate(groups):
        meant = set().union(*(holders.get((*name.given, name.surname), set()) for name in group)) - {number}
        if len(meant) != 1:
            continue
        at = meant.pop()
        target = groups[at]
        fits = all(agreeing_gender(one, other) and not apart(one, other) for one in group for other in target)
        if fits and all(name.spells_given_name for name in group):
            joined[at].extend(joined[number])
            joined[number] = []
    return [group for group in joined if group]


class Surnames:
    """Full-named persons by what a shorter name of theirs may be."""

    def __init__(self, drafts: Sequence[Draft], aliases: Aliases) -> None:
        self._drafts = drafts
        self._aliases = aliases
        self._by_surname: dict[str, set[int]] = defaultdict(set)
        self._by_tail: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for number, draft in enumerate(drafts):
            for name in draft.names:
                for surname in name.surnames:
                    self._by_surname[romanised(surname)].add(number)
                for tail in _tails(name):
                    self._by_tail[tail].add(number)

    def bearers(self, short: Name, among: Sequence[int] | None = None) -> list[int]:
        """The persons whom `short` may mean: of that surname, and of no other gender."""
        if short.given:
            found = self._by_tail.get((*short.given, short.surname), set())
        else:
            found = set().union(*(self._by_surname.get(romanised(s), set()) for s in short.surnames))
        return sorted(
            number
            for number in (found if among is None else found.intersection(among))
            if self._fits(short, number)
        )

    def called(self, short: Name, among: Iterable[int]) -> list[int]:
        """Those of `among` whose given name is `short` ("Hillary")."""
        if short.given or short.gender:
            return []
        return [
            number
            for number in among
            if any(name.given[0] == short.surname for name in self._drafts[number].names)
        ]

    def _fits(self, short: Name, number: int) -> bool:
        draft = self._drafts[number]
        if short.gender and draft.genders and short.gender not in draft.genders:
            return False
        if any(self._aliases.are_apart(short.shown, name.shown) for name in draft.names):
            return False
        return bool(short.given) or any(same_surname(short, name) for name in draft.names)
