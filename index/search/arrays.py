"""Arrays in files: written plainly, read through a memory map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def write_array(folder: Path, name: str, array: NDArray[Any]) -> None:
    """Write `folder/name.npy`."""
    np.save(folder / f"{name}.npy", array, allow_pickle=False)


def map_array(folder: Path, name: str) -> NDArray[Any]:
    """Map `folder/name.npy` read-only; pages are shared between processes and read when used.

    Raises OSError or ValueError where the file cannot be read.
    """
    mapped = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    return np.asarray(mapped)  # slices of a plain array are several times cheaper than a memmap's
