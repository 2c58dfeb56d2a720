"""The persons of a corpus, and whom a name means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Generic, TypeVar

from index.people.listed_names import listed_names
from index.people.lookup import Lookup
from index.people.match import Match, Named

P = TypeVar("P", bound=Named)


class People(Generic[P]):
    """All persons and organisations, most mentioned first."""

    def __init__(
        self,
        persons: tuple[P, ...],
        everywhere: Mapping[str, P] | None = None,
        somewhere: Mapping[tuple[str, str], P] | None = None,
    ) -> None:
        self.persons = persons
        self._everywhere = everywhere or {}
        self._somewhere = somewhere or {}

    def prepare(self) -> None:
        """Make the keys of `find` now; with very many persons the first search would wait for it."""
        self._lookup.prepare()

    def of(self, article: str, name: str) -> P | None:
        """The person that the speaker `name` of an article is; None for unnamed speakers and unknown articles."""
        found = self._somewhere.get((article, name))
        return self._everywhere.get(name) if found is None else found

    def find(self, words: str) -> tuple[Match[P], ...]:
        """The persons that a name, as a user types it, may mean, best first; see `Lookup.find`."""
        return self._lookup.find(words)

    def find_each(self, words: str) -> tuple[tuple[str, tuple[Match[P], ...]], ...]:
        """Each of the names in `words` ("Putin and Cameron") and whom it means; the words as one name where
        somebody is called so as a whole ("Marks and Spencer"), and where none of them means anybody.
        """
        names = listed_names(words)
        if len(names) > 1 and not self._lookup.is_name(words):
            each = tuple((name, self.find(name)) for name in self._with_surnames(names))
            if any(found for _, found in each):
                return each
        return ((words, self.find(words)),)

    def _with_surnames(self, names: Sequence[str]) -> list[str]:
        """The names, "Bill and Hillary Clinton" both with the surname where that is somebody's name."""
        whole: list[str] = []
        for name, following in zip_longest(names, names[1:], fillvalue=""):
            _, _, surname = following.rpartition(" ")
            full = f"{name} {surname}"
            whole.append(
                full if surname != following and " " not in name and self._lookup.is_name(full) else name
            )
        return whole

    @cached_property
    def _lookup(self) -> Lookup[P]:
        return Lookup(self.persons)
