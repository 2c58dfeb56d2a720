"""Which rows have a number: the statements of a person."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.top import Rows


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """Rows ordered by their number: `order` (int32, N) are the rows and `numbers` (int32, N) theirs, ascending."""

    order: NDArray[np.int32]
    numbers: NDArray[np.int32]

    @classmethod
    def by(cls, numbers: NDArray[np.int32]) -> Grouped:
        """Group the rows of `numbers`, the number of each row."""
        order = np.argsort(numbers, kind="stable").astype(np.int32)
        return cls(order, numbers[order])

    def rows(self, number: int) -> Rows:
        """The rows that have `number`, ascending."""
        sought = np.array(
            [number, number + 1], dtype=self.numbers.dtype
        )  # else all numbers are copied to its type
        start, end = np.searchsorted(self.numbers, sought)
        return self.order[start:end].astype(np.int64)
