"""Finished files of a build: brought to the disk and checksummed while the build goes on."""

from __future__ import annotations

import mmap
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import xxhash

from index.storage.durable import sync

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Seal:
    """The size of a file in bytes and the XXH3 (128 bits) of its content, in hexadecimal.

    The checksum finds damage; it is no protection against somebody who forges files.
    """

    size: int
    checksum: str


class StoppedError(Exception):
    """Reading a file was given up because nobody needs its checksum any more."""


def seal_of(path: Path, stop: threading.Event | None = None) -> Seal:
    """The seal of a file as it is now. Raises OSError, and StoppedError when `stop` is set meanwhile."""
    state = xxhash.xxh3_128()
    size = 0
    buffer = memoryview(mmap.mmap(-1, _BLOCK))  # goes back to the system, which each thread's heap would not
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            if stop is not None and stop.is_set():
                raise StoppedError
            state.update(buffer[:count])
            size += count
    return Seal(size, state.hexdigest())


class Sealer:
    """Seals the files of a folder in a thread of its own, each as soon as it is complete."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="seal")
        self._seals: dict[str, Future[Seal]] = {}
        self._tasks: list[Future[None]] = []
        self._stop = threading.Event()

    def __enter__(self) -> Sealer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)

    def run(self, write: Callable[[], None]) -> None:
        """Let the thread write arrays; they are sealed after that, and files added later wait for it."""
        self._tasks.append(self._pool.submit(write))

    def add(self, *names: str) -> None:
        """Seal these files; they must not be changed any more."""
        for name in names:
            self._seals[name] = self._pool.submit(self._seal, self._folder / name)

    def add_arrays(self) -> None:
        """Seal all complete arrays of the folder that were not sealed yet."""
        names = (path.name for path in sorted(self._folder.glob("*.npy")))
        self.add(*(name for name in names if name not in self._seals))

    def seals(self) -> dict[str, Seal]:
        """The seals of all files, by name, once they are on the disk."""
        for task in self._tasks:
            task.result()
        self.add_arrays()
        return {name: self._seals[name].result() for name in sorted(self._seals)}

    def _seal(self, path: Path) -> Seal:
        seal = seal_of(path, self._stop)
        sync(path)
        return seal
