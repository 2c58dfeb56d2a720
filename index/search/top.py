"""The best rows of a score array, the same ones every time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Scores = NDArray[np.float64]
Mask = NDArray[np.bool_]


def top_rows(scores: NDArray[np.floating], k: int) -> Rows:
    """The rows of the `k` highest scores, best first; of equal scores the lower row comes first."""
    k = min(k, scores.size)
    if k <= 0:
        return np.empty(0, dtype=np.int64)
    if k < scores.size:
        bar = scores[np.argpartition(scores, scores.size - k)[scores.size - k]]
        above = np.flatnonzero(scores > bar)
        level = np.flatnonzero(scores == bar)[: k - above.size]
        rows = np.concatenate((above, level))
    else:
        rows = np.arange(scores.size)
    return rows[np.lexsort((rows, -scores[rows]))].astype(np.int64, copy=False)
