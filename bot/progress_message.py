"""One message that shows how a build goes and what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Self, TypeVar

import aiohttp
import discord

from bot.build_events import Event, Progress
from bot.builder import Listener
from bot.jobs import Job
from bot.pace import Pacer
from bot.render.progress import CONTENT_LIMIT, discord_text, pace_lines
from bot.views.cancelling import cancel_view

_LOG = logging.getLogger(__name__)

EDIT_EVERY_S = 1.5
"""Discord allows about five edits in five seconds in a channel."""

_FOR_A_WHILE = (
    "I cannot change messages here by myself, so progress shows for 15 minutes at most; /index-status tells "
    "what came of it."
)

T = TypeVar("T")


class ProgressMessage:
    """A message of the bot that is edited as an ordinary one, since an interaction ends after 15 minutes.

    Where the bot is not in the channel, the interaction edits it while that lasts, and what came of it
    is a follow-up. Edits that Discord refuses are logged and no more.
    """

    def __init__(
        self, channel: discord.abc.Messageable, message: int, interaction: discord.Interaction[Any] | None
    ) -> None:
        self._message = discord.PartialMessage(channel=channel, id=message)  # type: ignore[arg-type]
        self._interaction = interaction
        self._by_token = False
        if interaction is not None and interaction.guild_id is not None:
            self._by_token = not interaction.is_guild_integration()

    @classmethod
    async def begin(cls, source: discord.Message | discord.Interaction[Any], text: str, job: Job) -> Self:
        """Answer a message or a command with `text` and a button that stops the job.

        A pressed button's own message becomes the one. Raises discord.HTTPException.
        """
        view = cancel_view(job.key)
        if isinstance(source, discord.Message):
            reference = source.to_reference(fail_if_not_exists=False)
            sent = await source.channel.send(text, reference=reference, view=view)
            return cls(source.channel, sent.id, None)
        channel = source.client.get_partial_messageable(source.channel_id or 0)
        if source.type is discord.InteractionType.component and source.message is not None:
            await source.response.edit_message(content=text, view=view)
            return cls(channel, source.message.id, source)
        answered = await source.response.send_message(text, view=view)
        return cls(channel, answered.message_id or 0, source)

    async def follow(self, heading: str, job: Job, work: Callable[[Listener], Awaitable[T]]) -> T:
        """Do `work`, showing what it tells below `heading`; returns its result and raises what it raises."""
        pacer = Pacer(time.monotonic)
        news = asyncio.Event()

        def hear(event: Event) -> None:
            pacer.hear(event)
            if isinstance(event, Progress):
                news.set()

        async def show() -> None:
            while True:
                await news.wait()
                news.clear()
                stage, *rest = pace_lines(pacer.pace)
                await self._show(discord_text([f"{heading}: {stage}", *rest]), job)
                await asyncio.sleep(EDIT_EVERY_S)

        showing = asyncio.create_task(show())
        try:
            return await work(hear)
        finally:
            showing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await showing

    async def finish(self, text: str) -> None:
        """Show what came of it, without the button."""
        if not self._by_token and await self._edit(content=text, view=None):
            return
        if self._interaction is not None:
            await _attempt(self._interaction.edit_original_response(view=None))
            await _attempt(self._interaction.followup.send(text))

    async def _show(self, text: str, job: Job) -> None:
        view = cancel_view(job.key)
        if not self._by_token and await self._edit(content=text, view=view):
            return
        if self._interaction is not None and not self._interaction.is_expired():
            noted = f"{text}\n{_FOR_A_WHILE}"[:CONTENT_LIMIT]
            await _attempt(self._interaction.edit_original_response(content=noted, view=view))

    async def _edit(self, *, content: str, view: discord.ui.View | None) -> bool:
        """Edit as an ordinary message; False where the interaction has to do it from now on."""
        try:
            await self._message.edit(content=content, view=view)
        except (discord.Forbidden, discord.NotFound):
            self._by_token = True
            return False
        except (discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError) as error:
            _LOG.warning("The progress could not be shown: %s", error)
        return True


async def _attempt(call: Awaitable[object]) -> None:
    try:
        await call
    # A session that is closed, as at the end of the bot, is a RuntimeError to aiohttp.
    except (discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError) as error:
        _LOG.warning("The progress could not be shown: %s", error)
