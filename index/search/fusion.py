"""How lexical and dense scores become one ranking."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from index.search.top import Scores

DENSE_WEIGHT = 0.6
DEPTH = 100
"""How many of each retriever's best take part."""


class SearchMode(StrEnum):
    """Which retrievers rank."""

    HYBRID = "hybrid"
    LEXICAL = "lexical"
    DENSE = "dense"


def fused(dense: Scores, lexical: Scores) -> Scores:
    """The fused scores of candidates that both retrievers scored, float64 (n,) in 0..1.

    Each retriever's scores are stretched to 0..1 over the candidates, then added 0.6 to 0.4. The
    candidates should be the union of both retrievers' best, and a score is needed from both for
    each: taking what one list lacks for 0 costs 1 to 1.5 points of nDCG@10.
    """
    return DENSE_WEIGHT * min_max(dense) + (1 - DENSE_WEIGHT) * min_max(lexical)


def min_max(scores: Scores) -> Scores:
    """`scores` stretched so that the least is 0 and the greatest 1.

    Equal scores say nothing about the order: all are 1 where they are above 0 and 0 elsewhere, so
    that the only candidate has a full score from a retriever that found it.
    """
    if scores.size == 0:
        return np.empty(0)
    low, high = float(scores.min()), float(scores.max())
    if low == high:
        return np.full(scores.size, 1.0 if high > 0 else 0.0)
    return (scores - low) / (high - low)
