"""Vectors as sketches of 64 bytes, all of which are scanned for a question.

A sketch gives each principal axis 0 to 4 bits, the more the farther the vectors spread along it: a bit
goes where it lessens the mean squared error most (bit allocation of transform coding: Huang and
Schultheiss, Block quantization of correlated Gaussian random variables, 1963). The levels are those with
the least squared error for a normal distribution (Lloyd 1957, published 1982; Max 1960). Axes are put
together into groups of 4 bits, so that a group's part of a cosine is one of 16 numbers, looked up by
faiss in registers (André, Kermarrec and Le Scouarnec, Cache locality is not enough, 2015).
"""

from __future__ import annotations

import heapq
import logging
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import map_array, release_pages
from index.search.top import Rows

SPREAD, SKETCHES = "spread", "sketches"
GROUPS = 128
_GROUP_BITS = 4
_VALUES = 1 << _GROUP_BITS
_UPPER_LEVELS = (
    (),
    (0.7979,),
    (0.4528, 1.5104),
    (0.2451, 0.7560, 1.3439, 2.1520),
    (0.1284, 0.3881, 0.6568, 0.9424, 1.2562, 1.6181, 2.0690, 2.7326),
)
"""The positive ones of 2, 4, 8 and 16 levels (Max 1960, table I); the others mirror them."""
_ERRORS = (1.0, 0.3634, 0.1175, 0.03454, 0.009497)
"""What is left of a normal distribution's variance after so many bits (Max 1960, table I)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an axis stands in a sketch: its group, which of the group's axes it is, and its bits there."""

    axis: int
    group: int
    member: int
    shift: int
    bits: int


class Layout:
    """How vectors become sketches: `spread` (2, d) holds the mean and the standard deviation of the
    vectors along each of d axes, from which all else follows.
    """

    def __init__(self, spread: NDArray[np.float32]) -> None:
        self.spread = spread
        self._places = _places(_bits(spread[1]))
        self.groups = 1 + max((place.group for place in self._places), default=-1)
        self.size = -(-self.groups // 2)  # bytes

    def sketches(self, turned: NDArray[np.float32]) -> NDArray[np.uint8]:
        """The sketches (n, size) of vectors along the axes (n, d)."""
        mean, deviation = self.spread
        values = np.zeros((len(turned), 2 * self.size), dtype=np.uint8)
        for place in self._places:
            levels = mean[place.axis] + deviation[place.axis] * _levels(place.bits)
            level = np.searchsorted((levels[1:] + levels[:-1]) / 2, turned[:, place.axis])
            values[:, place.group] |= (level << place.shift).astype(np.uint8)
        packed: NDArray[np.uint8] = values[:, 0::2] | values[:, 1::2] * np.uint8(_VALUES)
        return packed

    @cached_property
    def members(self) -> NDArray[np.int64]:
        """The axes of each group (groups, 4); where there are fewer than four, axis 0 fills up."""
        members = np.zeros((self.groups, _GROUP_BITS), dtype=np.int64)
        for place in self._places:
            members[place.group, place.member] = place.axis
        return members

    @cached_property
    def centroids(self) -> NDArray[np.float32]:
        """What each value of each group stands for along its axes (groups, 16, 4); 0 for what fills up."""
        mean, deviation = self.spread
        centroids = np.zeros((self.groups, _VALUES, _GROUP_BITS), dtype=np.float32)
        values = np.arange(_VALUES)
        for place in self._places:
            levels = _levels(place.bits)[(values >> place.shift) & ((1 << place.bits) - 1)]
            centroids[place.group, :, place.member] = mean[place.axis] + deviation[place.axis] * levels
        return centroids


class _Scan(Protocol):
    """Sketches laid out for scanning."""

    def search(
        self, queries: NDArray[np.float32], count: int
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]: ...


class Sketches:
    """The sketches (N, size) of N vectors; `prepare` lays them out for scanning."""

    def __init__(self, layout: Layout, sketches: NDArray[np.uint8]) -> None:
        self.layout = layout
        self.sketches = sketches
        self._scan: _Scan | None = None
        self._preparing = threading.Lock()

    @classmethod
    def load(cls, folder: Path, name: str) -> Sketches:
        """Map the sketches of a build. Raises OSError or ValueError where they cannot be read."""
        return cls(Layout(map_array(folder, f"{name}.{SPREAD}")), map_array(folder, f"{name}.{SKETCHES}"))

    def __len__(self) -> int:
        return len(self.sketches)

    @property
    def prepared(self) -> bool:
        """Whether they can be scanned."""
        return self._scan is not None

    def prepare(self) -> None:
        """Lay the sketches out in memory, once: 64 bytes for each, in a fifth of a second for a million."""
        with self._preparing:  # who comes second waits, and does not do it again
            if not self.prepared:
                self._scan = self._laid_out()
                release_pages(self.sketches)

    def _laid_out(self) -> _Scan:
        logging.getLogger("faiss.loader").setLevel(logging.WARNING)
        import faiss  # takes a tenth of a second, and small corpora have no sketches

        groups = self.layout.groups
        flat = faiss.IndexPQ(groups * _GROUP_BITS, groups, _GROUP_BITS, faiss.METRIC_INNER_PRODUCT)
        faiss.copy_array_to_vector(self.layout.centroids.ravel(), flat.pq.centroids)
        flat.is_trained = True
        faiss.copy_array_to_vector(np.asarray(self.sketches).ravel(), flat.codes)
        flat.ntotal = len(self.sketches)
        laid_out: Any = faiss.IndexPQFastScan  # its annotations lack what it is made of here
        scan: _Scan = laid_out(flat)
        return scan

    def nearest(self, turned: NDArray[np.float32], count: int) -> tuple[NDArray[np.float32], Rows]:
        """The `count` that seem nearest to a query (d,) along the axes, best first: about what their
        cosines are, and their rows. Fewer where the query is no direction at all. To be prepared before.
        """
        assert self._scan is not None  # noqa: S101 - it is prepared
        sought = turned[self.layout.members].reshape(1, -1)
        scores, rows = self._scan.search(np.ascontiguousarray(sought), count)
        found = rows[0] >= 0
        return scores[0][found], rows[0][found]


def spread(turned: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean and the standard deviation (2, d) of vectors along their axes (n, d)."""
    return np.stack((turned.mean(axis=0), turned.std(axis=0)))


def _levels(bits: int) -> NDArray[np.float32]:
    upper = np.array(_UPPER_LEVELS[bits], dtype=np.float32)
    return np.concatenate((-upper[::-1], upper))


def _bits(deviation: NDArray[np.float32]) -> list[int]:
    """How many bits each axis gets, of `GROUPS` times 4 in all."""
    variances = deviation.astype(np.float64) ** 2
    bits = [0] * variances.size
    gains = [(-float(variance) * (_ERRORS[0] - _ERRORS[1]), axis) for axis, variance in enumerate(variances)]
    heapq.heapify(gains)
    for _ in range(GROUPS * _GROUP_BITS):
        if not gains:
            break
        _, axis = heapq.heappop(gains)
        bits[axis] += 1
        if bits[axis] < _GROUP_BITS:
            gain = float(variances[axis]) * (_ERRORS[bits[axis]] - _ERRORS[bits[axis] + 1])
            heapq.heappush(gains, (-gain, axis))
    return bits


def _places(bits: list[int]) -> list[Place]:
    """The axes in groups of 4 bits: those with most bits first, each into the first group with room."""
    places: list[Place] = []
    used: list[int] = []
    members: list[int] = []
    first = [0] * (_GROUP_BITS + 1)  # no group before has room for so many bits
    for axis in sorted(range(len(bits)), key=lambda axis: -bits[axis]):
        wanted = bits[axis]
        if wanted == 0:
            break
        group = first[wanted]
        while group < len(used) and used[group] + wanted > _GROUP_BITS:
            group += 1
        first[wanted] = group
        if group == len(used):
            used.append(0)
            members.append(0)
        places.append(Place(axis, group, members[group], used[group], wanted))
        used[group] += wanted
        members[group] += 1
    return places
