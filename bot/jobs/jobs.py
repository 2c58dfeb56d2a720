"""Builds that somebody asked for and may stop."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

KEY = r"[0-9a-f]{12}"
"""What a key looks like, as a regular expression for the ids of buttons."""


@dataclass(frozen=True, slots=True)
class Job:
    """One build; setting `stopped` ends it."""

    key: str
    stopped: asyncio.Event = field(default_factory=asyncio.Event)


class Jobs:
    """The jobs under way, by key."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._idle = asyncio.Event()
        self._idle.set()

    @contextlib.contextmanager
    def begin(self) -> Iterator[Job]:
        """A new job, under way while inside."""
        job = Job(secrets.token_hex(6))
        self._jobs[job.key] = job
        self._idle.clear()
        try:
            yield job
        finally:
            del self._jobs[job.key]
            if not self._jobs:
                self._idle.set()

    async def drain(self, seconds: float) -> None:
        """Wait until no job is under way, so that each has told what came of it, but no longer than that."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._idle.wait()

    def stop(self, key: str) -> bool:
        """Stop a job; False where it is over, or where the bot was restarted since."""
        job = self._jobs.get(key)
        if job is not None:
            job.stopped.set()
        return job is not None
