from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.nibbles import packed, steps, unpacked, weighed


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(0, 21), st.integers(0, 2**32 - 1))
def test_numbers_come_back_to_within_half_a_step(count: int, width: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    deviation = chance.random(width).astype(np.float32) * (chance.random(width) < 0.9)
    apart = steps(deviation)
    values = (chance.uniform(-8, 8, (count, width)) * apart).astype(np.float32)
    pairs = packed(values, apart)
    assert pairs.shape == (count, -(-width // 2))
    halves = unpacked(pairs)
    back = halves[:, :width] * (apart / 2)
    assert np.all(np.abs(back - values) <= apart / 2 * 1.001)
    queries = chance.standard_normal((3, width)).astype(np.float32)
    np.testing.assert_allclose(weighed(queries, apart) @ halves.T, queries @ back.T, atol=1e-4)


def test_what_is_beyond_the_levels_has_the_last_one() -> None:
    apart = np.array([1.0, 1.0, 0.0], dtype=np.float32)
    halves = unpacked(packed(np.array([[100.0, -100.0, 0.0]], dtype=np.float32), apart))
    assert halves[0, :2].tolist() == [15, -15]


def test_sixteen_levels_lose_an_eightieth_of_a_normal_distribution() -> None:
    values = np.random.default_rng(1).standard_normal((4000, 16)).astype(np.float32)
    apart = steps(np.ones(16, dtype=np.float32))
    lost = np.mean((unpacked(packed(values, apart)) * (apart / 2) - values) ** 2)
    assert 0.0105 < lost < 0.0125
