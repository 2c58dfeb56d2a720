"""What turns texts into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Anything that turns texts into vectors; safe across threads."""

    @property
    def identity(self) -> str:
        """Name, weights and precision: vectors can be compared where this is the same."""
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
