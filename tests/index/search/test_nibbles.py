from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.nibbles import WIDENED, packed, steps, unpacked, weighed


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(0, 21), st.integers(0, 2**32 - 1), st.sampled_from([1, 8, 60]))
def test_numbers_come_back_to_within_half_a_step(count: int, width: int, seed: int, reach: int) -> None:
    chance = np.random.default_rng(seed)
    deviation = chance.random(width).astype(np.float32) * (chance.random(width) < 0.9)
    apart = steps(deviation)
    values = (chance.uniform(-reach, reach, (count, width)) * apart).astype(np.float32)
    pairs, wider = packed(values, apart)
    assert pairs.shape == (count, -(-width // 2))
    halves = unpacked(pairs)
    widened = np.maximum(apart, 1e-6) * (wider[:, np.newaxis] / WIDENED)
    back = halves[:, :width] * (widened / 2)
    assert np.all(np.abs(back - values) <= widened / 2 * 1.001)
    assert np.all(wider >= WIDENED)
    assert reach > 1 or np.all(wider == WIDENED)
    queries = chance.standard_normal((3, width)).astype(np.float32)
    products = weighed(queries, apart) @ halves.T * (wider / WIDENED)
    np.testing.assert_allclose(products, queries @ back.T, rtol=1e-4, atol=1e-3)


def test_sixteen_levels_lose_an_eightieth_of_a_normal_distribution() -> None:
    values = np.random.default_rng(1).standard_normal((4000, 16)).astype(np.float32).clip(-2.6, 2.6)
    apart = steps(np.ones(16, dtype=np.float32))
    pairs, wider = packed(values, apart)
    assert (wider == WIDENED).all()
    lost = np.mean((unpacked(pairs) * (apart / 2) - values) ** 2)
    assert 0.0085 < lost < 0.0125
