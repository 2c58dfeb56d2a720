from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hashing import Hashing
from numpy.typing import NDArray

from index.encoding import query_vectors
from index.encoding.query_vectors import QueryVectors
from index.errors import ModelUnavailable


class Waiting(Hashing):
    """An encoder that counts its calls, waits for `let_go`, and fails while it is `broken`."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []
        self.began, self.let_go = threading.Event(), threading.Event()
        self.broken = False

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        self.calls.extend(texts)
        self.began.set()
        assert self.let_go.wait(20)
        if self.broken:
            raise ModelUnavailable("no model")
        return super().encode(texts, queries=queries)


def test_a_query_that_two_threads_ask_for_is_encoded_once() -> None:
    encoder = Waiting()
    vectors = QueryVectors(encoder)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(vectors.of, "the tide")
        assert encoder.began.wait(20)
        second = vectors.of("the tide")  # does not wait
        assert not second.done()
        encoder.let_go.set()
        assert np.array_equal(first.result(20).result(20), second.result(20))
    expected = Hashing().encode(["the tide"], queries=True)[0]
    assert np.array_equal(vectors.of("the tide").result(0), expected)
    assert encoder.calls == ["the tide"]


def test_a_failure_is_told_and_not_kept() -> None:
    encoder = Waiting()
    encoder.let_go.set()
    encoder.broken = True
    vectors = QueryVectors(encoder)
    with pytest.raises(ModelUnavailable, match="no model"):
        vectors.of("fog").result(0)
    encoder.broken = False
    assert vectors.of("fog").result(0).shape == (encoder.dimensions,)


def test_the_last_queries_alone_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_vectors, "_KEPT", 2)
    encoder = Waiting()
    encoder.let_go.set()
    vectors = QueryVectors(encoder)
    for query in ("a", "b", "c", "c", "b", "a"):
        vectors.of(query)
    assert encoder.calls == ["a", "b", "c", "a"]
