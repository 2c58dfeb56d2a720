"""The persons of a corpus, and whom a name means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

from index.people.lookup import Lookup, Match, Named

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

    @cached_property
    def _lookup(self) -> Lookup[P]:
        return Lookup(self.persons)
