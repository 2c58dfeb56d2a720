"""The sign on a question whose member was told already how long to wait: a reaction, which pings nobody."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import discord

from bot.access.permissions import may_react
from bot.delivery.sending import FAILURES

_LOG = logging.getLogger(__name__)

SIGN: Final = "⏳"

_MOST = 2_000


@dataclass(frozen=True, slots=True)
class _Due:
    message: discord.PartialMessage
    until: float


class WaitingSigns:
    """Puts the sign on messages, one after the other in each channel: Discord takes a few each second there.

    It is left out where the bot may not react, and where the wait that it speaks of is over before its
    turn comes; where more than `most` are due in a channel, the oldest are. `clock` gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = _MOST) -> None:
        self._clock = clock
        self._most = most
        self._due: dict[int, deque[_Due]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, message: discord.Message, seconds: float) -> None:
        """Let the sign be put on `message`, of somebody who is to wait so long."""
        if not may_react(message):
            return
        channel = message.channel
        due = _Due(discord.PartialMessage(channel=channel, id=message.id), self._clock() + seconds)
        if channel.id in self._due:
            self._due[channel.id].append(due)
            return
        self._due[channel.id] = deque([due], maxlen=self._most)
        task = asyncio.create_task(self._work_off(channel.id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def forget(self) -> None:
        """Put no more; a sign that is on its way still goes."""
        for waiting in self._due.values():
            waiting.clear()

    async def _work_off(self, channel: int) -> None:
        waiting = self._due[channel]
        try:
            while waiting:
                due = waiting.popleft()
                if self._clock() >= due.until:
                    continue
                try:
                    await due.message.add_reaction(SIGN)
                except discord.Forbidden as error:
                    _LOG.debug("No more signs in channel %d: %s", channel, error)
                    waiting.clear()
                except FAILURES as error:
                    _LOG.debug("A sign could not be put: %s", error)
        finally:
            del self._due[channel]
