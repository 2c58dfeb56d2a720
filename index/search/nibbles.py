"""Numbers in four bits, two to a byte: what the tails of vectors are kept in.

Each place of a vector has 16 levels at equal steps. A vector with a number far beyond them, as those of odd
texts are, has all of its steps widened, so that none is cut off.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_STEP = 0.3352
"""Between 16 equal levels, in standard deviations, where a normal distribution loses least by them: .0115
of its variance (Max 1960, table II).
"""
_LEVELS = 16
WIDENED = 16
"""Steps are widened by a multiple of one in so many."""
_WIDEST = 255
_BITS = 4
_LEAST_STEP = np.float32(1e-6)
"""Where numbers do not deviate at all."""


def steps(deviation: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far the levels of each number (t,) are apart, which deviates so from 0."""
    apart: NDArray[np.float32] = np.maximum(deviation * np.float32(_STEP), _LEAST_STEP)
    return apart


def packed(
    values: NDArray[np.float32], steps: NDArray[np.float32]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The levels of `values` (n, t): uint8 (n, (t + 1) // 2), the first half of them in the lower bits; and
    how much wider the steps of each are, uint8 (n,) in `WIDENED` parts.
    """
    farthest = np.abs(values / steps).max(axis=1, initial=0) / (_LEVELS // 2)
    wider = np.ceil(farthest * WIDENED).clip(WIDENED, _WIDEST).astype(np.uint8)
    inside = values / (steps * (wider[:, np.newaxis] / np.float32(WIDENED)))
    levels = (np.floor(inside) + _LEVELS // 2).clip(0, _LEVELS - 1).astype(np.uint8)
    width = -(-levels.shape[1] // 2)
    pairs = levels[:, :width].copy()
    pairs[:, : levels.shape[1] - width] |= levels[:, width:] << np.uint8(_BITS)
    return pairs, wider


def unpacked(pairs: NDArray[np.uint8]) -> NDArray[np.int8]:
    """The levels that `packed` made, in half steps: int8 (n, 2p) of the odd numbers from -15 to 15."""
    width = pairs.shape[1]
    doubled = np.empty((len(pairs), 2 * width), dtype=np.int8)
    np.bitwise_and(pairs, _LEVELS - 1, out=doubled[:, :width].view(np.uint8))
    np.right_shift(pairs, _BITS, out=doubled[:, width:].view(np.uint8))
    doubled *= 2
    doubled -= _LEVELS - 1
    return doubled


def weighed(queries: NDArray[np.float32], steps: NDArray[np.float32]) -> NDArray[np.float32]:
    """Queries (m, t) as their products with `unpacked` numbers need them, float32 (m, 2p)."""
    width = 2 * -(-steps.size // 2)
    weights = np.zeros((len(queries), width), dtype=np.float32)
    weights[:, : steps.size] = queries * (steps / 2)
    return weights
