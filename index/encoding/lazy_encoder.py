"""The encoder of a build, looked up only when a text must be embedded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.encoding.choosing import stored_encoder
from index.encoding.encoder import Encoder
from index.encoding.exports import MODELS, Precision, Runtime, read_export
from index.encoding.models import find_model
from index.errors import ModelUnavailable


class LazyEncoder:
    """The encoder that a build was made with.

    Lexical search needs none, so a model that cannot be had is an error only where meaning is asked
    for. `identity` is what the build records: vectors of another encoder could not be compared.
    `recorded` is the model that the build was made with, `model` the one that is set now, None where
    none is; `data` is the data folder.
    """

    def __init__(self, data: Path, identity: str, *, recorded: str | None, model: str | None) -> None:
        self.data = data
        self.identity = identity
        self.recorded = recorded
        self.model = model
        self._lock = Lock()
        self._loaded: Encoder | None = None

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return self._encoder().dimensions

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where the model cannot be had or is another."""
        return self._encoder().encode(texts, queries=queries)

    def _encoder(self) -> Encoder:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> Encoder:
        model = self.recorded if self.model is None else self.model
        name, *_ = self.identity.split()
        if model != self.recorded and not self.identity.startswith(f"{find_model(model).source} "):
            raise ModelUnavailable(
                f"The index was built with {name}, and the model set is now {find_model(model).name} "
                "with other weights; run: python -m index build"
            )
        encoder = stored_encoder(model, self.identity, self.data / MODELS)
        if encoder is None:
            raise ModelUnavailable(
                f"The index was built with {name} in a form that this program cannot make from the model "
                "as it is now; run: python -m index build"
            )
        return encoder


def runtime_of(data: Path, identity: str) -> str:
    """What embeds questions for a build with that encoder, in words, and why where it is not the quickest."""
    export = read_export(data / MODELS, identity)
    if export is None:
        return "none yet: the exported model is missing and is made again when it is needed"
    precision = "int8" if export.precision is Precision.INT8 else "float32"
    reason = f" ({export.reason})" if export.reason else ""
    name = "onnxruntime" if export.runtime is Runtime.ONNX else "sentence-transformers"
    return f"{name}, {precision}{reason}"
