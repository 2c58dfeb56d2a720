"""Questions: who, what and ask, as text commands and as slash commands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import phrasing
from bot.admission import Turn
from bot.errors import usage
from bot.metrics.metrics import Outcome
from bot.phrasing import Command
from bot.render.answers import answer_pages
from bot.render.embeds import embed
from bot.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.views.paging import pager
from index.answers.answer import Answer

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_PATIENCE_S = 0.4
"""An answer that takes longer shows that it is being worked on."""


class Asking(commands.Cog):
    """What members ask. Text and slash commands are apart, since slash commands have options."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    @commands.command(name=Command.WHO)
    async def who(self, context: Context, *, question: str = "") -> None:
        """Who said the words."""
        await self._reply(MessageReplier(context), Command.WHO, question, context.clean_prefix)

    @commands.command(name=Command.WHAT)
    async def what(self, context: Context, *, question: str = "") -> None:
        """What somebody said."""
        await self._reply(MessageReplier(context), Command.WHAT, question, context.clean_prefix)

    @commands.command(name=Command.ASK)
    async def ask(self, context: Context, *, question: str = "") -> None:
        """Any question."""
        await self._reply(MessageReplier(context), Command.ASK, question, context.clean_prefix)

    @app_commands.command(name=Command.WHO, description="Who said it? With quotes and sources")
    @app_commands.describe(question="the words, with or without “who said”: territorial integrity")
    async def slash_who(self, interaction: discord.Interaction[Any], question: str) -> None:
        """Who said the words."""
        await self._reply(InteractionReplier(interaction), Command.WHO, question)

    @app_commands.command(name=Command.ASK, description="Ask the articles anything")
    @app_commands.describe(question="for example: what did Putin say about Syria")
    async def slash_ask(self, interaction: discord.Interaction[Any], question: str) -> None:
        """Any question."""
        await self._reply(InteractionReplier(interaction), Command.ASK, question)

    async def _reply(self, replier: Replier, command: Command, argument: str, prefix: str = "/") -> None:
        question = phrasing.question(command, argument)
        if not question:
            await replier.send(usage(command, prefix), private=True)
            return
        with self._bot.admit(self._bot.person(replier.source)) as turn:
            answer = await self._answer(replier, turn, question)
            turn.outcome = Outcome.FOUND if answer.found else Outcome.NOTHING
            pages = answer_pages(answer)
            if len(pages) == 1:
                await replier.send(embed=embed(pages[0]))
            else:
                key = self._bot.kept_pages.keep(pages)
                await replier.send(embed=embed(pages[0]), view=pager(pages[0], key, replier.member))

    async def _answer(self, replier: Replier, turn: Turn, question: str) -> Answer:
        """The answer; a slow one shows as typing or as a deferred reply meanwhile."""
        asking = asyncio.create_task(turn.answer(lambda: self._bot.live.ask(question)))
        try:
            done, _ = await asyncio.wait({asking}, timeout=_PATIENCE_S)
            if done:
                return await asking
            async with replier.working():
                return await asking
        finally:
            asking.cancel()
