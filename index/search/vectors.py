"""Exact search among unit vectors in a memory-mapped file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import map_array, release_pages, taken
from index.search.codes import VectorCodes
from index.search.top import Mask, Rows, Scores, top_rows

Real = TypeVar("Real", np.float32, np.float64)
_BLOCK = 1 << 14
_ROUNDING = 1e-5
"""More than two float32 sums of the same products can differ by."""
_FEW = 1 << 12
"""So many vectors are read whole sooner than their codes are scanned."""


@dataclass(frozen=True, slots=True, eq=False)
class VectorIndex:
    """The vectors of N units, float32 (N, d), each of length 1 (or 0); scores are cosines.

    With `codes` a search reads few of the vectors whole; without, all of them.
    """

    vectors: NDArray[np.float32]
    codes: VectorCodes | None = None

    @classmethod
    def load(cls, folder: Path, name: str) -> VectorIndex:
        """Open the vectors, with codes where there are some, memory-mapped.

        Raises OSError or ValueError where they cannot be read.
        """
        vectors, codes = map_array(folder, name), VectorCodes.load(folder, name)
        if codes is not None and len(codes.head) != len(vectors):
            raise ValueError(f"{name}: {len(codes.head)} codes for {len(vectors)} vectors")
        return cls(vectors, codes)

    def __len__(self) -> int:
        return len(self.vectors)

    def prepare(self) -> None:
        """Make what can be made ready for fast searches; takes part of a second, and may run beside them."""
        if self.codes is not None:
            self.codes.sketches.prepare()

    def scores(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of every unit with `query` (d,), float32 (N,).

        Equal vectors may differ in the last digits; `scores_of` is exact.
        """
        if len(self) == 0:
            return np.empty(0, dtype=np.float32)
        # Not by `@`: its threads spin while they wait for each other, several times longer than they work.
        scores: NDArray[np.float32] = np.einsum("ij,j->i", self.vectors, query)
        return scores

    def top(self, query: NDArray[np.float32], k: int, mask: Mask | None = None) -> tuple[Rows, Scores]:
        """The `k` units among those in `mask` that are nearest to `query` (d,), best first, and their
        cosines; of equal ones the lower row comes first.
        """
        rows, cosines = self.top_and(query, k, mask, np.empty(0, dtype=np.int64))
        best = top_rows(cosines, k)
        return rows[best], cosines[best]

    def top_and(
        self, query: NDArray[np.float32], k: int, mask: Mask | None, others: Rows
    ) -> tuple[Rows, Scores]:
        """Those of `top`, and `others` too: ascending, each once, and their cosines."""
        candidates = self._candidates(query, k, mask)
        rows = np.union1d(candidates, others)
        exact = self.scores_of(query, rows)
        places = np.searchsorted(rows, candidates)
        wanted = np.zeros(rows.size, dtype=np.bool_)
        wanted[places[top_rows(exact[places], k)]] = True
        wanted[np.searchsorted(rows, others)] = True
        return rows[wanted], exact[wanted]

    def scores_of(self, query: NDArray[np.float32], rows: Rows) -> Scores:
        """The cosines of `rows` with `query`, summed in float64: equal vectors have equal scores."""
        return self._gathered(query.astype(np.float64), rows)

    def release(self) -> None:
        """Hold no pages of the vectors any longer; see `release_pages`."""
        release_pages(self.vectors)

    def _candidates(self, query: NDArray[np.float32], k: int, mask: Mask | None) -> Rows:
        """Rows of `mask` among which are the `k` nearest to `query`."""
        allowed = None if mask is None else np.flatnonzero(mask)
        size = len(self) if allowed is None else allowed.size
        if self.codes is not None and size > _FEW and 0 < k * 8 < size:
            return self.codes.near(query, k, allowed)
        return self._near(query, k, np.arange(len(self)) if allowed is None else allowed)

    def _near(self, query: NDArray[np.float32], k: int, rows: Rows) -> Rows:
        """Those of `rows` that are among the `k` nearest, give or take a rounding error."""
        if not 0 < k < rows.size:
            return rows
        few = rows.size * 8 < len(self)
        rough = self._gathered(query, rows) if few else self.scores(query)[rows]
        bar = np.partition(rough, rough.size - k)[rough.size - k]
        near: Rows = rows[rough >= bar - _ROUNDING]
        return near

    def _gathered(self, query: NDArray[Real], rows: Rows) -> NDArray[Real]:
        scores = np.empty(rows.size, dtype=query.dtype)
        for start in range(0, rows.size, _BLOCK):
            part = slice(start, start + _BLOCK)
            scores[part] = np.einsum("ij,j->i", taken(self.vectors, rows[part]), query, dtype=query.dtype)
        return scores
