"""One bot on one data folder."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from index.errors import OperationFailed

FILE = "bot.lock"


@contextlib.contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Hold the data folder for this bot. The lock is the operating system's and ends with the process.

    Raises OperationFailed when another bot runs on it, or when it cannot be written.
    """
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise OperationFailed(f"{folder}: the data folder cannot be written ({error.strerror})") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.seek(0)
            holder = lock.read(20).strip()
            by = f" (process {holder})" if holder else ""
            raise OperationFailed(
                f"{folder}: another bot runs on this data folder{by}; stop that one first, or set WHOSAID_DATA "
                "to another folder"
            ) from error
        with contextlib.suppress(OSError):  # a full disk: the number is only told, the lock is held
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
        yield
