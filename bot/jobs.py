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

    @contextlib.contextmanager
    def begin(self) -> Iterator[Job]:
        """A new job, under way while inside."""
        job = Job(secrets.token_hex(6))
        self._jobs[job.key] = job
        try:
            yield job
        finally:
            del self._jobs[job.key]

    def stop(self, key: str) -> bool:
        """Stop a job; False where it is over, or where the bot was restarted since."""
        job = self._jobs.get(key)
        if job is not None:
            job.stopped.set()
        return job is not None
