"""The vectors of queries, each encoded once while it is of use."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.encoding.encoder import Encoder

_KEPT = 64


class QueryVectors:
    """The vectors of the last queries: passages and statements are searched for the same words."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lock = Lock()
        self._vectors: OrderedDict[str, Future[NDArray[np.float32]]] = OrderedDict()

    def of(self, query: str) -> Future[NDArray[np.float32]]:
        """The vector of a query, float32 (d,): encoded before this returns, but where another thread is
        encoding it. The result raises what the encoder raises.
        """
        with self._lock:
            known = self._vectors.get(query)
            if known is not None and not (known.done() and known.exception() is not None):
                return known
            encoding = self._vectors[query] = Future[NDArray[np.float32]]()
            while len(self._vectors) > _KEPT:
                self._vectors.popitem(last=False)
        try:
            encoding.set_result(self._encoder.encode([query], queries=True)[0])
        except BaseException as error:
            encoding.set_exception(error)
        return encoding
