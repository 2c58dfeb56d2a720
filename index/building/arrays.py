"""The search arrays of a build: term weights, vectors, and the article and speaker of every unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.building.codes import KnownCodes, write_codes
from index.building.earlier import EarlierBuild
from index.building.embedding import KnownVectors, write_hashes, write_vectors
from index.building.lexical import lexical_index
from index.building.origins import NEW, Origins
from index.building.progress import Listener, Progress, Stage
from index.encoding.encoder import Encoder
from index.passages import scoring_text
from index.search.arrays import write_array
from index.search.candidates import UnitKind
from index.search.postings import Postings, collect
from index.search.tokens import terms
from index.storage.manifest import Versions
from index.storage.sealing import Sealer
from index.storage.writer import DatabaseWriter


@dataclass(frozen=True, slots=True, eq=False)
class CollectedTerms:
    """The terms of those units of a kind whose `origins` are NEW; the others stand in the folder `earlier`."""

    kind: UnitKind
    words: list[str]
    postings: Postings
    origins: NDArray[np.int32]
    earlier: Path | None

    @property
    def mostly_new(self) -> bool:
        """Whether more than half of the units are new."""
        return bool(2 * np.count_nonzero(self.origins == NEW) > self.origins.size)


@dataclass(frozen=True, slots=True)
class ArrayWriter:
    """Writes the arrays of both kinds of units into a build's folder, taking over from `earlier` what
    `origins` say stands there.
    """

    database: DatabaseWriter
    folder: Path
    sealer: Sealer
    earlier: EarlierBuild | None
    origins: Mapping[UnitKind, NDArray[np.int32]]

    @classmethod
    def of(
        cls,
        database: DatabaseWriter,
        folder: Path,
        sealer: Sealer,
        earlier: EarlierBuild | None,
        origins: Mapping[UnitKind, Origins],
    ) -> ArrayWriter:
        """A writer for the units that are stored now; without `earlier` all of them are new."""
        rows = {kind: origin.rows() for kind, origin in origins.items()}
        if earlier is None:
            rows = {kind: np.full(held.size, NEW, dtype=np.int32) for kind, held in rows.items()}
        return cls(database, folder, sealer, earlier, rows)

    def write_vectors(self, encoder: Encoder, listener: Listener) -> int:
        """Write the units' vectors, content hashes and articles; returns how many texts were embedded."""
        known = self._known(encoder.identity)
        total = sum(rows.size for rows in self.origins.values())
        embedded = finished = 0
        for kind, rows in self.origins.items():

            def texts(wanted: NDArray[np.int64], of: UnitKind = kind) -> Iterator[str]:
                return self._texts(of, wanted)

            def advance(done: int, before: int = finished) -> None:
                listener(Progress(Stage.EMBEDDING, before + done, total))

            earlier = self.earlier.folder if self.earlier else None
            hashes = write_hashes(self.folder, kind, texts, rows, earlier)
            embedded += write_vectors(self.folder, kind, texts, hashes, rows, encoder, known, advance)
            codes = self._known_codes(f"{kind}.vectors", rows, encoder.identity)
            self.sealer.run(partial(write_codes, self.folder, f"{kind}.vectors", known=codes))
            article = write_array(self.folder, f"{kind}.article", self.database.articles_of(kind))
            self.sealer.add_matching(f"{kind}.vectors*.npy")
            self.sealer.add(f"{kind}.hashes.npy", article)
            finished += rows.size
        return embedded

    def collect_terms(self, versions: Versions) -> tuple[CollectedTerms, ...]:
        """Cut the texts into terms that the earlier build did not, which reads the database."""
        earlier = self.earlier
        if earlier is not None and earlier.manifest.versions.terms != versions.terms:
            earlier = None
        collected = []
        for kind, rows in self.origins.items():
            origins = rows if earlier is not None else np.full(rows.size, NEW, dtype=np.int32)
            new = np.flatnonzero(origins == NEW)
            words, postings = collect(terms(text) for text in self._texts(kind, new))
            before = earlier.folder if earlier is not None else None
            collected.append(CollectedTerms(kind, words, postings, origins, before))
        return tuple(collected)

    def write_terms(self, collected: Iterable[CollectedTerms]) -> None:
        """Write the lexical indexes; the database is not read."""
        for one in collected:
            index = lexical_index(one.words, one.postings, one.origins, one.earlier, one.kind)
            self.sealer.add(*index.save(self.folder, one.kind))

    def write_persons(self, numbers: NDArray[np.int32]) -> None:
        """Write the number of each statement's person."""
        self.sealer.add(write_array(self.folder, f"{UnitKind.STATEMENT}.person", numbers))

    def _texts(self, kind: UnitKind, rows: NDArray[np.int64]) -> Iterator[str]:
        """What is scored of each unit: a passage has its article's title in front, a statement stands alone."""
        for title, text in self.database.units(kind, rows):
            yield scoring_text(title if kind is UnitKind.PASSAGE else None, text)

    def _known_codes(self, name: str, rows: NDArray[np.int32], encoder: str) -> KnownCodes | None:
        """The codes of the earlier build, if its vectors come from the encoder of that identity."""
        folder = self._embedded_by(encoder)
        return None if folder is None else KnownCodes.load(folder, name, rows)

    def _known(self, encoder: str) -> KnownVectors:
        """The vectors of the earlier build, if they come from the encoder of that identity."""
        folder = self._embedded_by(encoder)
        return KnownVectors.none() if folder is None else KnownVectors.read(folder, tuple(UnitKind))

    def _embedded_by(self, encoder: str) -> Path | None:
        """The folder of the earlier build, None where there is none of that encoder."""
        if self.earlier is None or self.earlier.manifest.encoder != encoder:
            return None
        return self.earlier.folder
