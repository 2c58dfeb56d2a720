"""Vectors as codes of few bits, by which most units are ruled out without being read whole.

The vectors are turned so that the first dimensions hold most of what sets them apart (the principal
axes of their second moments). The first HEAD of them, the head, have a byte each, rounded to 1/127, and
lie together in a file of their own; the others, the tail, are small and have four bits each, read only
for units whose head leaves them a chance. Where all units are searched, their sketches are scanned
instead of their heads.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import simsimd
from numpy.typing import NDArray

from index.processors import processors
from index.search.arrays import map_array, taken
from index.search.nibbles import WIDENED, steps, unpacked, weighed
from index.search.sketches import Layout, Sketches
from index.search.top import Rows, top_rows

Codes = NDArray[np.int8]
Rough = NDArray[np.float32]
_CodedQueries = tuple[Codes, Rough]
"""Parts of queries as codes (m, n), and what one is worth in a product with units' codes (m, 1)."""

HEAD = 128
_SCALE = 127
LONGEST = 255
"""What the length of a vector of 1 is in a code."""
ROUNDING = 0.015
"""Over five times the standard deviation (.0023 to .0026) of a cosine's error through rounding to codes."""
_DEVIATIONS = 5.5
"""How far above its expected value a tail may lift a unit, in standard deviations."""
_SKETCHED_DEVIATIONS = 5.0
"""How far its sketch may be wrong about a unit, in standard deviations beside the mean error."""
_FIRST = 1000
_PART = 1 << 16
_GATHERED = 1 << 11
"""Rows that stay in the processor's cache while they are multiplied."""
_THREADS = 4
_SHARE = 32
"""At most one in so many units has its tail read."""
_MOST_SKETCHED = 4
"""At most one in so many units is taken by its sketch: rather than of more, all heads are read."""
_SKETCHED = 128
"""One in so many units is taken by its sketch at first, which is mostly enough."""
_SCANS = 3
_FAR = 64.0
"""So many times twice as many are more than there are."""
_SPARE = 1.25
"""So many times as many are taken as seem to be needed: one more scan would take longer."""
_FEWEST = 1 << 12
"""So many may be looked at however few there are: of few, `_SHARE` would not hold the nearest where other
vectors than these gave the axes. Of more that sketches left, heads rule most out before tails are read.
"""


@dataclass(frozen=True, slots=True, eq=False)
class VectorCodes:
    """`head` (N, h) and `tail` (N, (d - h + 1) // 2) are codes of the vectors turned by `rotation` (d, d),
    the tail's numbers by levels which are `steps` (d - h,) apart, or as much `wider` as (N,) says in 1/16;
    `lengths` (N,) are the tails' lengths in 1/255, rounded up. `sketches` are scanned once they are prepared.
    """

    rotation: NDArray[np.float32]
    head: Codes
    tail: NDArray[np.uint8]
    steps: NDArray[np.float32]
    wider: NDArray[np.uint8]
    lengths: NDArray[np.uint8]
    sketches: Sketches

    @classmethod
    def load(cls, folder: Path, name: str) -> VectorCodes | None:
        """Map what `write_codes` wrote; None where there are none. Raises OSError or ValueError."""
        if not (folder / f"{name}.head.npy").exists():
            return None
        parts = ("rotation", "head", "tail", "wider", "lengths")
        rotation, head, tail, wider, lengths = (map_array(folder, f"{name}.{part}") for part in parts)
        sketches = Sketches.load(folder, name)
        if len(sketches) != len(head):
            raise ValueError(f"{name}: {len(sketches)} sketches for {len(head)} codes")
        steps = tail_steps(sketches.layout, head.shape[1])
        return cls(rotation, head, tail, steps, wider, lengths, sketches)

    def possible(self, queries: NDArray[np.float32], rows: Rows, least: float) -> Rows:
        """Those of `rows` that may have a cosine from `least` on with one of `queries` (m, d).

        Heads tell their part of the cosine; that of the tails is at most the product of their lengths.
        """
        turned = self._turned(queries)
        reach = np.linalg.norm(turned[:, self.head.shape[1] :], axis=1) / np.float32(LONGEST)
        most = reach[:, np.newaxis] * self.lengths[rows].astype(np.float32)
        most += self._heads(self._sought_heads(turned), rows)
        near: Rows = rows[(most >= least - ROUNDING).any(axis=0)]
        return near

    def cosines(self, queries: NDArray[np.float32], rows: Rows) -> Rough:
        """The cosines of `rows` with `queries` (m, d), float32 (m, n), right to within `rounding(rows)`."""
        return self._cosines(self._turned(queries), rows)

    def rounding(self, rows: Rows) -> Rough:
        """How far a cosine by codes may be wrong for each of `rows`."""
        return self.wider[rows] * np.float32(ROUNDING / WIDENED)

    def _cosines(self, turned: NDArray[np.float32], rows: Rows) -> Rough:
        cosines = self._heads(self._sought_heads(turned), rows)
        cosines += self._tails(self._sought_tails(turned), rows)
        return cosines

    def _sought_heads(self, turned: NDArray[np.float32]) -> _CodedQueries:
        codes, unit = _as_codes(turned[:, : self.head.shape[1]])
        return codes, unit / np.float32(_SCALE)

    def _sought_tails(self, turned: NDArray[np.float32]) -> _CodedQueries:
        return _as_codes(weighed(turned[:, self.head.shape[1] :], self.steps))

    def _heads(self, queries: _CodedQueries, rows: Rows) -> Rough:
        """The heads' part of the cosines (m, n) of `rows`."""
        return _gathered(queries, rows, lambda part: taken(self.head, part))

    def _tails(self, queries: _CodedQueries, rows: Rows) -> Rough:
        """The tails' part of the cosines (m, n) of `rows`."""
        products = _gathered(queries, rows, lambda part: unpacked(taken(self.tail, part)))
        products *= self.wider[rows] / np.float32(WIDENED)
        return products

    def _turned(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """Queries (m, d) along the axes."""
        # Not by `@`: its threads spin while they wait for each other, several times longer than they work.
        turned: NDArray[np.float32] = np.einsum("ij,jk->ik", queries, self.rotation)
        return turned

    def near(self, query: NDArray[np.float32], k: int, rows: Rows | None = None) -> Rows:
        """Units, ascending, that hold the `k` nearest to `query` (d,) among `rows` (ascending; None: all)."""
        if rows is None and self.sketches.prepared:
            return self._near_by_sketches(query, k)
        return self._near_by_heads(query, k, rows)

    def _near_by_sketches(self, query: NDArray[np.float32], k: int) -> Rows:
        """The cosines of the best thousand by their sketches give a bar, and how wrong sketches are, on
        average and in deviation; whoever could pass the bar with an error 5 deviations above that average
        is looked at too, very many of them by their heads first, with the margin of heads on top. As with
        heads, a margin and no proof: of the 100 nearest to each of 60 queries none needed more than 4.7.
        """
        turned, size = self._turned(query[np.newaxis]), len(self.sketches)
        few = max(_FIRST, 2 * k)
        count = max(few, _FEWEST, size // _SKETCHED)
        for _ in range(_SCANS):
            rough, rows = self.sketches.nearest(turned[0], count)
            if rows.size < count:  # fewer units, or a query without direction
                break
            first = rows[:few]
            cosines = self._cosines(turned, first)[0]
            wrong = cosines - rough[: first.size]
            least = _greatest(cosines, k) - wrong.mean() - _SKETCHED_DEVIATIONS * wrong.std()
            if rough[-1] < least:
                seen = rows[: max(first.size, np.searchsorted(-rough, -least, side="right"))]
                if seen.size > _FEWEST:  # their heads rule most of them out
                    return self._near_by_heads(query, k, np.sort(seen))
                cosines = np.concatenate((cosines, self._cosines(turned, seen[first.size :])[0]))
                return np.sort(seen[cosines + self.rounding(seen) >= _greatest(cosines, k)])
            needed = _SPARE * _needed(rough, least)
            if needed > size // _MOST_SKETCHED:
                break
            count = int(needed) + 1
        return self._near_by_heads(query, k, None)  # too many alike for sketches to tell apart

    def _near_by_heads(self, query: NDArray[np.float32], k: int, rows: Rows | None) -> Rows:
        """The head's score alone ranks a first thousand. Their whole scores give a bar, and how much
        their tails add, on average and in deviation; whoever could pass the bar with a tail
        5.5 deviations above that average is scored whole too. What is left out is left out by
        this statistical margin (in a million vectors, 150 questions needed 4.53 at most), not by
        a proof: `benchmarks/kernels.py` measures the recall.
        """
        turned = self._turned(query[np.newaxis])
        head, tail = self._sought_heads(turned), self._sought_tails(turned)
        if rows is not None and rows.size * 4 < len(self.head):
            scores = self._heads(head, rows)[0]
        else:
            scores = products(self.head, head[0]) * head[1][0]
            scores = scores if rows is None else scores[rows]
        if k >= scores.size:
            return _named(np.arange(scores.size), rows)

        def tails(places: Rows) -> Rough:
            added: Rough = self._tails(tail, _named(places, rows))[0]
            return added

        first = _best(scores, max(_FIRST, 2 * k))
        added = tails(first)
        whole = scores[first] + added
        bar = _greatest(whole, k)
        places = np.flatnonzero(scores >= bar - added.mean() - _DEVIATIONS * added.std())
        most = max(len(self.head) // _SHARE, _FEWEST, first.size)
        if places.size > most:
            places = np.sort(places[top_rows(scores[places], most)])
        if places.size > first.size:  # then the first are among them
            whole = scores[places] + tails(places)
            bar = _greatest(whole, k)
        else:
            places = first
        named = _named(places, rows)
        near: Rows = named[whole + self.rounding(named) >= bar]
        return near


def products(codes: Codes, query: Codes) -> Rough:
    """The scalar product of each row of `codes` (n, d) with `query` (1, d), exact, as float32 (n,)."""
    count, dimensions = codes.shape
    out = np.zeros(count, dtype=np.float32)
    if dimensions == 0:
        return out
    query = np.ascontiguousarray(query)

    def multiply(start: int) -> None:
        end = min(start + _PART, count)
        out[start:end] = _products(query, codes[start:end])[0]

    starts = range(0, count, _PART)
    if len(starts) < 2:
        for start in starts:
            multiply(start)
    else:  # the products are taken without the interpreter's lock
        with ThreadPoolExecutor(min(processors(), _THREADS)) as threads:
            list(threads.map(multiply, starts))
    return out


def _products(queries: Codes, codes: Codes) -> Rough:
    """The products of each of `queries` (m, d) with each of `codes` (n, d), float32 (m, n).

    simsimd's own `out` parameter is not used: up to 6.5.16 each such call drops a reference to None that is
    not its own, which ends a Python before 3.12 after some thousand calls.
    """
    return np.asarray(simsimd.cdist(queries, codes, "dot", out_dtype="float32"))


def _gathered(queries: _CodedQueries, rows: Rows, read: Callable[[Rows], Codes]) -> Rough:
    """The products with the codes of `rows`, which are read in parts, float32 (m, n)."""
    sought, units = queries
    products = np.zeros((len(sought), rows.size), dtype=np.float32)
    sought = np.ascontiguousarray(sought)
    for start in range(0, rows.size if sought.size else 0, _GATHERED):
        part = slice(start, start + _GATHERED)
        products[:, part] = _products(sought, read(rows[part]))
    products *= units
    return products


def _as_codes(numbers: Rough) -> _CodedQueries:
    units = np.maximum(np.abs(numbers).max(axis=1, initial=0), np.finfo(np.float32).tiny) / _SCALE
    return np.rint(numbers / units[:, np.newaxis]).astype(np.int8), units[:, np.newaxis]


def head_codes(numbers: Rough) -> Codes:
    """The heads of vectors (n, h) as codes."""
    codes: Codes = np.rint(numbers * _SCALE).clip(-_SCALE, _SCALE).astype(np.int8)
    return codes


def tail_steps(layout: Layout, head_size: int) -> Rough:
    """How far the levels of the tails' numbers (d - h,) are apart, out of how the vectors spread."""
    mean, deviation = layout.spread[:, head_size:]
    return steps(np.hypot(mean, deviation))


def _needed(rough: Rough, least: np.float32) -> float:
    """About how many units score `least`, and rather more, by the scores of the best (descending): in the
    tail of a bell curve their logarithm grows ever more slowly.
    """
    halving = float(rough[rough.size // 2] - rough[-1])
    return rough.size * 2.0 ** min(float(rough[-1] - least) / halving, _FAR) if halving > 0 else math.inf


def _greatest(scores: Rough, k: int) -> np.float32:
    """The `k`th greatest of the scores."""
    greatest: np.float32 = np.partition(scores, scores.size - k)[scores.size - k]
    return greatest


def _named(places: Rows, rows: Rows | None) -> Rows:
    """The units at `places` of `rows` (None: of all)."""
    named: Rows = places if rows is None else rows[places]
    return named


def _best(scores: Rough, count: int) -> Rows:
    """About `count` of the best places, ascending, and never fewer; the bar comes from every 16th."""
    sample = scores[::16]
    wanted = -(-count // 16)
    if sample.size > 4 * wanted:
        wanted += wanted // 2
        bar = np.partition(sample, sample.size - wanted)[sample.size - wanted]
        places = np.flatnonzero(scores >= bar)
        if count <= places.size <= 4 * count:
            return places
    return np.sort(top_rows(scores, count))
