from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.building.codes import write_codes
from index.search import neighbours as module
from index.search.arrays import write_array
from index.search.grouped import Grouped
from index.search.neighbours import neighbours
from index.search.vectors import VectorIndex
from index.search.wordings import Wordings


def _unit_vectors(seed: int, count: int, dimensions: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, dimensions)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def _wordings(rows: np.ndarray, days: np.ndarray, apart: int, texts: np.ndarray | None = None) -> Wordings:
    """The wordings of these rows, which have as many texts as rows where none are given."""
    told = np.arange(days.size) if texts is None else texts
    lengths = np.full(days.size, 9, dtype=np.int32)
    return Wordings.of(rows, told.astype(np.uint64), lengths, days.astype(np.int32), apart, 4)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 40), st.integers(1, 5), st.floats(-1, 1))
def test_equals_brute_force(seed: int, count: int, k: int, least: float) -> None:
    random = np.random.default_rng(seed)
    vectors = _unit_vectors(seed, count, 8)
    among = np.unique(random.integers(0, count, count))
    units = [int(unit) for unit in random.choice(among, 3)]
    days = random.integers(0, 9, count) * random.integers(1, 4)
    found = neighbours(VectorIndex(vectors), _wordings(among, days, 3), units, least, k)
    for unit in units:
        apart = np.where((days == 0) | (days[unit] == 0), 0, np.abs(days - days[unit]))
        near = [int(row) for row in among if row != unit and apart[row] <= 3]
        cosines = {row: round(float(vectors[unit] @ vectors[row]), 6) for row in near}
        near = sorted((row for row in cosines if cosines[row] >= least), key=lambda row: (-cosines[row], row))
        assert list(found[unit].values()) == pytest.approx([cosines[row] for row in near[:k]], abs=2e-6)
        assert all(cosine >= least and row in cosines for row, cosine in found[unit].items())


@pytest.mark.parametrize(("least", "k"), [(-1.0, 5), (0.1, 400), (0.2, 12), (0.9, 3)])
def test_codes_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: float, k: int
) -> None:
    vectors = _unit_vectors(3, 400, 200)
    vectors[7] = vectors[12]
    write_array(tmp_path, "v", vectors)
    write_codes(tmp_path, "v", least=1)
    monkeypatch.setattr(module, "_FEW", 0)
    coded, whole = VectorIndex.load(tmp_path, "v"), VectorIndex(vectors)
    assert coded.codes is not None
    wordings = _wordings(np.append(7, np.arange(8, 400, 2)), np.arange(400) // 4, 40)
    heads = [7, 12, 20]
    assert neighbours(coded, wordings, heads, least, k) == neighbours(whole, wordings, heads, least, k)


def test_many_of_one_text_leave_room_for_others() -> None:
    vectors = np.repeat(_unit_vectors(5, 4, 8), 10, axis=0)
    texts = np.repeat(np.arange(4), 10)
    wordings = _wordings(np.arange(40), np.zeros(40), 4, texts)
    assert neighbours(VectorIndex(vectors), wordings, [10], -1.0, 3)[10].keys() == {0, 20, 30}


def test_nobody_near() -> None:
    vectors = VectorIndex(np.eye(3, dtype=np.float32))
    wordings = _wordings(np.array([1]), np.zeros(3), 0)
    assert neighbours(vectors, wordings, [1], 0.5, 3) == {1: {}}


@given(st.lists(st.integers(-1, 4), max_size=30))
def test_rows_are_grouped_by_their_number(numbers: list[int]) -> None:
    grouped = Grouped.by(np.array(numbers, dtype=np.int32))
    for number in range(-1, 6):
        assert grouped.rows(number).tolist() == [row for row, value in enumerate(numbers) if value == number]
