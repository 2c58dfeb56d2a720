"""Reading the gateway without keeping the event loop to itself."""

from __future__ import annotations

import logging
from typing import Any

import discord.shard
from discord.gateway import DiscordWebSocket

from bot.limits.stagger import Stagger

_LOG = logging.getLogger(__name__)

_AT_ONCE = 8


class PacedWebSocket(DiscordWebSocket):
    """A gateway connection that takes up some events in each turn of the loop.

    discord.py's waits only where nothing has arrived: of a burst, or of what is sent again after a RESUME,
    it would take up hundreds of events in one go, and heartbeats and answers would wait for it.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._stagger = Stagger(_AT_ONCE)

    async def poll_event(self) -> None:
        """Take up one event. One that discord.py cannot read is passed over: it would end the bot."""
        await self._stagger.turn()
        try:
            await super().poll_event()
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            _LOG.error("An event from Discord cannot be read and is passed over: %r", error)


def pace_gateway() -> None:
    """Make new connections of bots with shards paced ones; discord.py has no setting for that."""
    discord.shard.DiscordWebSocket = PacedWebSocket  # type: ignore[misc]  # the class of new connections
