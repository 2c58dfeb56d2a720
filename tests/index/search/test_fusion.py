from __future__ import annotations

from statistics import fmean, pstdev

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.fusion import SearchMode, fused, standardised

SCORE = st.integers(-20, 20).map(lambda number: number / 4)
SHARE = st.integers(0, 8).map(lambda number: number / 8)


def naive(candidates: list[tuple[float, float, float]]) -> list[float]:
    weights = (0.55, 0.05, 0.4)
    totals = [0.0] * len(candidates)
    for weight, scores in zip(weights, zip(*candidates, strict=True), strict=True):
        if pstdev(scores) > 0:
            for place, score in enumerate(scores):
                totals[place] += weight * (score - fmean(scores)) / pstdev(scores)
    low, high = min(totals), max(totals)
    if high - low < 1e-9:
        return [float(dense > 0 or lexical > 0) for dense, lexical, _ in candidates]
    return [(total - low) / (high - low) for total in totals]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(SCORE, SCORE, SHARE), min_size=1, max_size=20))
def test_fused_scores(candidates: list[tuple[float, float, float]]) -> None:
    dense, lexical, covered = (np.array(scores) for scores in zip(*candidates, strict=True))
    found = fused(dense, lexical, covered)
    np.testing.assert_allclose(found, naive(candidates), atol=1e-9)
    assert found.min() >= 0
    assert found.max() <= 1


def test_the_scale_of_a_retriever_does_not_matter() -> None:
    dense, lexical, covered = np.array([0.7, 0.2, 0.4]), np.array([3.0, 9.0, 1.0]), np.array([0.5, 1.0, 0.0])
    np.testing.assert_allclose(
        fused(dense, lexical, covered), fused(dense / 2 + 1, 7 * lexical + 3, covered / 4), atol=1e-12
    )


def test_candidates_that_tie_or_are_alone() -> None:
    none = np.array([])
    assert fused(none, none, none).tolist() == []
    assert standardised(none).tolist() == []
    assert standardised(np.array([0.1 + 0.2, 0.3])).tolist() == [0, 0]  # they differ by rounding alone
    assert fused(np.array([0.4]), np.array([0.0]), np.array([0.0])).tolist() == [1]
    assert fused(np.array([0.0]), np.array([0.0]), np.array([0.0])).tolist() == [0]
    assert fused(np.array([-0.1, -0.1]), np.array([2.0, 2.0]), np.array([1.0, 1.0])).tolist() == [1, 1]


def test_modes_are_named_as_on_the_command_line() -> None:
    assert [SearchMode(name) for name in ("hybrid", "lexical", "dense")] == list(SearchMode)
