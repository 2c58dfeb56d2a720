"""Running the bot from the login to an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import aiohttp
import discord

from bot.building.live_library import LiveLibrary
from bot.client import WhosaidBot
from bot.gateway.pace import pace_gateway
from bot.instance import only_instance
from bot.metrics.exporter import exporter
from bot.metrics.index_age import index_age
from bot.metrics.loop_lag import measure_lag
from bot.metrics.metrics import Metrics
from bot.runtime.garbage import collect_when_quiet
from bot.settings import TOKEN, BotSettings
from bot.store.store import Store, open_store
from index.errors import BadInput, OperationFailed

_LOG = logging.getLogger(__name__)

_DRAIN_S = 5.0
_QUIET_TASKS = 300


async def serve(settings: BotSettings) -> None:
    """Run until SIGTERM or SIGINT. Everything is closed in the order in which it depends on another, the store last.

    Raises BadInput for a missing or bad token, and OperationFailed when Discord cannot be reached at the
    start, when another bot runs on the data folder, or when the store cannot be opened.
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
    pace_gateway()
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody is spoken to
    folder = settings.index.data
    with only_instance(folder):
        async with (
            open_store(
                folder,
                secret=settings.secret,
                retention_days=settings.retention_days,
                kept_answers=settings.kept_answers,
            ) as store,
            _in_background(store.prune_daily()),
            LiveLibrary(settings.index) as live,
        ):
            await _answer(settings, settings.token, live, store, stop)
    _LOG.info("Closed")


async def _answer(
    settings: BotSettings, token: str, live: LiveLibrary, store: Store, stop: asyncio.Event
) -> None:
    """Answer until `stop`, without the prefix where Discord keeps the content of messages back."""
    try:
        await _connect(_bot(settings, live, store, message_content=True), token, stop)
    except discord.PrivilegedIntentsRequired:
        _LOG.warning(
            "The message content intent is switched off: text commands work by mention and in direct "
            "messages only. Switch it on under Bot, Privileged Gateway Intents in the Discord "
            "developer portal and restart."
        )
        await _connect(_bot(settings, live, store, message_content=False), token, stop)


def _bot(settings: BotSettings, live: LiveLibrary, store: Store, *, message_content: bool) -> WhosaidBot:
    metrics = Metrics()
    bot = WhosaidBot(settings, live, store, metrics, message_content=message_content)
    queue = bot.admission.queue
    metrics.watch("index_age_seconds", "Age of the index", lambda: index_age(settings.index.data))
    metrics.watch("questions_under_way", "Questions waiting or being answered", lambda: queue.length)
    return bot


async def _connect(bot: WhosaidBot, token: str, stop: asyncio.Event) -> None:
    async with bot, _metrics(bot), _in_background(_housekeeping(bot)):
        running = asyncio.create_task(bot.start(token))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set():
                _LOG.info("Closing")
                bot.live.refuse()
                await asyncio.gather(bot.admission.queue.drain(_DRAIN_S), bot.jobs.drain(_DRAIN_S))
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
    _LOG.debug("Left Discord")


async def _housekeeping(bot: WhosaidBot) -> None:
    """Watch how late the event loop is, and collect garbage while nobody waits."""

    def quiet() -> bool:
        # What is collected is little, and goes quickly, where few things are under way.
        return len(asyncio.all_tasks()) < _QUIET_TASKS

    await asyncio.gather(measure_lag(bot.metrics.lag), collect_when_quiet(quiet))


def _metrics(bot: WhosaidBot) -> contextlib.AbstractAsyncContextManager[int | None]:
    """The metrics over HTTP, where a port is set for them."""
    port = bot.settings.metrics_port
    if port is None:
        return contextlib.nullcontext()
    return exporter(bot.metrics, port, lambda: bot.connected)


@contextlib.asynccontextmanager
async def _in_background(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
