"""An encoder for tests of what does not depend on meaning: quick, and the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class Hashing:
    """Vectors of so many `dimensions` are drawn by the hash of the text; `texts` are those that were embedded."""

    def __init__(self, identity: str = "hashing", dimensions: int = 8) -> None:
        self.identity = identity
        self.dimensions = dimensions
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        self.texts += texts
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") for text in texts]
        rows = [np.random.default_rng(seed).normal(size=self.dimensions) for seed in seeds]
        vectors = np.array(rows, dtype=np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)
