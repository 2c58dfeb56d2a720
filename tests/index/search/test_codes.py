from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.building import codes as building
from index.building.codes import KnownCodes, write_codes
from index.search import arrays, codes, vectors
from index.search.arrays import write_array
from index.search.codes import VectorCodes, products
from index.search.nibbles import WIDENED, packed, unpacked
from index.search.sketches import Sketches
from index.search.top import Rows
from index.search.vectors import VectorIndex

Vectors = NDArray[np.float32]


def normalised(rows: NDArray[np.floating]) -> Vectors:
    scaled: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return scaled


def blends(count: int, seed: int, dimensions: int = 384) -> Vectors:
    """Blends of a few topics, most of whose variance lies in few dimensions, as embeddings have it."""
    chance = np.random.default_rng(seed)
    spread = 1 / (1 + np.arange(dimensions) / 30)
    basis = np.linalg.qr(np.random.default_rng(99).standard_normal((dimensions, dimensions)))[0]
    topics = (np.random.default_rng(98).standard_normal((300, dimensions)) * spread) @ basis
    picked = chance.integers(0, len(topics), (count, 2))
    share = chance.random((count, 1))
    noise = chance.standard_normal((count, dimensions)) * spread * 0.3
    return normalised(topics[picked[:, 0]] * share + topics[picked[:, 1]] * (1 - share) + noise @ basis)


def coded(folder: Path, rows: Vectors, sketched: bool = False) -> VectorIndex:
    write_array(folder, "units", rows)
    write_codes(folder, "units", least=0)
    index = VectorIndex.load(folder, "units")
    assert index.codes is not None
    if sketched:
        index.prepare()
        assert index.codes.sketches.prepared
    return index


@pytest.fixture(scope="module", params=["heads", "sketches"])
def blended(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> VectorIndex:
    rows = blends(8000, 1)
    rows[[11, 6000, 7999]] = rows[5_000]
    return coded(tmp_path_factory.mktemp("blended"), rows, request.param == "sketches")


@pytest.mark.parametrize("share", [None, 0.9, 0.15])
@pytest.mark.parametrize("k", [1, 10, 100])
def test_the_best_are_those_of_brute_force(
    blended: VectorIndex, k: int, share: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_FEW", 0)
    mask = None if share is None else np.random.default_rng(3).random(len(blended)) < share
    whole = blended.vectors.astype(np.float64)
    for query in [*blends(15, 2), blended.vectors[5_000]]:
        cosines = whole @ query.astype(np.float64)
        allowed = np.arange(len(blended)) if mask is None else np.flatnonzero(mask)
        order = np.lexsort((allowed, -cosines[allowed].round(12)))[:k]
        rows, scores = blended.top(query, k, mask)
        assert rows.tolist() == allowed[order].tolist()
        np.testing.assert_allclose(scores, cosines[rows], atol=1e-12)


def test_few_vectors_are_read_whole(blended: VectorIndex) -> None:
    assert blended.codes is not None
    for query in blends(10, 4):
        assert 10 <= blended.codes.near(query, 10).size < 500


@pytest.mark.parametrize("blended", ["sketches"], indirect=True)
@pytest.mark.parametrize("scans", [1, 3])
def test_more_are_scanned_where_the_first_are_not_enough(
    blended: VectorIndex, scans: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert blended.codes is not None
    expected = [blended.top(query, 50) for query in blends(15, 12)]
    counts: list[int] = []
    nearest = Sketches.nearest

    def counted(self: Sketches, turned: Vectors, count: int) -> tuple[Vectors, Rows]:
        counts.append(count)
        return nearest(self, turned, count)

    monkeypatch.setattr(Sketches, "nearest", counted)
    monkeypatch.setattr(codes, "_FEWEST", 1)
    monkeypatch.setattr(codes, "_FIRST", 100)
    monkeypatch.setattr(codes, "_SKETCHED", 80)
    monkeypatch.setattr(codes, "_MOST_SKETCHED", 1)
    monkeypatch.setattr(codes, "_SCANS", scans)
    found = [blended.top(query, 50) for query in blends(15, 12)]
    assert [rows.tolist() for rows, _ in found] == [rows.tolist() for rows, _ in expected]
    assert (max(counts) > 100) == (scans > 1)


@given(st.integers(200, 2000), st.floats(0, 4), st.integers(0, 99))
def test_at_least_as_many_are_needed_as_of_a_bell_curve_reach_a_score(
    count: int, below: float, seed: int
) -> None:
    scores = np.sort(np.random.default_rng(seed).standard_normal(50_000).astype(np.float32))[::-1]
    least = scores[count - 1] - np.float32(below)
    assert codes._needed(scores[:count], least) >= 0.6 * np.count_nonzero(scores >= least)


def test_of_equal_scores_all_may_be_needed() -> None:
    assert codes._needed(np.ones(10, dtype=np.float32), np.float32(0.5)) == math.inf


def test_of_very_many_left_by_sketches_heads_leave_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = np.random.default_rng(1)
    flat = normalised(chance.standard_normal((30_000, 160)) / np.linspace(1, 1.5, 160))
    index = coded(tmp_path, flat, sketched=True)
    assert index.codes is not None
    monkeypatch.setattr(codes, "_FEWEST", 300)
    monkeypatch.setattr(codes, "_FIRST", 200)
    by_heads: list[int] = []
    near_by_heads = VectorCodes._near_by_heads

    def counted(self: VectorCodes, query: Vectors, k: int, rows: Rows | None) -> Rows:
        by_heads.append(0 if rows is None else rows.size)
        return near_by_heads(self, query, k, rows)

    monkeypatch.setattr(VectorCodes, "_near_by_heads", counted)
    for query in normalised(chance.standard_normal((12, 160)) / np.linspace(1, 1.5, 160)):
        expected = np.sort(np.argsort(-(flat @ query), kind="stable")[:50])
        assert set(expected.tolist()) <= set(index.codes.near(query, 50).tolist())
    assert max(by_heads) > 300


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 60),
    st.integers(1, 20),
    st.integers(1, 40),
    st.integers(0, 2**32 - 1),
    st.sampled_from([None, 0.1, 0.8]),
    st.booleans(),
    st.booleans(),
)
def test_duplicates_zeros_and_masks(
    tmp_path_factory: pytest.TempPathFactory,
    count: int,
    dimensions: int,
    k: int,
    seed: int,
    share: float | None,
    zeros: bool,
    sketched: bool,
) -> None:
    chance = np.random.default_rng(seed)
    rows = normalised(chance.standard_normal((count, dimensions)))[chance.integers(0, count, count)]
    if zeros:
        rows[chance.random(count) < 0.3] = 0
    query = np.zeros(dimensions, np.float32) if seed % 5 == 0 else rows[chance.integers(0, count)]
    index = coded(tmp_path_factory.mktemp("small"), rows, sketched)
    plain = VectorIndex(rows)
    allowed = None if share is None else np.flatnonzero(chance.random(count) < share)
    assert index.codes is not None
    near = index.codes.near(query, k, allowed)
    mask = np.zeros(count, dtype=np.bool_)
    mask[slice(None) if allowed is None else allowed] = True
    best, scores = plain.top(query, k, mask)
    if near.size == mask.sum():
        assert near.tolist() == np.flatnonzero(mask).tolist()
    assert set(near.tolist()) <= set(np.flatnonzero(mask).tolist())
    # Every unit that scores above the last of the best is found; of equals, any will do here.
    assert set(best[scores > scores.min(initial=2) + 1e-9].tolist()) <= set(near.tolist())


@pytest.mark.parametrize("sketched", [False, True])
def test_equal_vectors_tie_in_the_order_of_their_rows(tmp_path: Path, sketched: bool) -> None:
    index = coded(tmp_path, np.repeat(blends(1, 7), 5000, axis=0), sketched)
    mask = np.arange(5000) >= 100
    assert index.top(blends(1, 8)[0], 20)[0].tolist() == list(range(20))
    assert index.top(blends(1, 8)[0], 20, mask)[0].tolist() == list(range(100, 120))


def test_codes_are_the_same_again_and_come_in_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = blends(1000, 9)
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        coded(folder, rows)
    for part in ("rotation", "head", "tail", "spread", "sketches"):
        name = f"units.{part}.npy"
        assert (first / name).read_bytes() == (second / name).read_bytes()
    monkeypatch.setattr(building, "_BLOCK", 64)
    again = coded(second, rows).codes
    whole = VectorIndex.load(first, "units").codes
    assert again is not None and whole is not None
    np.testing.assert_allclose(again.rotation @ again.rotation.T, np.eye(384), atol=1e-5)
    turned = rows @ again.rotation
    np.testing.assert_allclose(again.head / 127.0, turned[:, :128], atol=0.5 / 127 + 1e-5)
    apart = again.steps * (again.wider[:, np.newaxis] / WIDENED)
    tails = unpacked(again.tail) * (apart / 2)
    assert (np.abs(tails - turned[:, 128:]) <= apart * 0.501).all()


def test_few_vectors_get_no_codes(tmp_path: Path) -> None:
    write_array(tmp_path, "units", blends(50, 1))
    write_codes(tmp_path, "units")
    assert VectorIndex.load(tmp_path, "units").codes is None
    write_array(tmp_path, "none", np.empty((0, 0), dtype=np.float32))
    write_codes(tmp_path, "none")
    assert VectorIndex.load(tmp_path, "none").codes is None


def test_codes_of_other_vectors_are_refused(tmp_path: Path) -> None:
    coded(tmp_path, blends(50, 1))
    write_array(tmp_path, "units", blends(49, 1))
    with pytest.raises(ValueError, match="50 codes for 49 vectors"):
        VectorIndex.load(tmp_path, "units")


def test_products_are_exact_in_one_part_and_in_many(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(5)
    rows = chance.integers(-127, 128, (5000, 384), dtype=np.int8)
    rows[0] = 127
    query = rows[:1]
    expected = (rows.astype(np.int64) @ query[0].astype(np.int64)).tolist()
    assert products(rows, query).tolist() == expected
    monkeypatch.setattr(codes, "_PART", 700)
    assert products(rows, query).tolist() == expected


def test_pages_are_given_back_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_FEW", 0)
    index = coded(tmp_path, blends(8000, 1))
    query = blends(1, 2)[0]
    index.scores(query)
    held = arrays.mapped_bytes()
    index.release()
    assert arrays.mapped_bytes() < held - index.vectors.nbytes // 2 or held == 0  # not every system tells
    first = index.top(query, 10)
    index.release()
    again = index.top(query, 10)
    assert first[0].tolist() == again[0].tolist()
    assert first[1].tolist() == again[1].tolist()


def test_known_codes_are_taken_over_with_their_axes_and_find_the_same(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "now").mkdir()
    before = coded(tmp_path / "before", blends(3000, 5))
    rows = np.arange(3000, dtype=np.int32)
    rows[[0, 7, 2999]] = -1
    rows[100:2000] = rows[100:2000][::-1]
    now = before.vectors[rows].copy()
    now[rows < 0] = blends(3, 6)
    write_array(tmp_path / "now", "units", now)
    known = KnownCodes.load(tmp_path / "before", "units", rows)
    assert known is not None
    write_codes(tmp_path / "now", "units", least=0, known=known)
    index = VectorIndex.load(tmp_path / "now", "units")
    assert index.codes is not None and before.codes is not None
    assert np.array_equal(index.codes.rotation, before.codes.rotation)
    (tmp_path / "anew").mkdir()
    write_array(tmp_path / "anew", "units", now)
    turned = now @ before.codes.rotation
    heads = np.rint(turned[:, :128] * 127).astype(np.int8)
    assert (np.abs(index.codes.head.astype(int) - heads) <= 1).all()
    tails, wider = packed(turned[:, 128:], before.codes.steps)
    assert np.array_equal(index.codes.wider, wider)
    assert np.count_nonzero(unpacked(index.codes.tail) != unpacked(tails)) <= 10  # rounding at a boundary
    expected = before.codes.sketches.layout.sketches(now @ before.codes.rotation)
    assert np.count_nonzero(index.codes.sketches.sketches != expected) <= 10  # rounding at a boundary
    anew = coded(tmp_path / "anew", now)
    for query in blends(5, 7):
        assert np.array_equal(index.top(query, 10)[0], anew.top(query, 10)[0])


def test_codes_of_which_few_would_stay_are_made_anew(tmp_path: Path) -> None:
    coded(tmp_path, blends(1000, 5))
    rows = np.full(1000, -1, dtype=np.int32)
    rows[:500] = np.arange(500)
    assert KnownCodes.load(tmp_path, "units", rows) is not None
    rows[0] = -1
    assert KnownCodes.load(tmp_path, "units", rows) is None
    assert KnownCodes.load(tmp_path, "others", rows) is None


def test_axes_are_laid_anew_for_other_vectors(tmp_path: Path) -> None:
    for name in ("before", "now"):
        (tmp_path / name).mkdir()
    chance = np.random.default_rng(3)
    axes = np.linalg.qr(chance.standard_normal((384, 384)))[0]
    before = coded(tmp_path / "before", normalised(chance.standard_normal((1200, 120)) @ axes[:120]))
    others = normalised(chance.standard_normal((800, 120)) @ axes[200:320])
    rows = np.concatenate((np.arange(1200, dtype=np.int32), np.full(800, -1, dtype=np.int32)))
    write_array(tmp_path / "now", "units", np.concatenate((before.vectors, others)))
    known = KnownCodes.load(tmp_path / "before", "units", rows)
    assert known is not None
    write_codes(tmp_path / "now", "units", least=0, known=known)
    now = VectorIndex.load(tmp_path / "now", "units")
    assert now.codes is not None and before.codes is not None
    assert not np.array_equal(now.codes.rotation, before.codes.rotation)


@pytest.mark.parametrize("least", [0.2, 0.55, 0.9])
def test_what_may_be_near_holds_all_that_is_near(blended: VectorIndex, least: float) -> None:
    assert blended.codes is not None
    queries = blended.vectors[[3, 5_000, 7_000]]
    rows = np.arange(1, len(blended), 2)
    near = rows[((blended.vectors[rows] @ queries.T) >= least).any(axis=1)]
    possible = blended.codes.possible(queries, rows, least)
    assert set(near.tolist()) <= set(possible.tolist()) <= set(rows.tolist())
    assert possible.size < rows.size
    assert blended.codes.possible(queries, rows[:0], least).size == 0


def test_cosines_by_codes_are_right_to_within_their_rounding(tmp_path: Path) -> None:
    rows = blends(3000, 1)
    axes = coded(tmp_path, rows).codes
    assert axes is not None
    rows[[5, 6]] = normalised(rows[[5, 6]] + 0.5 * axes.rotation[:, [200, 300]].T)  # odd ones
    index = coded(tmp_path, rows)
    assert index.codes is not None
    queries, everything = np.concatenate((blends(20, 11), rows[[5, 6]])), np.arange(len(rows))
    wrong = index.codes.cosines(queries, everything) - queries @ rows.T
    assert (np.abs(wrong) < index.codes.rounding(everything)).all()
    assert 5 * wrong.std() < codes.ROUNDING
    assert index.codes.rounding(np.array([5]))[0] > codes.ROUNDING


def test_scanning_keeps_the_references_to_none(blended: VectorIndex) -> None:
    assert blended.codes is not None
    query, rows = blended.vectors[7], np.arange(100)
    blended.top(query, 10)
    before = sys.getrefcount(None)
    for _ in range(200):
        blended.codes.near(query, 10)
        blended.codes.cosines(query[np.newaxis], rows)
    assert abs(sys.getrefcount(None) - before) < 100
