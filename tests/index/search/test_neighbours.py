from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search import neighbours as module
from index.search.grouped import Grouped
from index.search.neighbours import neighbours


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 40), st.integers(1, 5), st.floats(-1, 1))
def test_equals_brute_force(seed: int, count: int, k: int, least: float) -> None:
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(count, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    among = np.flatnonzero(random.random(count) < 0.7).astype(np.int64)
    units = [int(unit) for unit in random.integers(0, count, 3)]
    found = neighbours(vectors, units, among, least, k)
    for unit in units:
        cosines = {int(row): round(float(vectors[unit] @ vectors[row]), 6) for row in among if row != unit}
        near = sorted((row for row in cosines if cosines[row] >= least), key=lambda row: (-cosines[row], row))
        assert list(found[unit].values()) == pytest.approx([cosines[row] for row in near[:k]], abs=2e-6)
        assert all(cosine >= least and row in cosines for row, cosine in found[unit].items())


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = np.eye(6, dtype=np.float32)[[0, 0, 1, 0, 2, 0]]
    among = np.arange(6)
    whole = neighbours(vectors, [0, 2], among, 0.5, 10)
    monkeypatch.setattr(module, "_BLOCK", 2)
    assert neighbours(vectors, [0, 2], among, 0.5, 10) == whole == {0: {1: 1.0, 3: 1.0, 5: 1.0}, 2: {}}


def test_nobody_near() -> None:
    assert neighbours(np.eye(3, dtype=np.float32), [1], np.empty(0, dtype=np.int64), 0.5, 3) == {1: {}}


@given(st.lists(st.integers(-1, 4), max_size=30))
def test_rows_are_grouped_by_their_number(numbers: list[int]) -> None:
    grouped = Grouped.by(np.array(numbers, dtype=np.int32))
    for number in range(-1, 6):
        assert grouped.rows(number).tolist() == [row for row, value in enumerate(numbers) if value == number]
