"""The vectors of a build, taken over from the earlier build wherever a text is known."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from index.building.origins import NEW
from index.encoding.encoder import Encoder
from index.search.arrays import map_array

HASH_BYTES = 16
_BATCH = 256
_BLOCK = 1 << 13
_FLOAT = np.dtype(np.float32).itemsize
_EMBED = -1
"""In the place of a source: the text must be embedded. Below it stands -2 - r, the vector of row r."""

Texts = Callable[[NDArray[np.int64]], Iterator[str]]
"""The texts of these rows (ascending)."""


def text_hash(text: str) -> bytes:
    """The content hash by which a text's vector is known again."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest()


@dataclass(frozen=True, slots=True, eq=False)
class KnownVectors:
    """The vectors of an earlier build by content hash, out of the files of its kinds of units.

    `keys` and `rest` are the halves of the hashes as uint64 (M,), in ascending order of `keys`;
    `places` are the vectors' rows, counted through all `files` (each with its number of rows).
    """

    keys: NDArray[np.uint64]
    rest: NDArray[np.uint64]
    places: NDArray[np.int64]
    files: tuple[tuple[Path, int], ...]
    dimensions: int | None

    @classmethod
    def read(cls, folder: Path, names: Sequence[str]) -> KnownVectors:
        """The vectors of the build in `folder`. Raises OSError or ValueError where they cannot be read."""
        hashes = [map_array(folder, f"{name}.hashes") for name in names]
        files = tuple(
            (folder / f"{name}.vectors.npy", len(part)) for name, part in zip(names, hashes, strict=True)
        )
        halves = np.concatenate(hashes).view(np.uint64).reshape(-1, 2)
        order = np.argsort(halves[:, 0], kind="stable")
        dimensions = next((map_array(folder, path.stem).shape[1] for path, count in files if count), None)
        return cls(halves[order, 0], halves[order, 1], order, files, dimensions)

    @classmethod
    def none(cls) -> KnownVectors:
        """No vectors: everything is embedded."""
        nothing = np.empty(0, dtype=np.uint64)
        return cls(nothing, nothing, np.empty(0, dtype=np.int64), (), None)

    def find(self, hashes: NDArray[np.uint8]) -> NDArray[np.int64]:
        """The place of the vector of each hash (n, 16), -1 where there is none."""
        if not self.keys.size or not len(hashes):
            return np.full(len(hashes), -1, dtype=np.int64)
        halves = np.ascontiguousarray(hashes).view(np.uint64)
        at = np.minimum(np.searchsorted(self.keys, halves[:, 0]), self.keys.size - 1)
        same = (self.keys[at] == halves[:, 0]) & (self.rest[at] == halves[:, 1])
        return np.where(same, self.places[at], -1)

    def first(self, name: str) -> int | None:
        """The place of the first vector of a kind of units, None where its vectors are not known."""
        before = 0
        for path, count in self.files:
            if path.name == f"{name}.vectors.npy":
                return before
            before += count
        return None

    def gather(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors at these places, float32 (n, d); the files are mapped for this call alone, so that
        what was read does not stay in memory. Places in a row are read as they lie in the file.
        """
        in_a_row = places.size > 1 and bool((np.diff(places) == 1).all())
        vectors = np.empty((places.size, self.dimensions or 0), dtype=np.float32)
        before = 0
        for path, count in self.files:
            mine = np.flatnonzero((places >= before) & (places < before + count))
            if in_a_row and mine.size == places.size:
                return _read_rows(path, int(places[0]) - before - count, vectors.shape)
            if mine.size:
                vectors[mine] = map_array(path.parent, path.stem)[places[mine] - before]
            before += count
        return vectors


def write_hashes(
    folder: Path, name: str, texts: Texts, origins: NDArray[np.int32], earlier: Path | None
) -> NDArray[np.uint8]:
    """Write `NAME.hashes.npy`, uint8 (N, 16), the content hash of each unit; `earlier` is the folder of the
    build that `origins` mean.
    """
    hashes = np.empty((origins.size, HASH_BYTES), dtype=np.uint8)
    kept = origins != NEW
    if earlier is not None and kept.any():
        hashes[kept] = map_array(earlier, f"{name}.hashes")[origins[kept]]
    new = np.flatnonzero(~kept)
    for row, text in zip(new.tolist(), texts(new), strict=True):
        hashes[row] = np.frombuffer(text_hash(text), dtype=np.uint8)
    np.save(folder / f"{name}.hashes.npy", hashes)
    return hashes


def write_vectors(
    folder: Path,
    name: str,
    texts: Texts,
    hashes: NDArray[np.uint8],
    origins: NDArray[np.int32],
    encoder: Encoder,
    known: KnownVectors,
    advance: Callable[[int], None],
) -> int:
    """Write `NAME.vectors.npy`, (N, d) float32 of unit length, as a stream.

    A text is embedded only when neither `known` nor an earlier row has it. `advance` is told the
    number of rows that are done. Returns how many texts were embedded.
    """
    sources = _sources(name, hashes, origins, known)
    wanted = np.flatnonzero(sources == _EMBED)
    width = (known.dimensions or encoder.dimensions) if sources.size else 0
    new = texts(wanted)
    with (folder / f"{name}.vectors.npy").open("w+b") as file:
        header = {"descr": "<f4", "fortran_order": False, "shape": (sources.size, width)}
        np.lib.format.write_array_header_1_0(file, header)
        begin = file.tell()
        for start in range(0, sources.size, _BLOCK):
            part = sources[start : start + _BLOCK]
            taken = np.flatnonzero(part >= 0)
            if taken.size == part.size:
                file.write(known.gather(part).data)
                continue
            block = np.empty((part.size, width), dtype=np.float32)
            if taken.size:
                block[taken] = known.gather(part[taken])
            embed = np.flatnonzero(part == _EMBED)
            for at in range(0, embed.size, _BATCH):
                rows = embed[at : at + _BATCH]
                block[rows] = encoder.encode(list(islice(new, rows.size)))
                advance(start + int(rows[-1]) + 1)
            _repeat(file, begin, start, block, part)
            file.write(block.data)
    advance(sources.size)
    return int(wanted.size)


def _read_rows(path: Path, first: int, shape: tuple[int, int]) -> NDArray[np.float32]:
    """The rows of an array's file from `first` on, counted back from its end (-1: the last), float32 of this
    shape.
    """
    begin = path.stat().st_size + first * shape[1] * _FLOAT
    return np.fromfile(path, np.float32, math.prod(shape), offset=begin).reshape(shape)


def _sources(
    name: str, hashes: NDArray[np.uint8], origins: NDArray[np.int32], known: KnownVectors
) -> NDArray[np.int64]:
    """For each row the place of its vector in `known`, or _EMBED, or -2 - r: it has the text of row r."""
    first = known.first(name)
    kept = (origins != NEW) if first is not None else np.zeros(origins.size, dtype=np.bool_)
    sources = np.full(origins.size, _EMBED, dtype=np.int64)
    sources[kept] = origins[kept] + (first or 0)
    rows = np.flatnonzero(~kept)
    sources[rows] = known.find(hashes[rows])
    rows = rows[sources[rows] == _EMBED]
    if rows.size:
        keys = np.ascontiguousarray(hashes[rows]).view(f"V{HASH_BYTES}").ravel()
        _, firsts, inverse = np.unique(keys, return_index=True, return_inverse=True)
        holders = rows[firsts[inverse]]
        sources[rows] = np.where(holders == rows, _EMBED, -2 - holders)
    return sources


def _repeat(
    file: BinaryIO, begin: int, start: int, block: NDArray[np.float32], sources: NDArray[np.int64]
) -> None:
    """Fill in the rows of a block that have the text of an earlier row."""
    file.flush()
    size = block.shape[1] * block.itemsize
    for row in np.flatnonzero(sources < _EMBED).tolist():
        holder = -2 - int(sources[row])
        if holder >= start:
            block[row] = block[holder - start]
        else:
            stored = os.pread(file.fileno(), size, begin + holder * size)
            block[row] = np.frombuffer(stored, dtype=np.float32)
