"""How the evidence for candidates becomes one ranking."""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np

from index.search.top import Scores

DENSE_WEIGHT = 0.55
LEXICAL_WEIGHT = 0.05
COVERED_WEIGHT = 0.4
"""Chosen on labelled sets and held against others (`benchmarks.ranking`, `benchmarks.headlines`): words weighed by
the square of their rarity gain a point on questions about news and lose as much, or two, on headlines.
"""
DEPTH = 100
"""How many of each retriever's best take part."""

_LEAST_SPREAD = 1e-9
"""A smaller standard deviation is rounding, and says nothing about the order."""


class SearchMode(StrEnum):
    """Which retrievers rank."""

    HYBRID = "hybrid"
    LEXICAL = "lexical"
    DENSE = "dense"


def fused(dense: Scores, lexical: Scores, covered: Scores) -> Scores:
    """The fused scores of candidates, float64 (n,) in 0..1; the best has 1.

    `dense` are cosines, `lexical` BM25 scores and `covered` says which share of the query's words the
    candidate holds (`covering.Coverage`): each word once, where BM25 lets a name that a long question
    repeats outweigh all else. Each is standardised over the candidates, so that it counts by how far a
    candidate stands out and not by its scale, then they are added, somewhat more than half for meaning.
    The candidates should be the union of both retrievers' best, and each score is needed for each: taking
    what one list lacks for 0 costs 1 to 1.5 points of nDCG@10.

    Candidates that nothing tells apart all have 1 where there is any evidence for them, else 0.
    """
    if dense.size == 0:
        return np.empty(0)
    total = (
        DENSE_WEIGHT * standardised(dense)
        + LEXICAL_WEIGHT * standardised(lexical)
        + COVERED_WEIGHT * standardised(covered)
    )
    low, high = float(total.min()), float(total.max())
    if high - low < _LEAST_SPREAD:
        return ((dense > 0) | (lexical > 0)).astype(np.float64)
    return (total - low) / (high - low)


def standardised(scores: Scores) -> Scores:
    """`scores` less their mean, in standard deviations; all 0 where they are equal."""
    if not scores.size:
        return np.zeros(0)
    centred: Scores = scores - scores.mean()
    spread = math.sqrt(float(centred @ centred) / scores.size)
    return centred / spread if spread >= _LEAST_SPREAD else np.zeros(scores.size)
