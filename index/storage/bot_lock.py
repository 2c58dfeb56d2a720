"""The lock that a running bot holds on its data folder."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from index.errors import OperationFailed
from index.storage.durable import make_folder

FILE = "bot.lock"


@contextlib.contextmanager
def bot_lock(folder: Path, refusal: str) -> Iterator[None]:
    """Hold the data folder against bots. The lock is the operating system's and ends with the process.

    Raises OperationFailed when a bot runs on it, with `refusal` as what it is and what to do, in which {}
    stands for the number of its process; and when the folder cannot be written.
    """
    try:
        make_folder(folder)
        lock = (folder / FILE).open("a+", encoding="utf-8")
    except OSError as error:
        raise OperationFailed(f"{folder}: the data folder cannot be written ({error.strerror})") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.seek(0)
            holder = lock.read(20).strip()
            by = f" (process {holder})" if holder else ""
            raise OperationFailed(f"{folder}: {refusal.format(by)}") from error
        with contextlib.suppress(OSError):  # a full disk: the number is only told, the lock is held
            os.ftruncate(lock.fileno(), 0)
            # No buffer, which closing would try to write again.
            os.write(lock.fileno(), str(os.getpid()).encode())
        yield
