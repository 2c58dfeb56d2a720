"""The vectors of a build, taken over from the earlier build wherever a text is known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.encoding.encoder import Encoder

HASH_BYTES = 16
_BATCH = 256


def text_hash(text: str) -> bytes:
    """The content hash by which a text's vector is known again."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest()


@dataclass(frozen=True, slots=True)
class KnownVectors:
    """Vectors by content hash, out of the arrays of an earlier build with the same encoder."""

    rows: dict[bytes, tuple[int, int]]
    arrays: tuple[npt.NDArray[np.float32], ...]

    @classmethod
    def read(cls, folder: Path, names: Iterable[str]) -> KnownVectors:
        """The vectors of the build in `folder`, memory-mapped; none where a file is missing or odd."""
        rows: dict[bytes, tuple[int, int]] = {}
        arrays: list[npt.NDArray[np.float32]] = []
        for name in names:
            hashes = np.load(folder / f"{name}.hashes.npy", allow_pickle=False)
            vectors = np.load(folder / f"{name}.vectors.npy", mmap_mode="r" if len(hashes) else None)
            rows.update((bytes(value), (len(arrays), row)) for row, value in enumerate(hashes))
            arrays.append(vectors)
        return cls(rows, tuple(arrays))

    @classmethod
    def none(cls) -> KnownVectors:
        """No vectors: everything is embedded."""
        return cls({}, ())

    @property
    def dimensions(self) -> int | None:
        """How many numbers a known vector has; None when none is known."""
        return next((array.shape[1] for array in self.arrays if len(array)), None)

    def get(self, key: bytes) -> npt.NDArray[np.float32] | None:
        """The vector of the text with this hash."""
        place = self.rows.get(key)
        return None if place is None else self.arrays[place[0]][place[1]]


def write_vectors(
    folder: Path,
    name: str,
    texts: Iterable[str],
    count: int,
    encoder: Encoder,
    known: KnownVectors,
    advance: Callable[[int], None],
) -> int:
    """Write `NAME.vectors.npy`, (count, d) float32 of unit length, and `NAME.hashes.npy`.

    A text is embedded only when neither `known` nor this call has seen it. `advance` is told the
    number of rows that are done. Returns how many texts were embedded.
    """
    path = folder / f"{name}.vectors.npy"
    hashes = np.empty((count, HASH_BYTES), dtype=np.uint8)
    if count == 0:
        np.save(path, np.empty((0, 0), dtype=np.float32))
        np.save(folder / f"{name}.hashes.npy", hashes)
        return 0
    shape = (count, known.dimensions or encoder.dimensions)
    vectors = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=shape)
    embedded = 0
    done: dict[bytes, int] = {}
    batch: dict[bytes, tuple[str, list[int]]] = {}

    def flush() -> None:
        nonlocal embedded
        if not batch:
            return
        rows = encoder.encode([text for text, _ in batch.values()])
        for (key, (_, places)), vector in zip(batch.items(), rows, strict=True):
            vectors[places] = vector
            done[key] = places[0]
        embedded += len(batch)
        batch.clear()

    for row, text in enumerate(texts):
        key = text_hash(text)
        hashes[row] = np.frombuffer(key, dtype=np.uint8)
        if key in batch:
            batch[key][1].append(row)
        elif key in done:
            vectors[row] = vectors[done[key]]
        elif (vector := known.get(key)) is not None:
            vectors[row] = vector
        else:
            batch[key] = (text, [row])
            if len(batch) == _BATCH:
                flush()
                advance(row + 1)
    flush()
    advance(count)
    vectors.flush()
    np.save(folder / f"{name}.hashes.npy", hashes)
    return embedded
