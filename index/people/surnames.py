"""Whom a surname alone means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from index.people.aliases import Aliases
from index.people.draft import Draft
from index.people.matching import agreeing_gender, same_surname, surname_keys
from index.people.names import Name
from index.quotations.given_names import GIVEN_NAMES


def compound_tails(names: Iterable[Name]) -> frozenset[tuple[str, ...]]:
    """The ends of two words and more of longer names, which may be compound surnames: "peña nieto"."""
    return frozenset(tail for name in names for tail in _tails(name))


def is_tail(name: Name, tails: frozenset[tuple[str, ...]]) -> bool:
    """Whether a name is the end of a longer one rather than a given name and a surname."""
    if name.given[0] in GIVEN_NAMES or not name.spells_given_name:
        return False
    return (*name.given, name.surname) in tails


def _tails(name: Name) -> Iterator[tuple[str, ...]]:
    if len(name.given) < 2:
        return
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
        called = [held for name in group if (held := holders.get((*name.given, name.surname)))]
        meant = set().union(*called) - {number}
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
    """Full-named persons by what a shorter name of theirs may be, as far as the `asked` names need it."""

    def __init__(self, drafts: Sequence[Draft], aliases: Aliases, asked: Iterable[Name]) -> None:
        self._drafts = drafts
        self._aliases = aliases
        asked = tuple(asked)
        self._by_surname = {key: set[int]() for name in asked for key in surname_keys(name.surnames)}
        self._by_tail = {(*name.given, name.surname): set[int]() for name in asked if name.given}
        self._by_given = {name.surname: set[int]() for name in asked if not name.given}
        for number, draft in enumerate(drafts):
            for name in draft.names:
                for surname in surname_keys(name.surnames):
                    if (bearers := self._by_surname.get(surname)) is not None:
                        bearers.add(number)
                for tail in _tails(name):
                    if (bearers := self._by_tail.get(tail)) is not None:
                        bearers.add(number)
                if (bearers := self._by_given.get(name.given[0])) is not None:
                    bearers.add(number)

    def bearers(self, short: Name, among: Set[int] | None = None) -> list[int]:
        """The persons whom `short` may mean: of that surname, and of no other gender."""
        if short.given:
            found = self._by_tail[(*short.given, short.surname)]
        else:
            found = set().union(*(self._by_surname[key] for key in surname_keys(short.surnames)))
        return sorted(
            number for number in (found if among is None else found & among) if self._fits(short, number)
        )

    def called(self, short: Name, among: Set[int]) -> list[int]:
        """Those of `among` whose given name is `short` ("Hillary")."""
        return [] if short.given or short.gender else sorted(self._by_given[short.surname] & among)

    def _fits(self, short: Name, number: int) -> bool:
        draft = self._drafts[number]
        if short.gender and draft.genders and short.gender not in draft.genders:
            return False
        if any(self._aliases.are_apart(short.shown, name.shown) for name in draft.names):
            return False
        return bool(short.given) or any(same_surname(short, name) for name in draft.names)
