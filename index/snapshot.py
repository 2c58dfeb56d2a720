"""A snapshot: one published build, open for questions."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from functools import cached_property
from itertools import islice, zip_longest
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoding.encoder import Encoder
from index.encoding.query_vectors import QueryVectors
from index.errors import OperationFailed
from index.outlets import Outlets
from index.people import Match, People
from index.phrases import Phrases
from index.search.arrays import mapped_bytes
from index.search.candidates import ANYTHING, Candidate, CandidateSource, Restriction, Result, UnitKind
from index.search.days import UNKNOWN
from index.search.fusion import DEPTH, SearchMode
from index.search.neighbours import neighbours
from index.search.reranking import RERANKED, Reranker, reranked
from index.search.tokens import terms
from index.search.top import Mask
from index.search.units import Sought, Units, only
from index.search.wordings import Wordings
from index.storage.deferred_check import DeferredCheck
from index.storage.manifest import Manifest, verify
from index.storage.persons import StoredPerson, read_persons
from index.storage.reader import DatabaseReader
from index.suggestions import Suggestions, of_people, of_sources
from index.unnamed import Unnamed

_MOST_MAPPED = 1 << 30
"""Bytes of mapped files in memory from which on a question gives pages back. Only indexes of more than some
hundred thousand passages come to that; reading pages again takes 5 microseconds each.
"""


class Snapshot(CandidateSource):
    """One build, immutable, with everything that answering needs.

    Searching runs in `executor`, never on the event loop; `encoder` may be used lazily, so that
    lexical search needs no model.
    """

    def __init__(
        self,
        manifest: Manifest,
        reader: DatabaseReader,
        units: dict[UnitKind, Units],
        people: People[StoredPerson],
        encoder: Encoder,
        executor: Executor,
        reranker: Reranker | None = None,
    ) -> None:
        self.manifest = manifest
        self.reader = reader
        self.people = people
        self._units = units
        self._phrases = Phrases(reader.stored, units, manifest.articles)
        self._encoder = encoder
        self._executor = executor
        self.reranker = reranker
        self._checking: DeferredCheck | None = None
        self._prepared: asyncio.Future[None] | None = None
        self._vectors = QueryVectors(encoder)
        self._speakers: Suggestions | None = None
        self._sources: Suggestions | None = None

    @classmethod
    async def open(
        cls,
        folder: Path,
        encoder: Encoder,
        executor: Executor,
        reranker: Reranker | None = None,
        *,
        reading: Executor,
    ) -> Snapshot:
        """Open the build in `folder`, checking its files. Raises OperationFailed, naming what is wrong.

        The database is read in `reading`, which has one thread. The checksums of very big files are left
        to `checked`.
        """
        loop = asyncio.get_running_loop()

        def load() -> tuple[Manifest, tuple[str, ...], dict[UnitKind, Units]]:
            manifest = Manifest.read(folder)
            unchecked = verify(folder, manifest)
            try:
                return manifest, unchecked, {kind: Units.load(folder, kind) for kind in UnitKind}
            except (OSError, ValueError) as error:
                raise OperationFailed(f"{folder}: the index cannot be opened ({error})") from error

        persons = loop.run_in_executor(executor, read_persons, folder)
        try:
            manifest, unchecked, units = await loop.run_in_executor(executor, load)
        except OperationFailed:
            await asyncio.wait({persons})
            persons.exception()  # what is wrong has been found already
            raise
        people = People(await persons)
        reader = await DatabaseReader.open(folder, reading)
        snapshot = cls(manifest, reader, units, people, encoder, executor, reranker)
        snapshot._prepared = asyncio.ensure_future(snapshot.run(people.prepare))
        if unchecked:
            snapshot._checking = DeferredCheck(folder, manifest, unchecked)
        return snapshot

    async def warm(self) -> None:
        """Load the model, which takes seconds, before the first question needs it; and `prepare`."""
        await asyncio.gather(self.run(self._encoder.encode, [""]), self.prepare())

    async def prepare(self) -> None:
        """Lay out in memory what makes searching fast, once; questions are answered meanwhile."""
        await self.known_people()
        await self.run(self._read_facts)
        for units in self._units.values():
            await self.run(units.vectors.prepare)

    def _read_facts(self) -> None:
        _ = self.outlets, self._unnamed, self._days  # kept once they were read

    async def checked(self) -> None:
        """Wait until every file is checked. Raises OperationFailed naming the first damaged one."""
        if self._checking is not None:
            await self._checking.done()

    async def close(self) -> None:
        """Close the database; the mapped arrays go with the last reference."""
        if self._checking is not None:
            self._checking.stop()
        if self._prepared is not None:
            await asyncio.wait({self._prepared})
        await self.reader.close()

    async def find_each(self, names: str) -> tuple[tuple[str, tuple[Match[StoredPerson], ...]], ...]:
        """Each of the names in `names`, and whom it means; see `People.find_each`."""
        people = await self.known_people()
        return await self.run(people.find_each, names)

    async def said_by_unnamed(self, name: str) -> frozenset[int]:
        """The numbers of the statements whose speaker is no person and is called so; see `Unnamed.said_by`."""
        return await self.run(lambda: self._unnamed.said_by(name))

    async def known_people(self) -> People[StoredPerson]:
        """The people, ready to be looked up by name without a wait."""
        if self._prepared is not None:
            await self._prepared
        return self.people

    async def suggest_speakers(self, typed: str, limit: int) -> tuple[str, ...]:
        """Names of quoted persons for what is typed so far; see `Suggestions.of`."""
        if self._speakers is None:
            self._speakers = await self.run(of_people, self.people.persons)
        return await self.run(self._speakers.of, typed, limit)

    async def suggest_sources(self, typed: str, limit: int) -> tuple[str, ...]:
        """Outlets, and behind them titles, for what is typed so far; see `Suggestions.of`."""
        if self._sources is None:
            outlets, headlines = await self.reader.sources(), await self.reader.headlines()
            self._sources = await self.run(of_sources, outlets, headlines)
        return await self.run(self._sources.of, typed, limit)

    @cached_property
    def _days(self) -> NDArray[np.int32]:
        """The day on which each statement was published, UNKNOWN where its article has no date."""
        days = np.full(self.manifest.articles, UNKNOWN, dtype=np.int32)
        for published, articles in self.reader.stored.days().items():
            days[articles] = datetime.date.fromisoformat(published).toordinal()
        return days[self._units[UnitKind.STATEMENT].article]

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets. Takes a while the first time: not to be called on the event loop."""
        return Outlets(self.reader.stored.outlets(), self.manifest.articles)

    @cached_property
    def _unnamed(self) -> Unnamed:
        return Unnamed(self.reader.stored.unnamed())

    async def candidates(
        self,
        units: UnitKind,
        query: str,
        use: Callable[[list[Candidate]], Result],
        restriction: Restriction = ANYTHING,
        k: int = DEPTH,
        mode: SearchMode = SearchMode.HYBRID,
    ) -> Result:
        """What `use` makes of the best `k` units for `query`, best first; see `CandidateSource`."""
        again = self.reranker if units is UnitKind.PASSAGE and mode is SearchMode.HYBRID else None
        most = k if again is None else max(k, RERANKED)

        def search() -> Result:
            sought, mask = self._sought(units, query, restriction, most, mode)
            found = self._units[units].ranked(sought, mask, most, mode)
            self._give_back()
            return use((found if again is None else self._read_again(again, query, found))[:k])

        return await self.run(search)

    def _sought(
        self, units: UnitKind, query: str, restriction: Restriction, k: int, mode: SearchMode
    ) -> tuple[Sought, Mask | None]:
        """What is sought, and the units that fulfil the restriction."""
        arrays = self._units[units]
        words, named = terms(query), self.outlets.named(query)
        mask = self.mask(units, restriction)
        meant = self._vectors.of(query) if mode is not SearchMode.LEXICAL and len(arrays) else None
        best = np.empty(0, dtype=np.int64)
        if mode is not SearchMode.DENSE:
            best = arrays.worded(words, named, max(DEPTH, k), mask)
        return Sought(words, named, None if meant is None else meant.result(), best), mask

    def _read_again(self, reranker: Reranker, query: str, found: list[Candidate]) -> list[Candidate]:
        """Passages, best first, with the first of them in the order that the reranker gives."""
        numbers = [candidate.number for candidate in found[:RERANKED]]
        texts = self.reader.stored.texts(UnitKind.PASSAGE, numbers)
        return reranked(found, reranker.scores(query, [texts[number] for number in numbers]))

    async def listed(self, restriction: Restriction, k: int) -> list[int]:
        """At most `k` statements that fulfil the restriction, in the order of the corpus: the first ones, and
        of several persons as many of each, as far as there are.
        """

        def first() -> list[int]:
            arrays = self._units[UnitKind.STATEMENT]
            mask = self.mask(UnitKind.STATEMENT, restriction)
            if restriction.persons is None or restriction.numbers is not None:
                rows = np.arange(min(k, len(arrays))) if mask is None else np.flatnonzero(mask)[:k]
                return [int(row) for row in rows]
            each = [arrays.rows_of(person) for person in sorted(restriction.persons)]
            return _evenly([(rows if mask is None else rows[mask[rows]])[:k].tolist() for rows in each], k)

        return await self.run(first)

    def wordings(self, person: int, mask: Mask | None, apart: int, fewest: int) -> Wordings:
        """The wordings of a person's statements in `mask`; see `Wordings.of`. Takes a while: not to be called
        on the event loop.
        """
        arrays = self._units[UnitKind.STATEMENT]
        rows = arrays.rows_of(person)
        if mask is not None:
            rows = rows[mask[rows]]
        return Wordings.of(rows, arrays.texts, arrays.lexical.lengths, self._days, apart, fewest)

    def nearest(
        self, sought: Iterable[tuple[Wordings, Sequence[int]]], least: float, k: int
    ) -> dict[int, dict[int, float]]:
        """For each of the wordings that are sought, by their heads, the `k` nearest in meaning to it among the
        others of its speaker, not days apart from it: their heads with the cosine, from `least` on, nearest
        first. Takes a while: not to be called on the event loop.
        """
        vectors = self._units[UnitKind.STATEMENT].vectors
        found: dict[int, dict[int, float]] = {}
        for theirs, heads in sought:
            found |= neighbours(vectors, theirs, heads, least, k)
        self._give_back()
        return found

    def _give_back(self) -> None:
        """Do not hold ever more of the files in memory."""
        if mapped_bytes() > _MOST_MAPPED:
            for units in self._units.values():
                units.release()

    def mask(self, units: UnitKind, restriction: Restriction) -> Mask | None:
        """Which rows fulfil the restriction; None: all do. Takes a while: not to be called on the event loop."""
        arrays = self._units[units]
        masks: list[Mask] = []
        either: list[Mask] = []
        if restriction.persons is not None and arrays.persons is not None:
            spoken = [arrays.rows_of(person) for person in restriction.persons]
            either.append(only(np.concatenate(spoken) if spoken else [], len(arrays)))
        if restriction.numbers is not None:
            either.append(only(sorted(restriction.numbers), len(arrays)))
        if either:
            masks.append(np.logical_or.reduce(either))
        source = restriction.source
        if source is not None and (outlets := self.outlets.called(source)):
            masks.append(self.outlets.articles(outlets)[arrays.article])
            source = None
        filters = (source, restriction.before, restriction.after)
        if filters != (None, None, None):
            allowed = self.reader.stored.matching_articles(*filters)
            masks.append(only(allowed, self.manifest.articles)[arrays.article])
        if restriction.outlets is not None:
            masks.append(self.outlets.articles(restriction.outlets)[arrays.article])
        mask = np.logical_and.reduce(masks) if masks else None
        return self._phrases.holding(units, restriction.phrases, mask) if restriction.phrases else mask

    def rarity(self, query: str) -> dict[str, float]:
        """The terms of the query with their rarity in statements."""
        lexical = self._units[UnitKind.STATEMENT].lexical
        return {word: lexical.rarity(column) for word, column, _ in lexical.columns_of(terms(query))}

    async def run(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Do `work` in a thread that searches: the event loop goes on."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *arguments)


def _evenly(each: Iterable[Sequence[int]], k: int) -> list[int]:
    """At most `k` numbers, ascending: the first of each, then the second ones, and so on."""
    turns = (number for turn in zip_longest(*each) for number in turn if number is not None)
    return sorted(islice(turns, k))
