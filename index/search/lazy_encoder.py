"""An encoder that is looked up only when a text must be embedded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnavailable
from index.search.encoder import Encoder, load_encoder


class LazyEncoder:
    """The encoder that a build was made with.

    Lexical search needs none, so a model that cannot be had is an error only where meaning is asked
    for. `identity` is what the build records: vectors of another encoder could not be compared.
    """

    def __init__(self, model: str | None, identity: str) -> None:
        self.model = model
        self.identity = identity

    @cached_property
    def _encoder(self) -> Encoder:
        encoder = load_encoder(self.model)
        if encoder.identity != self.identity:
            raise ModelUnavailable(
                f"The index was built with {self.identity.split()[0]}, and the model set is now "
                f"{encoder.identity.split()[0]} with other weights; run: python -m index build"
            )
        return encoder

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where the model cannot be had or is another."""
        return self._encoder.encode(texts, queries=queries)
