"""Finished files of a build: brought to the disk and checksummed while the build goes on."""

from __future__ import annotations

import mmap
import threading
from collections.abc import Callable, Sequence
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
        self._seals: dict[str, Seal] = {}
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
        """Let the thread write files; what is added later waits for it."""
        self._tasks.append(self._pool.submit(write))

    def add(self, *names: str) -> None:
        """Seal the files of these names; they must not be changed any more.

        `seals` raises FileNotFoundError for a name that no file has.
        """
        self._tasks.append(self._pool.submit(self._seal, [self._folder / name for name in names]))

    def add_matching(self, pattern: str) -> None:
        """Seal the files that the glob pattern finds once the thread comes to it, as `add` does."""
        self._tasks.append(self._pool.submit(lambda: self._seal(sorted(self._folder.glob(pattern)))))

    def seals(self) -> dict[str, Seal]:
        """The seals of all files that were added and of all arrays, by name, once they are on the disk."""
        self.add_matching("*.npy")
        for task in self._tasks:
            task.result()
        return dict(sorted(self._seals.items()))

    def _seal(self, paths: Sequence[Path]) -> None:
        for path in paths:
            if path.name not in self._seals:
                self._seals[path.name] = seal_of(path, self._stop)
                sync(path)
