"""Full names that may be one person's, put together only where nothing contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from index.people.matching import compatible, initials, surname_keys
from index.people.names import Name
from index.people.spelling import given_names, romanised

_LARGEST_BLOCK = 400
_REMEMBERED = 16_384


def cluster(names: Iterable[Name], apart: Callable[[Name, Name], bool]) -> list[list[Name]]:
    """Groups of full names in which every two are compatible, and not said to be `apart`.

    A name that fits two others which contradict each other ("J. Kerry" beside "John Kerry" and
    "James Kerry") stays alone. The groups do not depend on the order of `names`.
    """
    ordered = sorted(set(names), key=lambda name: (name.shown, name.given, name.surname, name.gender))
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in _candidates(ordered):
        if other in near.get(one, ()) or not compatible(ordered[one], ordered[other]):
            continue
        if not apart(ordered[one], ordered[other]):
            near[one].add(other)
            near[other].add(one)
    torn = {at for at, others in near.items() if any(others - {other} - near[other] for other in others)}
    groups: list[list[Name]] = []
    placed: set[int] = set()
    for at, name in enumerate(ordered):
        if at in placed:
            continue
        # Without the torn names all neighbours of a name are each other's neighbours, too.
        others = sorted(near[at] - torn) if at in near and at not in torn else []
        placed.update(others)
        groups.append([name, *(ordered[other] for other in others)])
    return groups


def _candidates(names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Pairs (places in `names`) that are worth a comparison: of one surname, and of given names that can
    be alike.
    """
    spelled: dict[tuple[str, str], list[int]] = defaultdict(list)
    initialled: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        first = name.given[0]
        for surname in surname_keys(name.surnames):
            if len(first) == 1:
                initialled[surname, first].append(at)
            else:
                for given in _given_keys(first):
                    spelled[surname, given].append(at)
    for block in spelled.values():
        if 1 < len(block) <= _LARGEST_BLOCK:
            yield from combinations(block, 2)
    meant: dict[tuple[str, str], list[int]] = {key: [] for key in initialled}
    surnames = {surname for surname, _ in initialled}
    for at, name in enumerate(names):
        for surname in surnames & surname_keys(name.surnames):
            for letter in initials(name.given[0]):
                if (surname, letter) in meant:
                    meant[surname, letter].append(at)
    for key, short in initialled.items():
        if len(short) * len(meant[key]) <= _LARGEST_BLOCK * _LARGEST_BLOCK:
            yield from ((one, other) for one in short for other in meant[key] if other != one)


@lru_cache(maxsize=_REMEMBERED)
def _given_keys(first: str) -> frozenset[str]:
    return given_names(first) | {romanised(first)}
