"""Exact search among unit vectors in a memory-mapped file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import map_array, write_array
from index.search.top import Mask, Rows, Scores, top_rows

Real = TypeVar("Real", np.float32, np.float64)
_BLOCK = 1 << 14
_ROUNDING = 1e-5
"""More than two float32 sums of the same products can differ by."""


@dataclass(frozen=True, slots=True, eq=False)
class VectorIndex:
    """The vectors of N units, float32 (N, d), each of length 1 (or 0); scores are cosines."""

    vectors: NDArray[np.float32]

    def save(self, folder: Path, name: str) -> None:
        """Write the vectors as `folder/name.npy`."""
        write_array(folder, name, self.vectors)

    @classmethod
    def load(cls, folder: Path, name: str) -> VectorIndex:
        """Open what `save` wrote, memory-mapped. Raises OSError or ValueError where it cannot be read."""
        return cls(map_array(folder, name))

    def __len__(self) -> int:
        return len(self.vectors)

    def scores(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of every unit with `query` (d,), float32 (N,).

        Equal vectors may differ in the last digits; `scores_of` is exact.
        """
        if len(self) == 0:
            return np.empty(0, dtype=np.float32)
        scores: NDArray[np.float32] = self.vectors @ query
        return scores

    def top(self, query: NDArray[np.float32], k: int, mask: Mask | None = None) -> tuple[Rows, Scores]:
        """The `k` units among those in `mask` that are nearest to `query` (d,), best first, and their
        cosines; of equal ones the lower row comes first.
        """
        candidates = np.arange(len(self)) if mask is None else np.flatnonzero(mask)
        few = candidates.size * 8 < len(self)
        rough = self._gathered(query, candidates) if few else self.scores(query)[candidates]
        if 0 < k < candidates.size:
            bar = np.partition(rough, rough.size - k)[rough.size - k]
            candidates = candidates[rough >= bar - _ROUNDING]
        exact = self.scores_of(query, candidates)
        best = top_rows(exact, k)
        return candidates[best], exact[best]

    def scores_of(self, query: NDArray[np.float32], rows: Rows) -> Scores:
        """The cosines of `rows` with `query`, summed in float64: equal vectors have equal scores."""
        return self._gathered(query.astype(np.float64), rows)

    def _gathered(self, query: NDArray[Real], rows: Rows) -> NDArray[Real]:
        scores = np.empty(rows.size, dtype=query.dtype)
        for start in range(0, rows.size, _BLOCK):
            part = slice(start, start + _BLOCK)
            scores[part] = np.einsum("ij,j->i", self.vectors[rows[part]], query, dtype=query.dtype)
        return scores
