"""How long one call to Discord may take."""

from __future__ import annotations

from typing import Final

import aiohttp
import discord

CALL_S: Final = 30.0
"""Seconds; discord.py leaves it at aiohttp's five minutes, for which an answer would hang on a dead connection."""


def limit_calls(client: discord.Client) -> None:
    """Let the calls of a client that has logged in fail after that time, by a TimeoutError."""
    session: aiohttp.ClientSession = getattr(client.http, "_HTTPClient__session")  # noqa: B009  (it is private)
    session._timeout = aiohttp.ClientTimeout(total=CALL_S)
