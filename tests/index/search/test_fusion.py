from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.fusion import SearchMode, fused, min_max

SCORE = st.integers(-20, 20).map(lambda number: number / 4)


def naive(dense: list[float], lexical: list[float]) -> list[float]:
    def stretched(scores: list[float], score: float) -> float:
        if max(scores) == min(scores):
            return float(score > 0)
        return (score - min(scores)) / (max(scores) - min(scores))

    return [
        0.6 * stretched(dense, d) + 0.4 * stretched(lexical, w) for d, w in zip(dense, lexical, strict=True)
    ]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(SCORE, SCORE), min_size=1, max_size=20))
def test_fused_scores(pairs: list[tuple[float, float]]) -> None:
    dense, lexical = [d for d, _ in pairs], [w for _, w in pairs]
    found = fused(np.array(dense), np.array(lexical))
    np.testing.assert_allclose(found, naive(dense, lexical), atol=1e-12)
    assert found.min() >= 0
    assert found.max() <= 1


def test_scores_for_candidates_that_tie_or_are_alone() -> None:
    assert min_max(np.array([])).tolist() == []
    assert min_max(np.array([0.3])).tolist() == [1]
    assert min_max(np.array([0.0, 0.0])).tolist() == [0, 0]
    assert fused(np.array([0.4]), np.array([0.0])).tolist() == pytest.approx([0.6])
    assert fused(np.array([0.4]), np.array([2.0])).tolist() == pytest.approx([1.0])


def test_modes_are_named_as_on_the_command_line() -> None:
    assert [SearchMode(name) for name in ("hybrid", "lexical", "dense")] == list(SearchMode)
