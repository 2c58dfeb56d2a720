"""What every text's vector must be, by the real model as it is exported."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from index.encoding.encoder import Encoder

TEXTS = [
    "The president promised to respect the territorial integrity of his neighbour.",
    "Vows.",
    "The cathedral choir sang in the square on Sunday evening, to the delight of tourists. " * 30,
    "",
    "Москва́ 北京 🙂",
]


def test_a_text_has_the_same_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    assert together.dtype == np.float32
    assert together.shape == (len(TEXTS), encoder.dimensions)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_array_equal(alone, together)
    np.testing.assert_array_equal(encoder.encode(TEXTS[::-1])[::-1], together)
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_meaning_is_near(encoder: Encoder) -> None:
    statement, paraphrase, other = encoder.encode(
        [
            "He wants the country to stay in one piece.",
            "He spoke for its territorial unity.",
            "Cheese prices fell.",
        ]
    )
    assert statement @ paraphrase > statement @ other + 0.2


def test_threads_may_share_it(encoder: Encoder) -> None:
    expected = encoder.encode(TEXTS[:2])
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(lambda _: encoder.encode(TEXTS[:2]), range(8)):
            np.testing.assert_array_equal(vectors, expected)


def test_control_characters_have_a_vector(encoder: Encoder) -> None:
    assert np.isfinite(encoder.encode(["\0\x1b"])).all()
