"""A bounded queue: so many questions are answered at once, so many wait, and the next is refused."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.errors import WhosaidError

_TEXT = re.compile(r"([1-9][0-9]{0,3})/([0-9]{1,5})")


class BusyError(WhosaidError):
    """The queue is full."""

    def __init__(self) -> None:
        super().__init__("Many questions are waiting just now; please ask again in a moment.")


@dataclass(frozen=True, slots=True)
class QueueLimit:
    """How many questions are answered at once, and how many more may wait; written "4/40"."""

    running: int = 4
    waiting: int = 40

    @classmethod
    def parse(cls, text: str) -> QueueLimit:
        """The limit that `text` writes. Raises ValueError."""
        if not (match := _TEXT.fullmatch(text)):
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))


class QuestionQueue:
    """Questions that are under way. Each has a place until its answer is sent; `turn` is held while it is
    answered, and is given in the order in which they came.
    """

    def __init__(self, limit: QueueLimit) -> None:
        self.turn = asyncio.Semaphore(limit.running)
        self._places = limit.running + limit.waiting
        self._taken = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def length(self) -> int:
        """How many questions are under way: waiting, being answered, or being sent."""
        return self._taken

    @contextlib.contextmanager
    def place(self) -> Iterator[None]:
        """Inside, the question is under way. Raises BusyError at once when there is no place."""
        if self._taken >= self._places:
            raise BusyError
        self._taken += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._taken -= 1
            if not self._taken:
                self._idle.set()

    async def drain(self, seconds: float) -> bool:
        """Wait until no question is under way, at most this long; whether that came about."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        return not self._taken
