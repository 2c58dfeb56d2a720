"""rank-bm25 itself, weighing terms by counts; imported only when an index is built."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi


class CountedOkapi(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25's own weighting, told the counts that it would take from the documents."""

    def __init__(
        self,
        words: Sequence[str],
        found_in: NDArray[np.int64],
        documents: int,
        *,
        k1: float,
        b: float,
        epsilon: float,
    ) -> None:
        self.documents = documents
        super().__init__(zip(words, found_in.tolist(), strict=True), k1=k1, b=b, epsilon=epsilon)

    def _initialize(self, corpus: zip[tuple[str, int]]) -> dict[str, int]:
        self.corpus_size = self.documents
        return dict(corpus)
