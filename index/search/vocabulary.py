"""A sorted list of words in arrays, looked up by binary search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import map_array, write_array

_ARRAYS = ("letters", "offsets", "prefixes")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word `i` is the UTF-8 of `letters[offsets[i]:offsets[i + 1]]`; words ascend by their bytes.

    `prefixes` are the first eight bytes of each as a number, which most searches need alone.
    """

    letters: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    prefixes: NDArray[np.uint64]

    @classmethod
    def from_sorted(cls, words: Sequence[str]) -> Vocabulary:
        """Hold `words`, which are distinct and ascend by their UTF-8."""
        encoded = [word.encode() for word in words]
        offsets = np.zeros(len(words) + 1, dtype=np.int64)
        np.cumsum([len(word) for word in encoded], out=offsets[1:])
        prefixes = np.fromiter(map(_prefix, encoded), np.uint64, len(encoded))
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets, prefixes)

    def save(self, folder: Path, name: str) -> list[str]:
        """Write the words as `folder/name.*.npy`; returns the names of the files."""
        return [write_array(folder, f"{name}.{array}", getattr(self, array)) for array in _ARRAYS]

    @classmethod
    def load(cls, folder: Path, name: str) -> Vocabulary:
        """Open what `save` wrote, memory-mapped."""
        return cls(*(map_array(folder, f"{name}.{array}") for array in _ARRAYS))

    def __len__(self) -> int:
        return self.offsets.size - 1

    def words(self) -> list[bytes]:
        """All words in UTF-8, in their order."""
        letters, offsets = self.letters.tobytes(), self.offsets.tolist()
        return [letters[start:end] for start, end in pairwise(offsets)]

    def number(self, word: str) -> int | None:
        """The place of `word`, None where it is not among the words."""
        sought = word.encode()
        prefix = np.uint64(_prefix(sought))
        low = int(self.prefixes.searchsorted(prefix))
        high = int(self.prefixes.searchsorted(prefix, side="right"))
        while low < high:
            middle = (low + high) // 2
            found = self.letters[self.offsets[middle] : self.offsets[middle + 1]].tobytes()
            if found == sought:
                return middle
            if found < sought:
                low = middle + 1
            else:
                high = middle
        return None


def _prefix(word: bytes) -> int:
    return int.from_bytes(word[:8].ljust(8, b"\0"), "big")
