"""Units that are near each other in meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import taken
from index.search.top import Mask, Rows, top_rows
from index.search.vectors import VectorIndex

_DIGITS = 6
"""Decimals of a cosine that float32 sums agree on, whatever their order."""
_FEW = 256
"""So many vectors are read whole sooner than their codes."""


UNKNOWN = 0
"""In the place of a day: the unit's article has no date."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """On which day each unit's article was published, int32 (N,), and how far two may be `apart`, in days;
    a unit of an unknown day is apart from none.
    """

    numbers: NDArray[np.int32]
    apart: int

    def near(self, rows: Rows, units: Rows) -> Mask:
        """Which of `rows` are not apart from one of `units`."""
        wanted, days = self.numbers[units], self.numbers[rows]
        if not rows.size or not units.size or (wanted == UNKNOWN).any():
            return np.ones(rows.size, dtype=np.bool_)
        first = int(days.min())
        near = np.zeros(int(days.max()) - first + 1, dtype=np.bool_)  # by day: cheap for very many rows
        for day in np.unique(wanted).tolist():
            near[max(day - self.apart - first, 0) : max(day + self.apart + 1 - first, 0)] = True
        if first == UNKNOWN:
            near[0] = True
        return near[days - first]


def neighbours(
    vectors: VectorIndex, units: Sequence[int], among: Rows, days: Days, least: float, k: int
) -> dict[int, dict[int, float]]:
    """For each of `units` the `k` nearest other rows of `among`, not days apart from it, with a cosine from
    `least` on, nearest first: their numbers with the cosine.
    """
    numbers = np.asarray(units, dtype=np.int64)
    among = among[days.near(among, numbers)]
    sought = vectors.vectors[numbers]
    rough = None
    if vectors.codes is not None and among.size > _FEW:
        among = vectors.codes.possible(sought, among, least)
        rough, wrong = vectors.codes.cosines(sought, among), vectors.codes.rounding(among)
    found: dict[int, dict[int, float]] = {}
    for at, unit in enumerate(units):
        near = days.near(among, numbers[at : at + 1])
        rows = among[near]
        if rough is not None:
            seem, bar = rough[at][near], least
            if k < rows.size:  # the unit itself may be one of them
                bar = max(bar, float(np.partition(seem - wrong[near], -k - 1)[-k - 1]))
            rows = rows[seem + wrong[near] >= bar]
        products = np.einsum("ij,j->i", taken(vectors.vectors, rows), sought[at])
        cosines = np.round(products, _DIGITS)
        close = np.flatnonzero((cosines >= least) & (rows != unit))
        best = close[top_rows(cosines[close], k)]
        found[unit] = {int(rows[place]): float(cosines[place]) for place in best}
    return found
