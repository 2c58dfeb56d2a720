"""Locks on files of the data folder: the operating system's, which end with the process that holds them."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from index.errors import OperationFailed
from index.storage.durable import make_folder

_BETWEEN_TRIES_S = 0.02


@contextlib.contextmanager
def held(path: Path, refuse: Callable[[str], OperationFailed], *, tries: int = 1) -> Iterator[None]:
    """Hold the lock `path` in a folder that is made where it is missing; the number of the process is in it.

    Raises OperationFailed when the folder cannot be written, and what `refuse` makes of " (process 12)", or
    of "" where the number is not known, when another process holds the lock after so many tries.
    """
    try:
        make_folder(path.parent)
        lock = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise OperationFailed(
            f"{path.parent}: the data folder cannot be written ({error.strerror})"
        ) from error
    with lock:
        try:
            _lock(lock, tries)
        except OSError as error:
            lock.seek(0)
            holder = lock.read(20).strip()
            raise refuse(f" (process {holder})" if holder else "") from error
        with contextlib.suppress(OSError):  # a full disk: the number is only told, the lock is held
            os.ftruncate(lock.fileno(), 0)
            # No buffer, which closing would try to write again.
            os.write(lock.fileno(), str(os.getpid()).encode())
        yield


def _lock(file: IO[str], tries: int) -> None:
    for _ in range(tries - 1):
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(_BETWEEN_TRIES_S)
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
