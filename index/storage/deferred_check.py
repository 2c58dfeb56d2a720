"""Checking the big files of a build while it is already in use."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.storage.manifest import Manifest, verify_rest
from index.storage.sealing import StoppedError


class DeferredCheck:
    """Computes the checksums that `verify` left, in a thread of its own, from now on."""

    def __init__(self, folder: Path, manifest: Manifest, names: Sequence[str]) -> None:
        self._stop = threading.Event()

        def check() -> None:
            with contextlib.suppress(StoppedError):
                verify_rest(folder, manifest, names, self._stop)

        pool = ThreadPoolExecutor(1, thread_name_prefix="check")
        self._done = pool.submit(check)
        pool.shutdown(wait=False)

    async def done(self) -> None:
        """Wait until all files are checked, or the check was stopped.

        Raises OperationFailed naming the first file that is damaged.
        """
        done = asyncio.wrap_future(self._done)
        done.add_done_callback(_heard)
        await asyncio.shield(done)

    def stop(self) -> None:
        """Give the check up."""
        self._stop.set()


def _heard(done: asyncio.Future[None]) -> None:
    """Take what was found, where nobody waits for it any more."""
    if not done.cancelled():
        done.exception()
