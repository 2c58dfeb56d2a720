"""Texts to vectors, by sentence-transformers."""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnavailable
from index.search.models import model_folder, weight_files

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 32


class Encoder(Protocol):
    """Anything that turns texts into vectors."""

    @property
    def identity(self) -> str:
        """Name and weights: vectors can be compared where this is the same."""
        ...

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        ...

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """The vectors of `texts`, float32 (n, d), each of length 1.

        A text has the same vector (cosine above .9999) whatever stands beside it. `queries` says
        that the texts are questions, which some models tell from passages.
        """
        ...


def load_encoder(model: str | None = None) -> Encoder:
    """The encoder for a sentence-transformers folder or name, by default all-MiniLM-L6-v2.

    The default model lies in an installed package and never needs a network, nor does a folder; a
    name is looked for among the downloaded models first. Torch is loaded when the first text is
    encoded, which takes seconds; this call only looks at files. Raises ModelUnavailable where there
    is no such model, or the default's weights are not the published ones.
    """
    name, folder = model_folder(model, DEFAULT_MODEL)
    encoder = SentenceEncoder(name, folder)
    if name == DEFAULT_MODEL and encoder.weights != DEFAULT_WEIGHTS:
        raise ModelUnavailable(
            f"The model in {folder} is not the published {DEFAULT_MODEL}: its sha256 differs."
        )
    return encoder


class SentenceEncoder:
    """A sentence-transformers model in a folder, loaded when it is first used; safe across threads."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self._lock = Lock()
        self._loaded: SentenceTransformer | None = None

    @cached_property
    def weights(self) -> str:
        """The sha256 of the weights, hexadecimal; of several files in the order of their names."""
        digest = hashlib.sha256()
        for path in weight_files(self.folder):
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        return digest.hexdigest()

    @property
    def identity(self) -> str:
        """The model's name and the sha256 of its weights."""
        return f"{self.name} sha256:{self.weights}"

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has; loads the model."""
        return int(self.encode([""]).shape[1])

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where the model cannot be loaded."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        with self._lock:  # tokenizers refuse to be used by two threads at once
            if self._loaded is None:
                self._loaded = _load(self.name, self.folder)
            encode = self._loaded.encode_query if queries else self._loaded.encode_document
            vectors = encode(
                list(texts), batch_size=_BATCH, show_progress_bar=False, normalize_embeddings=True
            )
        return np.asarray(vectors, dtype=np.float32)


def _load(name: str, folder: Path) -> SentenceTransformer:
    """Load the model without a network, foreign code, pickles or a word on standard error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging as transformers_logging

            transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # has no types
            for library in ("sentence_transformers", "transformers"):
                logging.getLogger(library).setLevel(logging.CRITICAL)
            return SentenceTransformer(
                str(folder),
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
    except Exception as error:  # whatever the libraries raise, the user hears one sentence
        reason = str(error).strip().split("\n")[0] or type(error).__name__
        raise ModelUnavailable(f"The model {name} in {folder} cannot be loaded: {reason}") from error
