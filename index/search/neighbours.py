"""Wordings that are near each other in meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.search.arrays import taken
from index.search.top import top_rows
from index.search.vectors import VectorIndex
from index.search.wordings import Wordings

_DIGITS = 6
"""Decimals of a cosine that float32 sums agree on, whatever their order."""
_FEW = 256
"""So many vectors are read whole sooner than their codes."""


def neighbours(
    vectors: VectorIndex, wordings: Wordings, heads: Sequence[int], least: float, k: int
) -> dict[int, dict[int, float]]:
    """For each of the wordings with these `heads` the `k` nearest others, not days apart from it, with a cosine
    from `least` on, nearest first: their heads with the cosine.
    """
    units = wordings.places_of(heads)
    near = wordings.days.near(units)
    among = np.flatnonzero(near.any(axis=0))
    if among.size == 1:  # what is sought is near itself alone
        return {head: {} for head in heads}
    sought = vectors.vectors[wordings.heads[units]]
    rough = None
    if vectors.codes is not None and among.size > _FEW:
        possible = vectors.codes.possible(sought, wordings.heads[among], least)
        among = np.searchsorted(wordings.heads, possible)
        rough, wrong = vectors.codes.cosines(sought, possible), vectors.codes.rounding(possible)
    else:
        whole = taken(vectors.vectors, wordings.heads[among])
    found: dict[int, dict[int, float]] = {}
    for at, head in enumerate(heads):
        met = near[at, among]
        places = among[met]
        if rough is not None:
            seem, bar = rough[at][met], least
            if k < places.size:  # the wording itself is one of them
                bar = max(bar, float(np.partition(seem - wrong[met], -k - 1)[-k - 1]))
            places = places[seem + wrong[met] >= bar]
            compared = taken(vectors.vectors, wordings.heads[places])
        else:
            compared = whole if places.size == among.size else whole[met]
        products = np.einsum("ij,j->i", compared, sought[at])
        cosines = np.round(products, _DIGITS)
        close = np.flatnonzero((cosines >= least) & (places != units[at]))
        best = close[top_rows(cosines[close], k)]
        others = wordings.heads[places[best]].tolist()
        found[head] = dict(zip(others, cosines[best].tolist(), strict=True))
    return found
