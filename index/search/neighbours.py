"""Units that are near each other in meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.search.arrays import taken
from index.search.codes import ROUNDING
from index.search.top import Rows, top_rows
from index.search.vectors import VectorIndex

_DIGITS = 6
"""Decimals of a cosine that float32 sums agree on, whatever their order."""
_FEW = 256
"""So many vectors are read whole sooner than their codes."""


def neighbours(
    vectors: VectorIndex, units: Sequence[int], among: Rows, least: float, k: int
) -> dict[int, dict[int, float]]:
    """For each of `units` the `k` nearest other rows of `among` with a cosine from `least` on, nearest
    first: their numbers with the cosine. Pages of the vectors stay mapped; see `VectorIndex.release`.
    """
    sought = vectors.vectors[np.asarray(units, dtype=np.int64)]
    rough = None
    if vectors.codes is not None and among.size > _FEW:
        among = vectors.codes.possible(sought, among, least)
        rough = vectors.codes.cosines(sought, among)
    found: dict[int, dict[int, float]] = {}
    for at, unit in enumerate(units):
        rows = among
        if rough is not None:
            bar = least
            if k < among.size:  # the unit itself may be one of them
                bar = max(bar, float(np.partition(rough[at], -k - 1)[-k - 1]) - ROUNDING)
            rows = among[rough[at] >= bar - ROUNDING]
        products = np.einsum("ij,j->i", taken(vectors.vectors, rows), sought[at])
        cosines = np.round(products, _DIGITS)
        close = np.flatnonzero((cosines >= least) & (rows != unit))
        best = close[top_rows(cosines[close], k)]
        found[unit] = {int(rows[place]): float(cosines[place]) for place in best}
    return found
