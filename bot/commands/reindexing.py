"""Re-indexing from Discord, for admins."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.admins import RefusedError, Right
from bot.build_events import Event, Progress, Skipped
from bot.errors import explain
from bot.render.progress import discord_text, progress_line, summary_lines

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_LOG = logging.getLogger(__name__)

_EDIT_EVERY_S = 1.5
"""Discord allows about five edits in five seconds in a channel."""


class Reindexing(commands.Cog):
    """Reads the corpus again while questions go on being answered."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    # No default_permissions: they would hide the command from the roles and users named in the
    # settings, and they are a hint to the client only; the check is here.
    @app_commands.command(name="reindex", description="Read the articles again (admins only)")
    async def reindex(self, interaction: discord.Interaction[Any]) -> None:
        """Build in a child process, with the progress in an ordinary message."""
        self._bot.require(self._bot.person(interaction), Right.CORPUS)
        if self._bot.live.building:
            raise RefusedError("A build is under way already; please wait until it is done.")
        sent = await interaction.response.send_message("Re-indexing: starting")
        report = _Report(interaction, sent.message_id)
        try:
            finished = await report.follow(self._bot)
        except Exception as error:
            reason = explain(error, self._bot.metrics) or "Discord refused an answer."
            await report.edit(f"Re-indexing failed. {reason} An earlier index goes on answering.")
        else:
            await report.edit(finished)


class _Report:
    """The message that shows the progress of one build."""

    def __init__(self, interaction: discord.Interaction[Any], message_id: int | None) -> None:
        self._interaction = interaction
        self._message_id = message_id
        self._skipped: list[Skipped] = []
        self._progress: Progress | None = None
        self._news = asyncio.Event()

    async def follow(self, bot: WhosaidBot) -> str:
        """Build and show the progress; returns the summary."""
        showing = asyncio.create_task(self._show())
        try:
            finished = await bot.live.rebuild(self._hear)
        finally:
            showing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await showing
        return discord_text(summary_lines(finished, self._skipped))

    def _hear(self, event: Event) -> None:
        if isinstance(event, Skipped):
            self._skipped.append(event)
        elif isinstance(event, Progress):
            self._progress = event
            self._news.set()

    async def _show(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            if self._progress is not None:
                await self.edit(discord_text([f"Re-indexing: {progress_line(self._progress)}"]))
            await asyncio.sleep(_EDIT_EVERY_S)

    async def edit(self, text: str) -> None:
        """Change the message. As an ordinary one first, since an interaction ends after 15 minutes; by
        the interaction where the bot may not see the channel. A failure is logged and no more.
        """
        channel_id = self._interaction.channel_id
        try:
            if self._message_id is not None and channel_id is not None:
                channel = self._interaction.client.get_partial_messageable(channel_id)
                await channel.get_partial_message(self._message_id).edit(content=text)
                return
        except (discord.Forbidden, discord.NotFound):
            pass
        except discord.HTTPException as error:
            _LOG.warning("The progress could not be shown: %s", error)
            return
        try:
            await self._interaction.edit_original_response(content=text)
        except discord.HTTPException as error:
            _LOG.warning("The progress could not be shown: %s", error)
