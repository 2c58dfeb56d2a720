"""One message that shows how a build goes and what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord

from bot.building.builder import Listener, published
from bot.building.events import Event, Progress
from bot.building.pace import Pacer
from bot.delivery.responding import respond
from bot.delivery.sending import FAILURES, deliver, nonce_of
from bot.jobs.interrupted import show_outcome
from bot.jobs.jobs import Job
from bot.render.markdown import escape
from bot.render.progress import CONTENT_LIMIT, discord_text, pace_lines
from bot.store.jobs import OpenJob
from bot.views.cancelling import cancel_view

if TYPE_CHECKING:
    from bot.client import WhosaidBot

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
    is a follow-up. Progress that Discord does not take is logged and no more; the end is told for certain,
    also by the next process where this one does not come to it (see bot.jobs.interrupted).
    """

    def __init__(self, bot: WhosaidBot, job: OpenJob, interaction: discord.Interaction[Any] | None) -> None:
        self._bot = bot
        self._job = job
        self._message = bot.get_partial_messageable(job.channel).get_partial_message(job.message or 0)
        self._interaction = interaction
        self._by_token = interaction is not None and _is_elsewhere(interaction)

    @classmethod
    async def begin(
        cls,
        bot: WhosaidBot,
        source: discord.Message | discord.Interaction[Any],
        heading: str,
        job: Job,
        *,
        change: bool,
    ) -> Self:
        """Answer a message or a command with the heading and a button that stops the job, which is a
        `change` of the articles or else a re-indexing.

        A pressed button's own message becomes the one. Raises discord.HTTPException.
        """
        build = await asyncio.to_thread(published, bot.settings.index.data)
        channel = source.channel.id if source.channel else 0
        begun = OpenJob(job.key, channel, source.id, None, heading, change, build)
        interaction = source if isinstance(source, discord.Interaction) else None
        jobs, kept = bot.store.jobs, interaction is None or not _is_elsewhere(interaction)
        if kept:
            await bot.store.attempt(jobs.keep(begun))
        try:
            begun = replace(begun, message=await _shown(source, escape(heading), cancel_view(job.key)))
        except BaseException:
            await bot.store.attempt(jobs.forget(job.key))
            raise
        if kept:
            await bot.store.attempt(jobs.keep(begun))
        return cls(bot, begun, interaction)

    async def follow(self, heading: str, job: Job, work: Callable[[Listener], Awaitable[T]]) -> T:
        """Do `work`, showing what it tells below `heading`; returns its result and raises what it raises."""
        pacer = Pacer(time.monotonic)
        news = asyncio.Event()

        def hear(event: Event) -> None:
            pacer.hear(event)
            if isinstance(event, Progress):
                news.set()

        over = asyncio.Event()

        async def show() -> None:
            while True:
                await news.wait()
                if over.is_set():
                    return
                news.clear()
                stage, *rest = pace_lines(pacer.pace)
                await self._show(discord_text([f"{heading}: {stage}", *rest]), job)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(EDIT_EVERY_S):
                        await over.wait()

        showing = asyncio.create_task(show())
        try:
            return await work(hear)
        finally:
            # Not cancelled: discord.py would send nothing at all any more where an edit is cancelled while
            # it waits for a limit on all calls to end.
            over.set()
            news.set()
            await showing

    async def finish(self, text: str) -> None:
        """Show what came of it, without the button."""
        if not self._by_token and await show_outcome(self._bot, self._job, text):
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
            await self._bot.store.attempt(self._bot.store.jobs.forget(self._job.key))
            return False
        except FAILURES as error:
            _LOG.warning("The progress could not be shown: %s", error)
        return True


def _is_elsewhere(interaction: discord.Interaction[Any]) -> bool:
    """Whether the bot itself is not where the command was used, so that only the interaction can answer."""
    return interaction.guild_id is not None and not interaction.is_guild_integration()


async def _shown(
    source: discord.Message | discord.Interaction[Any], text: str, view: discord.ui.View
) -> int | None:
    """Show the text as the answer to `source`; the message's id, where Discord tells it."""
    if isinstance(source, discord.Message):
        reference, nonce = source.to_reference(fail_if_not_exists=False), nonce_of(source.id)
        sent = await deliver(lambda: source.channel.send(text, reference=reference, view=view, nonce=nonce))
        return sent.id
    if source.type is discord.InteractionType.component and source.message is not None:
        await source.response.edit_message(content=text, view=view)
        return source.message.id
    return await respond(source, content=text, view=view)


async def _attempt(call: Awaitable[object]) -> None:
    try:
        await call
    except FAILURES as error:
        _LOG.warning("The progress could not be shown: %s", error)
