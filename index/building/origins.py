"""Where the units of a new build stand in the earlier one."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

NEW = -1
"""In the place of a row: the unit was not in the earlier build."""


@dataclass(slots=True)
class Origins:
    """For each unit of one kind, in order, its row in the earlier build or NEW; the texts are equal."""

    _rows: array[int] = field(default_factory=lambda: array("i"))

    def add_new(self, count: int) -> None:
        """The next `count` units are new."""
        self._rows.extend([NEW] * count)

    def add(self, rows: range) -> None:
        """The next units are those of `rows`."""
        self._rows.extend(rows)

    def rows(self) -> NDArray[np.int32]:
        """int32 (N,)."""
        return np.array(self._rows, dtype=np.int32)
