"""The weights of BM25Okapi, from counts instead of from the documents themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

K1 = 1.5
B = 0.75
EPSILON = 0.25
TRACE = 1e-12
"""What a term in exactly half of the documents weighs. BM25Okapi gives it 0, as if it were absent:
with a trace its documents still rank above those without it, and no score moves by 1e-9.
"""


def inverse_document_frequencies(
    words: Sequence[str], found_in: NDArray[np.int64], lengths: NDArray[np.int32]
) -> NDArray[np.float64]:
    """The idf of each word, in order, given in how many documents it stands.

    They are BM25Okapi's: log(N - n + .5) - log(n + .5), where below 0 a quarter of the average.
    That quarter is itself 0 or less where words in half of the documents and more prevail: always
    with one or two documents, and among copies. A word found would then count nothing or against
    its document, so that all words get Lucene's idf instead (`rarity`), which is always above 0.
    """
    if not words:
        return np.empty(0)
    from index.search.counted_okapi import CountedOkapi  # building alone needs rank-bm25

    okapi = CountedOkapi(words, found_in, lengths.size, k1=K1, b=B, epsilon=EPSILON)
    if okapi.average_idf <= 0:
        return np.array([rarity(lengths.size, count) for count in found_in.tolist()])
    return np.array([okapi.idf[word] or TRACE for word in words])


def rarity(documents: int, found_in: int) -> float:
    """Lucene's idf, log(1 + (N - n + .5) / (n + .5)): above 0 for every n up to N."""
    return math.log(1 + (documents - found_in + 0.5) / (found_in + 0.5))


def length_norms(lengths: NDArray[np.int32]) -> NDArray[np.float64]:
    """k1 * (1 - b + b * length / mean length) for each document."""
    mean = lengths.mean() if lengths.any() else 1.0
    norms: NDArray[np.float64] = K1 * (1 - B + B * lengths / mean)
    return norms
