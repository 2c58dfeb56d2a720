"""The search arrays of one kind of unit, and the search in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import map_array, release_pages
from index.search.candidates import Candidate, UnitKind
from index.search.covering import Coverage, cover
from index.search.fusion import DEPTH, SearchMode, fused
from index.search.grouped import Grouped
from index.search.lexical import LexicalIndex
from index.search.tokens import joined_before, terms
from index.search.top import Mask, Rows, Scores, top_rows
from index.search.vectors import VectorIndex


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """What units are ranked by: the query's terms, and the articles (by number) that hold some of them by
    the outlet that the query names; its vector, None where meaning does not count; and the rows of the
    best by words (any order).
    """

    words: Sequence[str]
    named: Mapping[str, Mask]
    vector: NDArray[np.float32] | None
    worded: Rows


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Candidates, ascending (n,), their cosines, None where meaning does not count, and how they cover the query."""

    rows: Rows
    cosines: Scores | None
    coverage: Coverage


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The search arrays of one kind of unit: `article` is the article's number by row, `texts`, uint64 (N,),
    are equal for rows of the same text, and `persons` are the rows by the speaker's number (statements only;
    -1: no person).
    """

    lexical: LexicalIndex
    vectors: VectorIndex
    article: NDArray[np.int32]
    texts: NDArray[np.uint64]
    persons: Grouped | None

    @classmethod
    def load(cls, folder: Path, kind: UnitKind) -> Units:
        """Map the arrays of the build in `folder`."""
        return cls(
            LexicalIndex.load(folder, kind),
            VectorIndex.load(folder, f"{kind}.vectors"),
            map_array(folder, f"{kind}.article"),
            map_array(folder, f"{kind}.hashes").view(np.uint64)[:, 0],  # half of a hash does
            Grouped.by(map_array(folder, f"{kind}.person")) if kind is UnitKind.STATEMENT else None,
        )

    def __len__(self) -> int:
        return len(self.lexical)

    def rows_of(self, person: int) -> Rows:
        """The rows of the statements of a person, ascending."""
        return np.empty(0, dtype=np.int64) if self.persons is None else self.persons.rows(person)

    def worded(self, words: Sequence[str], named: Mapping[str, Mask], k: int, mask: Mask | None) -> Rows:
        """The best `k` of the units in `mask` by these words, and as many of the outlets that are `named`."""
        best = self.lexical.top(words, k, mask)[0]
        if not named:
            return best
        theirs = np.logical_or.reduce(list(named.values()))[self.article]
        others = self.lexical.top(words, k, theirs if mask is None else theirs & mask)[0]
        return np.union1d(best, others)

    def ranked(self, sought: Sought, mask: Mask | None, k: int, mode: SearchMode) -> list[Candidate]:
        """The best `k` of the units in `mask`, best first: of those that are best by words and those
        nearest in meaning.
        """
        found = self.measured(sought, mask, max(DEPTH, k))
        rows, cosines, coverage = found.rows, found.cosines, found.coverage
        lexical = coverage.scores
        if cosines is None:
            scores = lexical
        elif mode is SearchMode.DENSE:
            scores = cosines
        else:
            scores = fused(cosines, lexical, coverage.share)
        best = top_rows(scores, k)
        return [
            Candidate(*facts)
            for facts in zip(
                rows[best].tolist(),
                scores[best].tolist(),
                [None] * best.size if cosines is None else cosines[best].tolist(),
                lexical[best].tolist(),
                coverage.share[best].tolist(),
                strict=True,
            )
        ]

    def measured(self, sought: Sought, mask: Mask | None, depth: int) -> Measured:
        """What speaks for the units that are best by words and for the `depth` in `mask` nearest in meaning."""
        rows, cosines = np.sort(sought.worded), None
        if sought.vector is not None:
            rows, cosines = self.vectors.top_and(sought.vector, depth, mask, rows)
        named = {term: articles[self.article[rows]] for term, articles in sought.named.items()}
        return Measured(rows, cosines, cover(self.lexical, sought.words, rows, named))

    def release(self) -> None:
        """Hold no pages of postings, vectors and texts any longer; see `release_pages`. Those of the codes
        stay: a question reads thousands of them.
        """
        self.lexical.release()
        self.vectors.release()
        release_pages(self.texts)

    def with_terms(self, phrases: Sequence[str], mask: Mask | None) -> Mask:
        """The rows within `mask` that hold every term of the phrases."""
        holding = np.ones(len(self), dtype=np.bool_) if mask is None else mask.copy()
        for phrase in phrases:
            either = [[term] for term in terms(phrase)]
            if either:
                either[0] += joined_before(phrase)
            for alike in either:
                documents = [
                    self.lexical.documents[column] for _, column, _ in self.lexical.columns_of(alike)
                ]
                holding &= only(np.concatenate(documents), len(self))
        return holding


def only(rows: Sequence[int] | NDArray[np.integer], count: int) -> Mask:
    """Of `count` rows these."""
    mask = np.zeros(count, dtype=np.bool_)
    mask[np.asarray(rows, dtype=np.int64)] = True
    return mask
