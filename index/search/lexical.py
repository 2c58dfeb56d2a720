"""BM25 over terms: rank-bm25's weights in a sparse matrix by term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import map_array, release_pages, write_array
from index.search.okapi import K1, inverse_document_frequencies, length_norms, rarity
from index.search.postings import Postings, collect
from index.search.top import Mask, Rows, Scores, top_rows
from index.search.vocabulary import Vocabulary

_ARRAYS = ("columns", "documents", "frequencies", "weights", "lengths")
Column = tuple[str, slice, int]
_BLOCK = 1 << 20
_SAMPLE = 1 << 11
"""Among the documents of how many postings a bar is sought for the best."""


@dataclass(frozen=True, slots=True, eq=False)
class LexicalIndex:
    """Term weights in compressed sparse columns, one column a term of the vocabulary.

    The postings of term `t` are `columns[t]:columns[t + 1]` of `documents` (int32, ascending),
    `frequencies` (how often the term stands in the document) and `weights` (float64: what the term
    adds to the document's score). `lengths` counts the terms of each document.

    The scores are those of rank-bm25's `BM25Okapi` (k1 1.5, b .75, epsilon .25) to 1e-9. Where its
    weights cannot rank, others stand in: see `okapi.inverse_document_frequencies`.
    """

    vocabulary: Vocabulary
    columns: NDArray[np.int64]
    documents: NDArray[np.int32]
    frequencies: NDArray[np.uint8 | np.uint32]
    weights: NDArray[np.float64]
    lengths: NDArray[np.int32]

    @classmethod
    def build(cls, documents: Iterable[Iterable[str]]) -> LexicalIndex:
        """Index documents given as terms, in one pass; a document's number is its place."""
        return cls.of(*collect(documents))

    @classmethod
    def of(cls, words: Sequence[str], postings: Postings) -> LexicalIndex:
        """Weigh postings of `words`, which are distinct and ascend by their UTF-8."""
        return cls(
            Vocabulary.from_sorted(words),
            postings.columns,
            postings.documents,
            postings.frequencies,
            _weights(words, postings),
            postings.lengths,
        )

    def save(self, folder: Path, name: str) -> list[str]:
        """Write the index as `folder/name.*.npy`; returns the names of the files."""
        written = [write_array(folder, f"{name}.{array}", getattr(self, array)) for array in _ARRAYS]
        return [*self.vocabulary.save(folder, name), *written]

    @classmethod
    def load(cls, folder: Path, name: str) -> LexicalIndex:
        """Open what `save` wrote, memory-mapped. Raises OSError or ValueError where it cannot be read."""
        arrays = (map_array(folder, f"{name}.{array}") for array in _ARRAYS)
        return cls(Vocabulary.load(folder, name), *arrays)

    def __len__(self) -> int:
        return self.lengths.size

    def scores(self, terms: Sequence[str]) -> Scores:
        """The score of every document, float64 (N,); a repeated term counts as often as it stands."""
        return self._scores(self.columns_of(terms))

    def top(self, terms: Sequence[str], k: int, mask: Mask | None = None) -> tuple[Rows, Scores]:
        """The best `k` documents among those in `mask` with a score above 0, best first, and their
        scores; of equal ones the lower number comes first.
        """
        columns = self.columns_of(terms)
        scores = self._scores(columns)
        bar = self._bar(scores, columns, k, mask)
        if bar > 0:
            rows = np.flatnonzero(scores >= bar)
            if mask is not None:
                rows = rows[mask[rows]]
        else:
            rows = np.flatnonzero(scores > 0 if mask is None else mask)
            rows = rows[scores[rows] > 0]
        best = top_rows(scores[rows], k)
        rows = rows[best]
        return rows, scores[rows]

    def columns_of(self, terms: Sequence[str]) -> list[Column]:
        """Each distinct term with its postings, none for one that no document holds, and how often it stands
        among `terms`.
        """
        found = []
        for term, times in Counter(terms).items():
            number = self.vocabulary.number(term)
            start, end = (0, 0) if number is None else self.columns[number : number + 2].tolist()
            found.append((term, slice(start, end), times))
        return found

    def held(self, column: slice, rows: Rows) -> tuple[Rows, Scores]:
        """The places of those of `rows` that are among a term's postings, and the term's weights there."""
        documents = self.documents[column]
        if not documents.size:
            return np.empty(0, dtype=np.int64), np.empty(0)
        sought = rows.astype(documents.dtype, copy=False)  # else all postings are copied to the rows' type
        places = np.searchsorted(documents, sought)
        hits = np.flatnonzero(documents.take(places, mode="clip") == sought)
        return hits, self.weights[column][places[hits]]

    def release(self) -> None:
        """Hold no pages of the postings any longer; see `release_pages`."""
        for array in (self.documents, self.weights):
            release_pages(array)

    def rarity(self, column: slice) -> float:
        """How rare the term with these postings is: above 0, and highest for one that no document holds."""
        return rarity(len(self), column.stop - column.start)

    def _scores(self, columns: Sequence[Column]) -> Scores:
        scores = np.zeros(len(self))
        for _, column, times in columns:
            weights = self.weights[column]
            # Three times as fast as `scores[documents] += weights`, if the indices are of this type.
            np.add.at(
                scores, self.documents[column].astype(np.intp), weights if times == 1 else times * weights
            )
        return scores

    def _bar(self, scores: Scores, columns: Sequence[Column], k: int, mask: Mask | None) -> float:
        """A score that at least `k` documents of `mask` reach: the `k`th best of those with one of the
        rarer terms; 0 where none is found. It spares sorting all documents with any of the terms.
        """
        bar, seen = 0.0, 0
        for _, column, _ in sorted(columns, key=lambda found: found[1].stop - found[1].start):
            documents = self.documents[column]
            if mask is not None:
                documents = documents[mask[documents]]
            if 0 < k <= documents.size:
                held = scores[documents]
                bar = max(bar, float(np.partition(held, held.size - k)[held.size - k]))
                seen += held.size
                if seen > _SAMPLE:
                    break
        return bar


def _weights(words: Sequence[str], postings: Postings) -> NDArray[np.float64]:
    """BM25: idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length)) for each posting."""
    found_in = np.diff(postings.columns)
    weights = np.repeat(inverse_document_frequencies(words, found_in, postings.lengths), found_in)
    norms = length_norms(postings.lengths)
    for start in range(0, weights.size, _BLOCK):
        part = slice(start, start + _BLOCK)
        often = postings.frequencies[part].astype(np.float64)
        weights[part] *= often * (K1 + 1) / (often + norms[postings.documents[part]])
    return weights
