from __future__ import annotations

import itertools
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search import sketches as module
from index.search.sketches import GROUPS, Layout, Sketches, spread


def layout_of(deviations: list[float]) -> Layout:
    return Layout(np.array([np.linspace(-0.1, 0.1, len(deviations)), deviations], dtype=np.float32))


def decoded(layout: Layout, sketches: np.ndarray) -> np.ndarray:
    """What sketches stand for, along the axes, by the centroids of their groups."""
    values = np.stack((sketches & 15, sketches >> 4), axis=2).reshape(len(sketches), -1)
    axes = np.zeros((len(sketches), layout.spread.shape[1]), dtype=np.float32)
    for group in range(layout.groups):
        np.add.at(axes.T, layout.members[group], layout.centroids[group, values[:, group]].T)
    return axes


@pytest.mark.parametrize("bits", [1, 2, 3, 4])
def test_the_levels_have_the_least_squared_error(bits: int) -> None:
    levels, normal = module._levels(bits).astype(float), NormalDist()
    bounds = (levels[1:] + levels[:-1]) / 2
    below = np.array([0.0, *(normal.cdf(bound) for bound in bounds), 1.0])
    density = np.array([0.0, *(normal.pdf(bound) for bound in bounds), 0.0])
    # Lloyd's condition: each level is the mean of what is rounded to it.
    np.testing.assert_allclose(levels, (density[:-1] - density[1:]) / np.diff(below), atol=2e-4)
    assert 1 - np.sum(np.diff(below) * levels**2) == pytest.approx(module._ERRORS[bits], rel=1e-3)


@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=400))
def test_bits_go_where_the_vectors_spread_and_groups_hold_four(deviations: list[float]) -> None:
    layout = layout_of(deviations)
    bits = dict.fromkeys(range(len(deviations)), 0)
    for place in layout._places:
        bits[place.axis] += place.bits
    assert sum(bits.values()) == min(GROUPS, len(deviations)) * 4
    ranked = sorted(bits, key=lambda axis: -np.float32(deviations[axis]))
    for wider, narrower in itertools.pairwise(ranked):
        if deviations[wider] > deviations[narrower]:
            assert bits[wider] >= bits[narrower]
    taken = [(place.group, place.shift + bit) for place in layout._places for bit in range(place.bits)]
    assert len(taken) == len(set(taken))
    assert all(0 <= bit < 4 for _, bit in taken)


def test_a_sketch_stands_for_the_nearest_levels() -> None:
    layout = layout_of([0.01 * (1 + axis % 17) for axis in range(200)])
    turned = np.random.default_rng(1).standard_normal((5000, 200)).astype(np.float32) * layout.spread[1]
    turned += layout.spread[0]
    codes = layout.sketches(turned)
    assert codes.shape == (5000, layout.size)
    left = decoded(layout, codes) - turned
    by_bits = {place.axis: place.bits for place in layout._places}
    for axis, bits in by_bits.items():
        share = np.mean(left[:, axis] ** 2) / layout.spread[1, axis] ** 2
        assert share == pytest.approx(module._ERRORS[bits], rel=0.3)


def test_the_best_by_sketches_are_those_of_brute_force_over_what_they_stand_for() -> None:
    chance = np.random.default_rng(2)
    turned = chance.standard_normal((3000, 64)).astype(np.float32) / np.linspace(1, 5, 64, dtype=np.float32)
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    layout = Layout(spread(turned))
    scanned = Sketches(layout, layout.sketches(turned))
    scanned.prepare()
    scanned.prepare()
    for query in turned[:20]:
        expected = decoded(layout, np.asarray(scanned.sketches)) @ query
        scores, rows = scanned.nearest(query, 50)
        # The scan rounds the part of each group to a 255th of the widest.
        np.testing.assert_allclose(scores, expected[rows], atol=0.04)
        assert np.sort(expected)[-50] - expected[rows].min() < 0.04
        assert (np.diff(scores) <= 0).all()


def test_a_query_without_direction_finds_nothing() -> None:
    turned = np.eye(8, dtype=np.float32)
    layout = Layout(spread(turned))
    scanned = Sketches(layout, layout.sketches(turned))
    scanned.prepare()
    assert scanned.nearest(np.zeros(8, dtype=np.float32), 3)[1].size == 0
