"""The search arrays of a build: term weights, vectors, and the article and speaker of every unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from index.building.embedding import KnownVectors, write_vectors
from index.building.progress import Listener, Progress, Stage
from index.encoding.encoder import Encoder
from index.passages import scoring_text
from index.search.arrays import write_array
from index.search.candidates import UnitKind
from index.search.codes import write_codes
from index.search.lexical import LexicalIndex
from index.search.tokens import terms
from index.storage.writer import DatabaseWriter


def write_arrays(
    database: DatabaseWriter, folder: Path, encoder: Encoder, known: KnownVectors, listener: Listener
) -> int:
    """Write the arrays of both kinds of units; returns how many texts were embedded."""
    counts = {UnitKind.PASSAGE: database.passages, UnitKind.STATEMENT: database.statements}
    total = sum(counts.values())
    embedded = finished = 0
    for kind, count in counts.items():
        LexicalIndex.build(terms(text) for text in _scored(database, kind)).save(folder, kind)
        article = np.fromiter(database.column(kind, "article"), np.int32, count)
        write_array(folder, f"{kind}.article", article)

        def advance(done: int, before: int = finished) -> None:
            listener(Progress(Stage.EMBEDDING, before + done, total))

        embedded += write_vectors(folder, kind, _scored(database, kind), count, encoder, known, advance)
        write_codes(folder, f"{kind}.vectors")
        finished += count
    person = np.fromiter(database.column(UnitKind.STATEMENT, "person"), np.int32, database.statements)
    write_array(folder, f"{UnitKind.STATEMENT}.person", person)
    return embedded


def _scored(database: DatabaseWriter, kind: UnitKind) -> Iterator[str]:
    """What is scored of each unit: a passage has its article's title in front, a statement stands alone."""
    for title, text in database.units(kind):
        yield scoring_text(title if kind is UnitKind.PASSAGE else None, text)
