"""Units that are near each other in meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.search.top import Rows, top_rows

_BLOCK = 1 << 13
_DIGITS = 6
"""Decimals of a cosine that float32 sums agree on, whatever their order."""


def neighbours(
    vectors: NDArray[np.float32], units: Sequence[int], among: Rows, least: float, k: int
) -> dict[int, dict[int, float]]:
    """For each of `units` the `k` nearest other rows of `among` with a cosine from `least` on, nearest
    first: their numbers with the cosine. `vectors` are of unit length, float32 (N, d).
    """
    sought = vectors[np.asarray(units, dtype=np.int64)]
    blocks = [among[start : start + _BLOCK] for start in range(0, among.size, _BLOCK)]
    cosines = [np.round(sought @ vectors[block].T, _DIGITS) for block in blocks]
    found: dict[int, dict[int, float]] = {}
    for at, unit in enumerate(units):
        close = [
            np.flatnonzero((part[at] >= least) & (block != unit))
            for part, block in zip(cosines, blocks, strict=True)
        ]
        rows = np.concatenate([block[places] for block, places in zip(blocks, close, strict=True)] or [among])
        scores = np.concatenate(
            [part[at][places] for part, places in zip(cosines, close, strict=True)] or [rows]
        )
        found[unit] = {int(rows[best]): float(scores[best]) for best in top_rows(scores, k)}
    return found
