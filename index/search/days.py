"""Which units were published at about the same time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.top import Mask, Rows

UNKNOWN = 0
"""In the place of a day: the unit's article has no date."""


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The `first` and the `last` day on which each unit was published, int32 (N,), and how far two units may
    be `apart`, in days. A unit whose first day is unknown is apart from none; between the first and the last
    day of the others no more than `apart` days pass without the unit.
    """

    first: NDArray[np.int32]
    last: NDArray[np.int32]
    apart: int

    def near(self, units: Rows) -> Mask:
        """For each of `units` (m,) which units are not apart from it, bool (m, N)."""
        first, last = self.first[units][:, np.newaxis], self.last[units][:, np.newaxis]
        near: Mask = (self.first <= last + self.apart) & (self.last >= first - self.apart)
        near |= (self.first == UNKNOWN) | (first == UNKNOWN)
        return near
