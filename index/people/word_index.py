"""Persons by the words of their names, filed so that nothing need be parsed before it is asked for."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from index.people.names import word_keys
from index.people.spelling import romanised


class WordIndex:
    """Who may have a given name, an initial or a surname; their names parsed tell who has it.

    The persons come as numbers with their names. A name is filed under its words as they stand,
    and each distinct word under all that it can be in a parsed name.
    """

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        words: dict[str, int] = {}
        filed, persons = array("i"), array("i")
        for number, name in names:
            for word in _words(name):
                filed.append(words.setdefault(word, len(words)))
                persons.append(number)
        order = np.argsort(np.frombuffer(filed, dtype=np.int32), kind="stable")
        self._persons = np.frombuffer(persons, dtype=np.int32)[order]
        counts = np.bincount(np.frombuffer(filed, dtype=np.int32), minlength=len(words))
        self._ends = np.cumsum(counts, dtype=np.int32)
        self._words = tuple(words)

    @cached_property
    def parts(self) -> dict[str, list[int]]:
        """All that words can be, folded, with the numbers of these words."""
        parts: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            for part in word_keys(word):
                parts[part].append(number)
        return dict(parts)

    @cached_property
    def romanised_parts(self) -> dict[str, list[str]]:
        """The `parts` by what their transliterations have in common."""
        alike: dict[str, list[str]] = defaultdict(list)
        for part in self.parts:
            alike[romanised(part)].append(part)
        return dict(alike)

    def having(self, part: str) -> set[int]:
        """The persons who may have a folded part of a name."""
        return {
            person
            for word in self.parts.get(part, ())
            for person in self._persons[self._ends[word - 1] if word else 0 : self._ends[word]].tolist()
        }

    def having_all(self, parts: Sequence[str]) -> set[int]:
        """The persons who may have every one of the `parts`, at least one."""
        return set.intersection(*(self.having(part) for part in parts))

    def having_like(self, keys: Iterable[str]) -> set[int]:
        """The persons who may have a part that is one of the `keys` when romanised."""
        return {
            person
            for key in keys
            for part in self.romanised_parts.get(key, ())
            for person in self.having(part)
        }


def _words(name: str) -> Iterable[str]:
    """The words of a name, however it is cut."""
    words = name.split()
    return {*words, *name.replace(",", " ").split()} if "," in name else words
