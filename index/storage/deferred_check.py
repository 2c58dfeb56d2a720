"""Checking the big files of a build while it is already in use."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.errors import Unreadable
from index.storage.manifest import Manifest, verify_rest
from index.storage.sealing import StoppedError

_PAUSES_S = (1.0, 10.0, 60.0)
"""After so long what could not be read is tried again: the build is answering, and may well be whole."""


class DeferredCheck:
    """Computes the checksums that `verify` left, in a thread of its own, from now on."""

    def __init__(self, folder: Path, manifest: Manifest, names: Sequence[str]) -> None:
        self._stop = threading.Event()

        def check() -> None:
            for pause in _PAUSES_S:
                try:
                    verify_rest(folder, manifest, names, self._stop)
                except Unreadable:
                    self._stop.wait(pause)
                else:
                    return
            verify_rest(folder, manifest, names, self._stop)

        def check_unless_stopped() -> None:
            with contextlib.suppress(StoppedError):
                check()

        pool = ThreadPoolExecutor(1, thread_name_prefix="check")
        self._done = pool.submit(check_unless_stopped)
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
