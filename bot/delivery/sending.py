"""Calls to Discord that are made again when they fail on the way."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import aiohttp
import discord

_LOG = logging.getLogger(__name__)

PATIENCE_S: Final = 60.0
"""Seconds from the first failure after which a call is given up."""

_FIRST_S = 0.25
_LONGEST_S = 8.0
_NONCE_CHARACTERS = 25

FAILURES: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, RuntimeError)
"""All by which a call may fail. A session that is closed, as at the end of the bot, is a RuntimeError to aiohttp."""

T = TypeVar("T")


def is_passing(error: BaseException) -> bool:
    """Whether a call failed on the way or at a server in trouble, so that the same call may succeed later."""
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status == 429
    return isinstance(error, aiohttp.ClientError | OSError | TimeoutError)


async def deliver(call: Callable[[], Awaitable[T]], patience_s: float = PATIENCE_S) -> T:
    """The result of `call`, which is made again while it fails on the way; raises what it fails by in the end.

    Discord may have carried out a call whose answer was lost: it has to be one that Discord carries out
    once however often it comes, an edit or a message with a nonce.
    """
    pause, end = _FIRST_S, None
    while True:
        try:
            return await call()
        except FAILURES as error:
            now = time.monotonic()
            if end is None:
                end = now + patience_s
            if not is_passing(error) or now + pause > end:
                raise
            _LOG.info("A call to Discord failed and is made again: %s: %s", type(error).__name__, error)
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_S)


def nonce_of(answered: int, number: int = 0) -> str:
    """The nonce of the reply of that number to the message with the id `answered`.

    Discord takes a message whose nonce it knows for the one that it has already, so that a reply is
    shown once, however often it is sent.
    """
    return f"{answered}.{number}"[-_NONCE_CHARACTERS:]
