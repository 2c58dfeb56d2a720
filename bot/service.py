"""Running the bot from the login to an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal

import aiohttp
import discord

from bot.client import WhosaidBot
from bot.live_library import LiveLibrary
from bot.settings import TOKEN, BotSettings
from index.errors import BadInput, OperationFailed

_LOG = logging.getLogger(__name__)

_DRAIN_S = 5.0


async def serve(settings: BotSettings) -> None:
    """Run until SIGTERM or SIGINT. Raises BadInput for a missing or bad token, and OperationFailed when
    Discord cannot be reached at the start.
    """
    if settings.token is None:
        raise BadInput(
            f"{TOKEN} is not set: create a bot in the Discord developer portal and put its token into .env "
            f"(see .env.example), or try it without Discord: python -m bot console"
        )
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(number, stop.set)
    async with LiveLibrary(settings.index) as live:
        try:
            await _connect(settings, settings.token, live, stop, message_content=True)
        except discord.PrivilegedIntentsRequired:
            _LOG.warning(
                "The message content intent is switched off: text commands work by mention and in direct "
                "messages only. Switch it on under Bot, Privileged Gateway Intents in the Discord "
                "developer portal and restart."
            )
            await _connect(settings, settings.token, live, stop, message_content=False)
    _LOG.info("Closed")


async def _connect(
    settings: BotSettings, token: str, live: LiveLibrary, stop: asyncio.Event, *, message_content: bool
) -> None:
    async with WhosaidBot(settings, live, message_content=message_content) as bot:
        running = asyncio.create_task(bot.start(token))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set():
                _LOG.info("Closing")
                live.refuse()
                await bot.drain(_DRAIN_S)
                await bot.close()
            await running
        except discord.LoginFailure:
            raise BadInput(
                f"{TOKEN}: Discord refuses this token; copy it anew from the Discord developer portal"
            ) from None
        except discord.ConnectionClosed as error:
            raise OperationFailed(f"Discord closed the connection for good: {error}") from error
        except (aiohttp.ClientError, discord.GatewayNotFound, discord.HTTPException, OSError) as error:
            raise OperationFailed(f"Discord cannot be reached: {error}") from error
        finally:
            stopping.cancel()
            running.cancel()
