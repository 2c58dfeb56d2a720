"""The Discord client: what it listens to, its commands, and how it closes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.admins import owners
from bot.commands.asking import Asking
from bot.commands.reindexing import Reindexing
from bot.errors import tell
from bot.live_library import LiveLibrary
from bot.replying import InteractionReplier, MessageReplier
from bot.settings import BotSettings
from bot.syncing import sync_changed
from bot.views.paging import KeptPages, PageButton

_LOG = logging.getLogger(__name__)


class WhosaidBot(commands.AutoShardedBot):
    """Answers questions from `live`. Without `message_content` the prefix works only in direct
    messages; mentions and slash commands work everywhere.
    """

    def __init__(self, settings: BotSettings, live: LiveLibrary, *, message_content: bool) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned_or(settings.prefix),
            intents=_intents(message_content=message_content),
            tree_cls=_Tree,
            help_command=None,
            case_insensitive=True,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
        )
        self.settings = settings
        self.live = live
        self.kept_pages = KeptPages()
        self._answering = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def setup_hook(self) -> None:
        """After the login, before the gateway: commands, buttons, and the index."""
        if self.application is not None:
            self.owner_ids = owners(self.application)
        await self.add_cog(Asking(self))
        await self.add_cog(Reindexing(self))
        self.add_dynamic_items(PageButton)
        self.live.start()
        try:
            if await sync_changed(self.tree, self.settings.index.data):
                _LOG.info("Registered the slash commands")
        except discord.HTTPException as error:
            _LOG.error("The slash commands could not be registered: %s", error)

    async def on_ready(self) -> None:
        """Say that questions are heard."""
        _LOG.info("Ready as %s", self.user)

    async def on_command_error(self, context: commands.Context[Any], error: commands.CommandError, /) -> None:
        """Every failure of a text command."""
        await tell(MessageReplier(context), error)

    @contextlib.contextmanager
    def answering(self) -> Iterator[None]:
        """While a question is answered: `drain` waits for it."""
        self._answering += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._answering -= 1
            if not self._answering:
                self._idle.set()

    async def drain(self, seconds: float) -> None:
        """Wait until the questions under way are answered, at most this long."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._idle.wait()


class _Tree(app_commands.CommandTree[Any]):
    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        await tell(InteractionReplier(interaction), error)


def _intents(*, message_content: bool) -> discord.Intents:
    intents = discord.Intents.none()
    intents.guilds = intents.guild_messages = intents.dm_messages = True
    intents.message_content = message_content
    return intents
