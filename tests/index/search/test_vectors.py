from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.search.arrays import write_array
from index.search.vectors import VectorIndex


def unit_vectors(count: int, dimensions: int, seed: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize("share", [None, 0.5, 0.02, 0.0])
@pytest.mark.parametrize("k", [0, 1, 10, 5000])
def test_top_is_brute_force_cosine(share: float | None, k: int) -> None:
    vectors = unit_vectors(3000, 48, 1)
    vectors[[5, 1200, 2999]] = vectors[700]
    query = unit_vectors(1, 48, 2)[0] + vectors[700]
    query /= np.linalg.norm(query)
    mask = None if share is None else np.random.default_rng(3).random(3000) < share
    cosines = [float(np.dot(vector.astype(float), query.astype(float))) for vector in vectors]
    allowed = [row for row in range(3000) if mask is None or mask[row]]
    expected = sorted(allowed, key=lambda row: (-round(cosines[row], 12), row))[:k]
    rows, scores = VectorIndex(vectors).top(query, k, mask)
    assert rows.tolist() == expected
    np.testing.assert_allclose(scores, [cosines[row] for row in expected], atol=1e-12)


@pytest.mark.parametrize("share", [None, 0.02, 0.0])
def test_the_top_and_others_come_once_and_ascending(share: float | None) -> None:
    index = VectorIndex(unit_vectors(3000, 48, 1))
    query = unit_vectors(1, 48, 2)[0]
    mask = None if share is None else np.random.default_rng(3).random(3000) < share
    top = index.top(query, 10, mask)[0]
    others = np.unique([0, 17, 2999, *top[:3]])
    rows, cosines = index.top_and(query, 10, mask, others)
    assert rows.tolist() == sorted({*top.tolist(), *others.tolist()})
    np.testing.assert_array_equal(cosines, index.scores_of(query, rows))


def test_scores_of_rows_are_the_scores() -> None:
    index, query = VectorIndex(unit_vectors(500, 384, 5)), unit_vectors(1, 384, 6)[0]
    rows = np.array([499, 0, 77])
    np.testing.assert_allclose(index.scores_of(query, rows), index.scores(query)[rows], atol=1e-6)


def test_equal_vectors_tie_in_the_order_of_their_rows() -> None:
    index = VectorIndex(np.repeat(unit_vectors(1, 384, 7), 999, axis=0))
    rows, scores = index.top(unit_vectors(1, 384, 8)[0], 20)
    assert rows.tolist() == list(range(20))
    assert len(set(scores.tolist())) == 1


def test_saved_and_loaded_it_is_the_same(tmp_path: Path) -> None:
    index, query = VectorIndex(unit_vectors(100, 16, 9)), unit_vectors(1, 16, 10)[0]
    write_array(tmp_path, "vectors", index.vectors)
    loaded = VectorIndex.load(tmp_path, "vectors")
    assert isinstance(loaded.vectors.base, np.memmap)
    assert [part.tolist() for part in loaded.top(query, 7)] == [part.tolist() for part in index.top(query, 7)]


@pytest.mark.parametrize("dimensions", [0, 384])
def test_no_units(tmp_path: Path, dimensions: int) -> None:
    write_array(tmp_path, "none", np.empty((0, dimensions), dtype=np.float32))
    index = VectorIndex.load(tmp_path, "none")
    assert len(index) == 0
    assert index.scores(unit_vectors(1, 384, 1)[0]).size == 0
    assert index.top(unit_vectors(1, 384, 1)[0], 10)[0].size == 0
