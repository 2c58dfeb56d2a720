"""Arrays in files: written plainly, read through a memory map."""

from __future__ import annotations

import mmap
import os
import threading
import tokenize
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Scalar = TypeVar("Scalar", bound=np.generic)

_ONE_HEAD = threading.Lock()
"""numpy parses the head of a file as Python, which some Pythons, 3.11.7 among them, cannot always do
in two threads at once: SystemError, "AST constructor recursion depth mismatch" (python/cpython, issue 106905).
"""
_MEMORY, _SHARED = Path("/proc/self/statm"), 2


def write_array(folder: Path, name: str, array: NDArray[Any]) -> str:
    """Write `folder/name.npy`; returns the file's name."""
    path = folder / f"{name}.npy"
    np.save(path, array, allow_pickle=False)
    return path.name


def create_array(folder: Path, name: str, dtype: DTypeLike, shape: tuple[int, ...]) -> NDArray[Any]:
    """Make `folder/name.npy`, to be filled piece by piece; it is whole on disk after `flush`.

    Raises OSError where the disk has no room for it: filling a page that there is no room for would end
    the process by a signal.
    """
    path = folder / f"{name}.npy"
    array = np.lib.format.open_memmap(path, mode="w+", dtype=dtype, shape=shape)
    if array.size and hasattr(os, "posix_fallocate"):
        with path.open("r+b") as file:
            os.posix_fallocate(file.fileno(), 0, path.stat().st_size)
    return array


def map_array(folder: Path, name: str) -> NDArray[Any]:
    """Map `folder/name.npy` read-only; pages are shared between processes and read when used.

    Raises OSError or ValueError where the file cannot be read.
    """
    try:
        with _ONE_HEAD:
            mapped = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    except (SyntaxError, tokenize.TokenError) as error:  # numpy reads the head of a file as Python
        raise ValueError(f"the head of {name}.npy is damaged") from error
    return np.asarray(mapped)  # slices of a plain array are several times cheaper than a memmap's


def taken(array: NDArray[Scalar], rows: NDArray[np.integer]) -> NDArray[Scalar]:
    """`array[rows]` in half the time, for valid rows of an array of two dimensions."""
    return np.take(array, rows, axis=0, mode="clip")


def mapped_bytes() -> int:
    """How much of the files that it maps this process holds in memory; 0 where the system does not tell."""
    try:
        pages = _MEMORY.read_bytes().split()[_SHARED]
    except OSError:
        return 0
    return int(pages) * mmap.PAGESIZE


def release_pages(array: NDArray[Any]) -> None:
    """Give the pages of a mapped array back to the system, which may keep them cached.

    Rows picked here and there map 16 pages each: without this, a process would soon seem to hold
    the whole file. Nothing happens to an array in memory, nor where the system cannot do it.
    """
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    if isinstance(base, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        base.madvise(mmap.MADV_DONTNEED)
