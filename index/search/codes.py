"""Vectors as codes of one byte a dimension, by which most units are ruled out without being read whole.

The vectors are turned so that the first dimensions hold most of what sets them apart (the principal
axes of their second moments), and each number is rounded to 1/127. The first HEAD of them, the head,
lie together in a file of their own; the tail is read only for units whose head leaves them a chance.
Where all units are searched, their sketches are scanned instead of their heads.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import simsimd
from numpy.typing import NDArray

from index.search.arrays import create_array, map_array, release_pages, taken, write_array
from index.search.sketches import SKETCHES, SPREAD, Layout, Sketches, spread
from index.search.top import Rows, top_rows

Codes = NDArray[np.int8]
Rough = NDArray[np.float32]
_CodedQueries = tuple[Codes, NDArray[np.float32]]
"""Queries along the axes as codes (m, d), and what one is worth in a product of the codes (m, 1)."""

HEAD = 128
LEAST = 1 << 14
"""Fewer vectors than these get no codes: reading them whole takes 3 ms at most."""
_SCALE = 127
_LONGEST = 255
ROUNDING = 0.0125
"""Five times the standard deviation (.0025) of a cosine's error through rounding to codes."""
_DEVIATIONS = 5.5
"""How far above its expected value a tail may lift a unit, in standard deviations."""
_SKETCHED_DEVIATIONS = 5.0
"""How far its sketch may be wrong about a unit, in standard deviations beside the mean error."""
_FIRST = 1000
_SAMPLE = 1 << 14
_BLOCK = 1 << 12
_PART = 1 << 16
_GATHERED = 1 << 11
"""Rows that stay in the processor's cache while they are multiplied."""
_THREADS = 4
_SHARE = 32
"""At most one in so many units has its tail read."""
_SKETCHED = 128
"""One in so many units is taken by its sketch at first, which is mostly enough."""
_FEWEST_SKETCHED = 1 << 12
"""So many at least, as far as `_SHARE` lets them: a second scan takes longer than keeping more of the first."""


@dataclass(frozen=True, slots=True, eq=False)
class VectorCodes:
    """`head` (N, h) and `tail` (N, d - h) are codes of the vectors turned by `rotation` (d, d); `lengths`
    (N,) are the tails' lengths in 1/255, rounded up. `sketches` are scanned once they are prepared.
    """

    rotation: NDArray[np.float32]
    head: Codes
    tail: Codes
    lengths: NDArray[np.uint8]
    sketches: Sketches | None = None

    @classmethod
    def load(cls, folder: Path, name: str) -> VectorCodes | None:
        """Map what `write_codes` wrote; None where there are none. Raises OSError or ValueError."""
        if not (folder / f"{name}.head.npy").exists():
            return None
        rotation, head, tail = (map_array(folder, f"{name}.{part}") for part in ("rotation", "head", "tail"))
        if (folder / f"{name}.lengths.npy").exists():
            lengths = map_array(folder, f"{name}.lengths")
        else:  # an older build's
            lengths = np.full(len(head), _LONGEST, dtype=np.uint8)
        sketches = Sketches.load(folder, name)
        if sketches is not None and len(sketches) != len(head):
            raise ValueError(f"{name}: {len(sketches)} sketches for {len(head)} codes")
        return cls(rotation, head, tail, lengths, sketches)

    def possible(self, queries: NDArray[np.float32], rows: Rows, least: float) -> Rows:
        """Those of `rows` that may have a cosine from `least` on with one of `queries` (m, d).

        Heads tell their part of the cosine; that of the tails is at most the product of their lengths.
        """
        turned = self._turned(queries)
        sought, units = _as_codes(turned)
        head_size = self.head.shape[1]
        reach = np.linalg.norm(turned[:, head_size:], axis=1) / np.float32(_LONGEST)
        most = reach[:, np.newaxis] * self.lengths[rows].astype(np.float32)
        most += _gathered(sought[:, :head_size], self.head, rows) * units
        near: Rows = rows[(most >= least - ROUNDING).any(axis=0)]
        return near

    def cosines(self, queries: NDArray[np.float32], rows: Rows) -> Rough:
        """The cosines of `rows` with `queries` (m, d), float32 (m, n), right to within `ROUNDING`."""
        return self._cosines(_as_codes(self._turned(queries)), rows)

    def _cosines(self, queries: _CodedQueries, rows: Rows) -> Rough:
        sought, units = queries
        head_size = self.head.shape[1]
        products = _gathered(sought[:, :head_size], self.head, rows)
        products += _gathered(sought[:, head_size:], self.tail, rows)
        products *= units
        return products

    def _turned(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """Queries (m, d) along the axes."""
        # Not by `@`: its threads spin while they wait for each other, several times longer than they work.
        turned: NDArray[np.float32] = np.einsum("ij,jk->ik", queries, self.rotation)
        return turned

    def near(self, query: NDArray[np.float32], k: int, rows: Rows | None = None) -> Rows:
        """Units, ascending, that hold the `k` nearest to `query` (d,) among `rows` (ascending; None: all)."""
        if rows is None and self.sketches is not None and self.sketches.prepared:
            return self._near_by_sketches(self.sketches, query, k)
        return self._near_by_heads(query, k, rows)

    def _near_by_sketches(self, sketches: Sketches, query: NDArray[np.float32], k: int) -> Rows:
        """The cosines of the best thousand by their sketches give a bar, and how wrong sketches are, on
        average and in deviation; whoever could pass the bar with an error 5 deviations above that average
        is looked at too. As with heads, a margin and no proof: of the 100 nearest to each of 60 queries
        none needed more than 4.7.
        """
        turned = self._turned(query[np.newaxis])
        coded = _as_codes(turned)
        few = max(_FIRST, 2 * k)
        most = max(few, len(sketches) // _SHARE)
        count = min(most, max(few, _FEWEST_SKETCHED, len(sketches) // _SKETCHED))
        while True:
            rough, rows = sketches.nearest(turned[0], count)
            if rows.size < count:  # fewer units, or a query without direction
                return self._near_by_heads(query, k, None)
            first = rows[:few]
            cosines = self._cosines(coded, first)[0]
            wrong = cosines - rough[: first.size]
            least = _greatest(cosines, k) - wrong.mean() - _SKETCHED_DEVIATIONS * wrong.std()
            if rough[-1] < least:
                break
            if count == most:  # too many alike for sketches to tell apart
                return self._near_by_heads(query, k, None)
            count = min(4 * count, most)
        further = rows[first.size : np.searchsorted(-rough, -least, side="right")]
        cosines = np.concatenate((cosines, self._cosines(coded, further)[0]))
        near = rows[: first.size + further.size][cosines >= _greatest(cosines, k) - ROUNDING]
        return np.sort(near)

    def _near_by_heads(self, query: NDArray[np.float32], k: int, rows: Rows | None) -> Rows:
        """The head's score alone ranks a first thousand. Their whole scores give a bar, and how much
        their tails add, on average and in deviation; whoever could pass the bar with a tail
        5.5 deviations above that average is scored whole too. What is left out is left out by
        this statistical margin (in a million vectors, 150 questions needed 4.53 at most), not by
        a proof: `benchmarks/kernels.py` measures the recall.
        """
        sought, units = _as_codes(self._turned(query[np.newaxis]))
        unit = units[0, 0]
        head_size = self.head.shape[1]
        head = sought[:, :head_size]
        if rows is not None and rows.size * 4 < len(self.head):
            scores = _gathered(head, self.head, rows)[0]
        else:
            scores = products(self.head, head) if rows is None else products(self.head, head)[rows]
        if k >= scores.size:
            return _named(np.arange(scores.size), rows)

        def tails(places: Rows) -> Rough:
            added: Rough = _gathered(sought[:, head_size:], self.tail, _named(places, rows))[0]
            return added

        first = _best(scores, max(_FIRST, 2 * k))
        added = tails(first)
        whole = scores[first] + added
        bar = _greatest(whole, k)
        places = np.flatnonzero(scores >= bar - added.mean() - _DEVIATIONS * added.std())
        most = max(scores.size // _SHARE, first.size)
        if places.size > most:
            places = np.sort(places[top_rows(scores[places], most)])
        if places.size > first.size:  # then the first are among them
            whole = scores[places] + tails(places)
            bar = _greatest(whole, k)
        else:
            places = first
        return _named(places[whole * unit >= bar * unit - ROUNDING], rows)


@dataclass(frozen=True, slots=True, eq=False)
class KnownCodes:
    """Codes of an earlier build: `rows` (N,) says for each vector now which row was its there, -1: none."""

    codes: VectorCodes
    sketches: Sketches
    rows: NDArray[np.int32]

    @classmethod
    def load(cls, folder: Path, name: str, rows: NDArray[np.int32]) -> KnownCodes | None:
        """The codes in the earlier build's `folder`, None where they are of no use: an older program wrote
        them, or fewer than half of the vectors have one, so that the axes may be others' than theirs.
        """
        if 2 * np.count_nonzero(rows >= 0) < rows.size:
            return None
        codes = VectorCodes.load(folder, name)
        return None if codes is None or codes.sketches is None else cls(codes, codes.sketches, rows)


def write_codes(folder: Path, name: str, least: int = LEAST, known: KnownCodes | None = None) -> None:
    """Write the codes of `folder/name.npy` (N, d) beside it, reading it in blocks.

    The axes, and how far the vectors spread along them, come from 16,384 rows spread evenly; the same
    vectors give the same files. Where codes are `known`, they and their axes are taken over. Which axes
    there are has no part in what is found, only in how many vectors are read for it. Nothing is written
    for fewer than `least` vectors.
    """
    vectors = map_array(folder, name)
    if len(vectors) < least:
        return
    count, dimensions = vectors.shape
    head_size = min(HEAD, dimensions)
    if known is not None:
        rotation, layout = known.codes.rotation, known.sketches.layout
    else:
        sample = vectors[:: -(-count // _SAMPLE)]
        rotation = _principal_axes(sample)
        layout = Layout(spread(sample @ rotation))
    write_array(folder, f"{name}.rotation", rotation)
    write_array(folder, f"{name}.{SPREAD}", layout.spread)
    sketches = create_array(folder, f"{name}.{SKETCHES}", np.uint8, (count, layout.size))
    head = create_array(folder, f"{name}.head", np.int8, (count, head_size))
    tail = create_array(folder, f"{name}.tail", np.int8, (count, dimensions - head_size))
    lengths = np.empty(count, dtype=np.uint8)
    for start in range(0, count, _BLOCK):
        end = min(start + _BLOCK, count)
        new = np.arange(start, end)
        if known is not None:
            rows = known.rows[start:end]
            there = np.flatnonzero(rows >= 0)
            old, now = rows[there], start + there
            head[now], tail[now] = known.codes.head[old], known.codes.tail[old]
            lengths[now], sketches[now] = known.codes.lengths[old], known.sketches.sketches[old]
            new = start + np.flatnonzero(rows < 0)
        if new.size:
            turned = vectors[new] @ rotation
            codes = np.rint(turned * _SCALE).clip(-_SCALE, _SCALE).astype(np.int8)
            head[new], tail[new] = codes[:, :head_size], codes[:, head_size:]
            sketches[new] = layout.sketches(turned)
            long = np.ceil(np.linalg.norm(turned[:, head_size:], axis=1) * _LONGEST)
            lengths[new] = np.minimum(long, _LONGEST).astype(np.uint8)
        for array in (vectors, head, tail, sketches):
            release_pages(array)
    write_array(folder, f"{name}.lengths", lengths)


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
        with ThreadPoolExecutor(min(os.cpu_count() or 1, _THREADS)) as threads:
            list(threads.map(multiply, starts))
    return out


def _products(queries: Codes, codes: Codes) -> Rough:
    """The products of each of `queries` (m, d) with each of `codes` (n, d), float32 (m, n).

    simsimd's own `out` parameter is not used: up to 6.5.16 each such call drops a reference to None that is
    not its own, which ends a Python before 3.12 after some thousand calls.
    """
    return np.asarray(simsimd.cdist(queries, codes, "dot", out_dtype="float32"))


def _gathered(queries: Codes, codes: Codes, rows: Rows) -> Rough:
    """`_products` with `rows` of the codes."""
    products = np.zeros((len(queries), rows.size), dtype=np.float32)
    queries = np.ascontiguousarray(queries)
    for start in range(0, rows.size if codes.size and queries.size else 0, _GATHERED):
        part = slice(start, start + _GATHERED)
        products[:, part] = _products(queries, taken(codes, rows[part]))
    return products


def _as_codes(turned: NDArray[np.float32]) -> _CodedQueries:
    steps = np.maximum(np.abs(turned).max(axis=1, initial=0), np.finfo(np.float32).tiny) / _SCALE
    return np.rint(turned / steps[:, np.newaxis]).astype(np.int8), (steps / _SCALE)[:, np.newaxis]


def _principal_axes(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """The axes (d, d), as columns, along which the sample reaches farthest, the farthest first."""
    moments = np.zeros((sample.shape[1],) * 2)
    for start in range(0, len(sample), _BLOCK):
        block = sample[start : start + _BLOCK].astype(np.float64)
        release_pages(sample)
        moments += block.T @ block
    axes = np.linalg.eigh(moments).eigenvectors[:, ::-1]
    return np.ascontiguousarray(axes, dtype=np.float32)


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
