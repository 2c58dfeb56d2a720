from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.top import top_rows


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 4), max_size=30), st.integers(-1, 35))
def test_best_first_and_ties_in_order(scores: list[int], k: int) -> None:
    expected = sorted(range(len(scores)), key=lambda row: (-scores[row], row))[: max(k, 0)]
    assert top_rows(np.array(scores, dtype=np.float64), k).tolist() == expected
