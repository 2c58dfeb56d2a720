"""A snapshot: one published build, open for questions."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.encoding.encoder import Encoder
from index.errors import OperationFailed
from index.folding import word_sequence
from index.people import Match, People
from index.search.arrays import map_array
from index.search.candidates import ANYTHING, Candidate, Restriction, UnitKind
from index.search.covering import cover
from index.search.fusion import DEPTH, SearchMode, fused
from index.search.grouped import Grouped
from index.search.lexical import LexicalIndex
from index.search.neighbours import neighbours
from index.search.reranking import RERANKED, Reranker, reranked
from index.search.tokens import terms
from index.search.top import Mask, Rows, top_rows
from index.search.vectors import VectorIndex
from index.storage.deferred_check import DeferredCheck
from index.storage.manifest import Manifest, verify
from index.storage.persons import StoredPerson, read_persons
from index.storage.reader import DatabaseReader
from index.suggestions import Suggestible, Suggestions

Result = TypeVar("Result")

_QUERIES_KEPT = 64
"""Queries whose vectors are kept: passages and statements are searched for the same words."""

_TEXTS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The search arrays of one kind of unit: `article` is the article's number by row, `persons` are
    the rows by the speaker's number (statements only; -1: no person).
    """

    lexical: LexicalIndex
    vectors: VectorIndex
    article: NDArray[np.int32]
    persons: Grouped | None

    @classmethod
    def load(cls, folder: Path, kind: UnitKind) -> Units:
        """Map the arrays of the build in `folder`."""
        return cls(
            LexicalIndex.load(folder, kind),
            VectorIndex.load(folder, f"{kind}.vectors"),
            map_array(folder, f"{kind}.article"),
            Grouped.by(map_array(folder, f"{kind}.person")) if kind is UnitKind.STATEMENT else None,
        )

    def rows_of(self, person: int) -> Rows:
        """The rows of the statements of a person, ascending."""
        return np.empty(0, dtype=np.int64) if self.persons is None else self.persons.rows(person)


class Snapshot:
    """One build, immutable, with everything that answering needs; a `CandidateSource`.

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
        self._encoder = encoder
        self._executor = executor
        self.reranker = reranker
        self._checking: DeferredCheck | None = None
        self._prepared: asyncio.Future[None] | None = None
        self._vectors: OrderedDict[str, asyncio.Future[NDArray[np.float32]]] = OrderedDict()
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
        snapshot._prepared = asyncio.ensure_future(snapshot._run(people.prepare))
        if unchecked:
            snapshot._checking = DeferredCheck(folder, manifest, unchecked)
        return snapshot

    async def warm(self) -> None:
        """Load the model, which takes seconds, before the first question needs it; and `prepare`."""
        await asyncio.gather(self._run(self._encoder.encode, [""]), self.prepare())

    async def prepare(self) -> None:
        """Lay out in memory what makes searching fast, once; questions are answered meanwhile."""
        await self.known_people()
        for units in self._units.values():
            await self._run(units.vectors.prepare)

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

    async def find_persons(self, name: str) -> tuple[Match[StoredPerson], ...]:
        """Whom a name means, best first; see `Lookup.find`."""
        people = await self.known_people()
        return await self._run(people.find, name)

    async def known_people(self) -> People[StoredPerson]:
        """The people, ready to be looked up by name without a wait."""
        if self._prepared is not None:
            await self._prepared
        return self.people

    async def suggest_speakers(self, typed: str, limit: int) -> tuple[str, ...]:
        """Names of quoted persons for what is typed so far; see `Suggestions.of`."""
        if self._speakers is None:
            names = (
                Suggestible(person.name, tuple(alias for alias, _ in person.aliases), _mentions(person))
                for person in self.people.persons
            )
            self._speakers = await self._run(Suggestions, names)
        return await self._run(self._speakers.of, typed, limit)

    async def suggest_sources(self, typed: str, limit: int) -> tuple[str, ...]:
        """Outlets, and behind them titles, for what is typed so far; see `Suggestions.of`."""
        if self._sources is None:
            outlets = [
                Suggestible(source.outlet, (), source.articles)
                for source in await self.reader.sources()
                if source.outlet is not None
            ]
            titles = (Suggestible(title, (), 0) for title in await self.reader.headlines())
            self._sources = await self._run(Suggestions, (*outlets, *titles))
        return await self._run(self._sources.of, typed, limit)

    async def candidates(
        self,
        units: UnitKind,
        query: str,
        restriction: Restriction = ANYTHING,
        k: int = DEPTH,
        mode: SearchMode = SearchMode.HYBRID,
    ) -> list[Candidate]:
        """The best `k` units for `query`, best first; see `CandidateSource`."""
        arrays = self._units[units]
        mask = await self._mask(units, arrays, restriction)
        again = self.reranker if units is UnitKind.PASSAGE and mode is SearchMode.HYBRID else None
        most = k if again is None else max(k, RERANKED)
        words = terms(query)
        # The words are looked up while the query is encoded, where there are two processors.
        vector, worded = await asyncio.gather(
            self._sought(arrays, query, mode), self._worded(arrays, words, most, mask, mode)
        )
        found = await self._run(_ranked, arrays, words, vector, worded, mask, most, mode)
        if again is not None:
            found = await self._read_again(again, query, found)
        return found[:k]

    async def _sought(self, arrays: Units, query: str, mode: SearchMode) -> NDArray[np.float32] | None:
        """The query's vector, None where it is not needed."""
        needed = mode is not SearchMode.LEXICAL and len(arrays.lexical)
        return await self._vector(query) if needed else None

    async def _worded(
        self, arrays: Units, words: Sequence[str], k: int, mask: Mask | None, mode: SearchMode
    ) -> Rows:
        """The best units by the query's words."""
        if mode is SearchMode.DENSE:
            return np.empty(0, dtype=np.int64)
        return (await self._run(arrays.lexical.top, words, max(DEPTH, k), mask))[0]

    async def _read_again(self, reranker: Reranker, query: str, found: list[Candidate]) -> list[Candidate]:
        """Passages, best first, with the first of them in the order that the reranker gives."""
        numbers = [candidate.number for candidate in found[:RERANKED]]
        texts = await self.reader.texts(UnitKind.PASSAGE, numbers)
        scores = await self._run(reranker.scores, query, [texts[number] for number in numbers])
        return reranked(found, scores)

    async def listed(self, restriction: Restriction, k: int) -> list[int]:
        """The first `k` statements that fulfil the restriction, in the order of the corpus."""
        arrays = self._units[UnitKind.STATEMENT]
        mask = await self._mask(UnitKind.STATEMENT, arrays, restriction)
        rows = np.arange(len(arrays.lexical)) if mask is None else np.flatnonzero(mask)
        return [int(row) for row in rows[:k]]

    async def nearest(
        self, statements: Mapping[int, Sequence[int]], restriction: Restriction, least: float, k: int
    ) -> dict[int, dict[int, float]]:
        """For each of the statements, given by their speakers, the `k` nearest in meaning to it among the
        speaker's other statements that fulfil the restriction: their numbers with the cosine, from
        `least` on, nearest first.
        """
        arrays = self._units[UnitKind.STATEMENT]
        mask = await self._mask(UnitKind.STATEMENT, arrays, replace(restriction, persons=None))

        def search() -> dict[int, dict[int, float]]:
            found: dict[int, dict[int, float]] = {}
            for person, theirs in statements.items():
                rows = arrays.rows_of(person)
                among = rows if mask is None else rows[mask[rows]]
                found |= neighbours(arrays.vectors, theirs, among, least, k)
            return found

        return await self._run(search)

    def rarity(self, query: str) -> dict[str, float]:
        """The terms of the query with their rarity in statements."""
        lexical = self._units[UnitKind.STATEMENT].lexical
        return {word: lexical.idf(word) for word in terms(query)}

    async def _vector(self, query: str) -> NDArray[np.float32]:
        """The vector of a query; one that is being encoded, or was of late, is not encoded again."""
        task = self._vectors.get(query)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            encoding = self._run(lambda: self._encoder.encode([query], queries=True)[0])
            task = self._vectors[query] = asyncio.ensure_future(encoding)
            while len(self._vectors) > _QUERIES_KEPT:
                self._vectors.popitem(last=False)
        return await asyncio.shield(task)  # who waits for it may be cancelled, others go on waiting

    async def _run(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Do `work` in the executor: the event loop goes on."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *arguments)

    async def _mask(self, units: UnitKind, arrays: Units, restriction: Restriction) -> Mask | None:
        """Which rows fulfil the restriction; None: all do."""
        masks: list[Mask] = []
        if restriction.persons is not None and arrays.persons is not None:
            spoken = [arrays.rows_of(person) for person in restriction.persons]
            masks.append(_only(np.concatenate(spoken) if spoken else [], len(arrays.lexical)))
        if restriction.numbers is not None:
            masks.append(_only(sorted(restriction.numbers), len(arrays.lexical)))
        if (restriction.source, restriction.before, restriction.after) != (None, None, None):
            allowed = await self.reader.matching_articles(
                restriction.source, restriction.before, restriction.after
            )
            masks.append(_only(allowed, self.manifest.articles)[arrays.article])
        mask = np.logical_and.reduce(masks) if masks else None
        if restriction.phrases:
            mask = await self._with_phrases(units, arrays, restriction.phrases, mask)
        return mask

    async def _with_phrases(
        self, units: UnitKind, arrays: Units, phrases: Sequence[str], mask: Mask | None
    ) -> Mask:
        """The rows within `mask` whose text holds every phrase word for word."""
        sought = [word_sequence(phrase) for phrase in phrases]
        holding, rows = await self._run(_with_terms, arrays.lexical, phrases, mask)
        for start in range(0, rows.size, _TEXTS_AT_ONCE):
            chunk = [int(row) for row in rows[start : start + _TEXTS_AT_ONCE]]
            texts = await self.reader.texts(units, chunk)
            held = await self._run(_holding, texts, sought)
            holding[list(texts)] = held
        return holding


def _ranked(
    arrays: Units,
    words: Sequence[str],
    vector: NDArray[np.float32] | None,
    worded: Rows,
    mask: Mask | None,
    k: int,
    mode: SearchMode,
) -> list[Candidate]:
    """The best `k` of the units that are best by words or nearest in meaning, best first."""
    rows, cosines = np.sort(worded), None
    if vector is not None:
        rows, cosines = arrays.vectors.top_and(vector, max(DEPTH, k), mask, rows)
    lexical = arrays.lexical.scores_of(words, rows)
    coverage = cover(arrays.lexical, words, rows)
    arrays.lexical.release()
    if cosines is None:
        scores = lexical
    elif mode is SearchMode.DENSE:
        scores = cosines
    else:
        scores = fused(cosines, lexical, coverage.salience)
    return [
        Candidate(
            int(rows[at]),
            float(scores[at]),
            None if cosines is None else float(cosines[at]),
            float(lexical[at]),
            float(coverage.share[at]),
        )
        for at in top_rows(scores, k)
    ]


def _with_terms(lexical: LexicalIndex, phrases: Sequence[str], mask: Mask | None) -> tuple[Mask, Rows]:
    """The rows within `mask` that hold every term of the phrases, as a mask and by number."""
    holding = np.ones(len(lexical), dtype=np.bool_) if mask is None else mask.copy()
    for term in {term for phrase in phrases for term in terms(phrase)}:
        rows = np.flatnonzero(holding)
        holding[rows] = lexical.scores_of([term], rows) != 0
    return holding, np.flatnonzero(holding)


def _holding(texts: Mapping[int, str], sought: Sequence[str]) -> list[bool]:
    """Of each text, whether it holds every word sequence that is sought."""
    return [all(one in words for one in sought) for words in map(word_sequence, texts.values())]


def _mentions(person: StoredPerson) -> int:
    return sum(count for _, count in person.aliases)


def _only(rows: Sequence[int] | Rows, count: int) -> Mask:
    """Of `count` rows these."""
    mask = np.zeros(count, dtype=np.bool_)
    mask[np.asarray(rows, dtype=np.int64)] = True
    return mask
