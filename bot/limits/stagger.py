"""A burst of messages, taken up a few at a time, so that the event loop goes on in between."""

from __future__ import annotations

import asyncio
from collections import deque

_AT_ONCE = 4


class Stagger:
    """Lets `at_once` callers go in each turn of the event loop, in the order in which they came.

    What many tasks do when they all begin in one turn is done in one go, and everything else waits:
    heartbeats, answers, clicks.
    """

    def __init__(self, at_once: int = _AT_ONCE) -> None:
        self._at_once = at_once
        self._left = at_once
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def turn(self) -> None:
        """Go on in this turn of the loop, or in the first that has room. Cancelled, it leaves no gap."""
        if self._left and not self._waiting:
            self._take()
            return
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        await waiting

    def _take(self) -> None:
        if self._left == self._at_once:
            asyncio.get_running_loop().call_soon(self._next)
        self._left -= 1

    def _next(self) -> None:
        """A new turn of the loop."""
        self._left = self._at_once
        while self._left and self._waiting:
            if not (waiting := self._waiting.popleft()).done():
                waiting.set_result(None)
                self._take()
