"""A model run by sentence-transformers itself, which loads torch."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoding.models import Model
from index.encoding.quiet import quiet_loading
from index.errors import ModelUnavailable, first_line

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


class SentenceTransformerEncoder:
    """A sentence-transformers model on one device, loaded when it is first used; safe across threads."""

    def __init__(self, model: Model, identity: str, *, device: str = "cpu") -> None:
        self.identity = identity
        self._model = model
        self._device = device
        self._lock = Lock()
        self._loaded: SentenceTransformer | None = None

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has; loads the model."""
        return int(self.encode([""]).shape[1])

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where the model cannot be loaded or the device fails,
        as a GPU does whose memory is full.
        """
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        with self._lock:  # tokenizers refuse to be used by two threads at once
            if self._loaded is None:
                self._loaded = load(self._model, device=self._device)
            try:
                return vectors_of(self._loaded, texts, queries=queries)
            except RuntimeError as error:  # torch's, for all that a device does not do
                raise _unavailable(self._model, self._device, "be run", error) from error


def vectors_of(
    loaded: SentenceTransformer, texts: Sequence[str], *, queries: bool = False
) -> NDArray[np.float32]:
    """The vectors of `texts`, float32 (n, d), of unit length, as the loaded model defines them."""
    encode = loaded.encode_query if queries else loaded.encode_document
    vectors = encode(list(texts), batch_size=_BATCH, show_progress_bar=False, normalize_embeddings=True)
    return np.asarray(vectors, dtype=np.float32)


def load(model: Model, *, device: str = "cpu", attention: str | None = None) -> SentenceTransformer:
    """Load the model without a network, foreign code, pickles or a word on standard error.

    `attention` names an implementation of attention in transformers. Raises ModelUnavailable.
    """
    # Stored in half precision, a model would also be run in it: too coarse for a text to have one vector.
    settings: dict[str, object] = {"use_safetensors": True, "dtype": "float32"} | (
        {"attn_implementation": attention} if attention else {}
    )
    try:
        with quiet_loading():
            from sentence_transformers import SentenceTransformer

            return SentenceTransformer(
                str(model.folder),
                device=device,
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs=settings,
            )
    except Exception as error:  # whatever the libraries raise, the user hears one sentence
        raise _unavailable(model, device, "be loaded", error) from error


def _unavailable(model: Model, device: str, what: str, error: Exception) -> ModelUnavailable:
    where = "" if device == "cpu" else f" on {device}"
    return ModelUnavailable(
        f"The model {model.name} in {model.folder} cannot {what}{where}: {first_line(error)}"
    )
