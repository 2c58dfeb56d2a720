"""Full names that may be one person's, put together only where nothing contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from index.people.matching import compatible, initials
from index.people.names import Name
from index.people.spelling import given_names, romanised

_LARGEST_BLOCK = 400


def cluster(names: Iterable[Name], apart: Callable[[Name, Name], bool]) -> list[list[Name]]:
    """Groups of full names in which every two are compatible, and not said to be `apart`.

    A name that fits two others which contradict each other ("J. Kerry" beside "John Kerry" and
    "James Kerry") stays alone. The groups do not depend on the order of `names`.
    """
    ordered = sorted(set(names), key=lambda name: (name.shown, name.given, name.surname, name.gender))
    neighbours: dict[Name, set[Name]] = {name: set() for name in ordered}
    for one, other in _candidates(ordered):
        if other not in neighbours[one] and compatible(one, other) and not apart(one, other):
            neighbours[one].add(other)
            neighbours[other].add(one)
    torn = {name for name, near in neighbours.items() if _contradict(near, neighbours)}
    groups: list[list[Name]] = []
    placed: set[Name] = set()
    for name in ordered:
        if name in placed:
            continue
        # Without the torn names all neighbours of a name are each other's neighbours, too.
        group = (
            [name]
            if name in torn
            else [name, *sorted(neighbours[name] - torn, key=lambda other: other.shown)]
        )
        placed.update(group)
        groups.append(group)
    return groups


def _contradict(near: set[Name], neighbours: dict[Name, set[Name]]) -> bool:
    return any(not near - {name} <= neighbours[name] for name in near)


def _candidates(names: Sequence[Name]) -> Iterable[tuple[Name, Name]]:
    """Pairs that are worth a comparison: of one surname, and of given names that can be alike."""
    by_surname: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for surname in name.surnames:
            by_surname[romanised(surname)].append(name)
    for bucket in by_surname.values():
        if len(bucket) > 1:
            yield from _pairs(bucket)


def _pairs(bucket: Sequence[Name]) -> Iterable[tuple[Name, Name]]:
    blocks: dict[str, list[Name]] = defaultdict(list)
    initialled: dict[str, list[Name]] = defaultdict(list)
    by_initial: dict[str, list[Name]] = defaultdict(list)
    for name in bucket:
        first = name.given[0]
        if len(first) == 1:
            initialled[first].append(name)
        else:
            for key in {*given_names(first), romanised(first)}:
                blocks[key].append(name)
        for letter in initials(first):
            by_initial[letter].append(name)
    for block in blocks.values():
        if len(block) <= _LARGEST_BLOCK:
            yield from combinations(block, 2)
    for letter, short in initialled.items():
        if len(short) * len(by_initial[letter]) <= _LARGEST_BLOCK * _LARGEST_BLOCK:
            yield from ((one, other) for one in short for other in by_initial[letter] if other is not one)
