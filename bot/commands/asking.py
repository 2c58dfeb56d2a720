"""Questions: who, what, quotes and ask, as text commands and as slash commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.answering import ElsewhereError
from bot.commands import suggesting
from bot.delivery.replying import Context, InteractionReplier, MessageReplier
from bot.messages import phrasing
from bot.messages.phrasing import Command, usage
from index.questions.filters import filters_of

if TYPE_CHECKING:
    from bot.client import WhosaidBot

Interaction = discord.Interaction["WhosaidBot"]

_NARROWED = {
    "source": "only articles of this outlet, or with this title",
    "before": "only articles before this date, as 2013-06-01",
    "after": "only articles from this date on, as 2013-05-10",
    "private": "only you see the answer",
}
_NOBODY = "Name somebody, for example: `/{} speaker:Vladimir Putin`"


class Asking(commands.Cog):
    """What members ask. Text and slash commands are apart, since slash commands have options."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    @commands.command(name=Command.WHO)
    async def who(self, context: Context, *, question: str = "") -> None:
        """Who said the words."""
        await self._reply(context, Command.WHO, question)

    @commands.command(name=Command.WHAT)
    async def what(self, context: Context, *, question: str = "") -> None:
        """What somebody said."""
        await self._reply(context, Command.WHAT, question)

    @commands.command(name=Command.ASK)
    async def ask(self, context: Context, *, question: str = "") -> None:
        """Any question."""
        await self._reply(context, Command.ASK, question)

    @commands.command(name=Command.QUOTES)
    async def quotes(self, context: Context, *, question: str = "") -> None:
        """All that somebody said."""
        await self._reply(context, Command.QUOTES, question)

    @app_commands.command(name=Command.WHO, description="Who said it? With quotes and sources")
    @app_commands.describe(
        question="the words, with or without “who said”: territorial integrity",
        speaker="only what this person said",
        **_NARROWED,
    )
    @app_commands.autocomplete(speaker=suggesting.speakers, source=suggesting.sources)
    async def slash_who(
        self,
        interaction: Interaction,
        question: str,
        speaker: str | None = None,
        source: str | None = None,
        before: str | None = None,
        after: str | None = None,
        private: bool = False,
    ) -> None:
        """Who said the words."""
        asked = phrasing.question(Command.WHO, question)
        hint = usage(Command.WHO, "/")
        await self._answer(interaction, asked, hint, speaker, source, before, after, private=private)

    @app_commands.command(
        name=Command.WHAT, description="What did somebody say about it? With quotes and sources"
    )
    @app_commands.describe(speaker="who said it", about="for example: Syria", **_NARROWED)
    @app_commands.autocomplete(speaker=suggesting.speakers, source=suggesting.sources)
    async def slash_what(
        self,
        interaction: Interaction,
        speaker: str,
        about: str,
        source: str | None = None,
        before: str | None = None,
        after: str | None = None,
        private: bool = False,
    ) -> None:
        """What somebody said about something."""
        asked, hint = phrasing.about(speaker, about), _NOBODY.format(Command.WHAT)
        await self._answer(interaction, asked, hint, None, source, before, after, private=private)

    @app_commands.command(
        name=Command.QUOTES, description="All that somebody said, or what they said about it"
    )
    @app_commands.describe(
        speaker="who said it", about="for example: Syria; left out, everything", **_NARROWED
    )
    @app_commands.autocomplete(speaker=suggesting.speakers, source=suggesting.sources)
    async def slash_quotes(
        self,
        interaction: Interaction,
        speaker: str,
        about: str = "",
        source: str | None = None,
        before: str | None = None,
        after: str | None = None,
        private: bool = False,
    ) -> None:
        """What somebody said."""
        asked, hint = phrasing.about(speaker, about), _NOBODY.format(Command.QUOTES)
        await self._answer(interaction, asked, hint, None, source, before, after, private=private)

    @app_commands.command(name=Command.ASK, description="Ask the articles anything")
    @app_commands.describe(
        question="for example: what did Putin say about Syria",
        speaker="only what this person said",
        **_NARROWED,
    )
    @app_commands.autocomplete(speaker=suggesting.speakers, source=suggesting.sources)
    async def slash_ask(
        self,
        interaction: Interaction,
        question: str,
        speaker: str | None = None,
        source: str | None = None,
        before: str | None = None,
        after: str | None = None,
        private: bool = False,
    ) -> None:
        """Any question."""
        asked = phrasing.question(Command.ASK, question)
        hint = usage(Command.ASK, "/")
        await self._answer(interaction, asked, hint, speaker, source, before, after, private=private)

    async def _reply(self, context: Context, command: Command, argument: str) -> None:
        """Answer a text command; in channels where the server does not want answers, not at all."""
        if not self._bot.answering.here(context.message):
            return
        replier = MessageReplier(context.message)
        question = phrasing.question(command, argument)
        if question:
            await self._bot.answering.reply(replier, question)
        else:
            await replier.send(usage(command, self._bot.prefix(context.guild.id if context.guild else None)))

    async def _answer(
        self,
        interaction: Interaction,
        question: str,
        hint: str,
        speaker: str | None,
        source: str | None,
        before: str | None,
        after: str | None,
        *,
        private: bool,
    ) -> None:
        """Answer a slash command, or give the `hint` where nothing was asked."""
        if not self._bot.answering.here(interaction):
            raise ElsewhereError
        replier = InteractionReplier(interaction, private=private)
        filters = filters_of(speaker, source, before, after)
        if question:
            await self._bot.answering.reply(replier, question, filters)
        else:
            await replier.send(hint, private=True)
