"""Reports for admins: the questions in vain, and what was voted down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.access.rights import Right
from bot.delivery.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.render.listing import listing_embed
from bot.reports.reports import Report, report_page
from bot.reports.scope import ALL
from bot.views.reports import report_view
from index.folding import fold

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_MOST_CHOICES = 25


class Reports(commands.Cog):
    """What a server's admins see of their server, and the bot's owner of all."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    @commands.command(name="unanswered")
    async def unanswered(self, context: Context) -> None:
        """List the questions that found nothing, in a direct message."""
        await self._typed(context, Report.UNANSWERED)

    @commands.command(name="feedback")
    async def feedback(self, context: Context) -> None:
        """List what was voted down, and why, in a direct message."""
        await self._typed(context, Report.FEEDBACK)

    @app_commands.command(
        name="unanswered", description="The questions that found nothing, most frequent first (admins only)"
    )
    @app_commands.describe(server="for the bot's owner: another server, or all of them")
    async def slash_unanswered(self, interaction: discord.Interaction[Any], server: str = "") -> None:
        """List the questions that found nothing."""
        await self._show(InteractionReplier(interaction), Report.UNANSWERED, server)

    @app_commands.command(name="feedback", description="What was voted down, and why (admins only)")
    @app_commands.describe(server="for the bot's owner: another server, or all of them")
    async def slash_feedback(self, interaction: discord.Interaction[Any], server: str = "") -> None:
        """List what was voted down, and why."""
        await self._show(InteractionReplier(interaction), Report.FEEDBACK, server)

    @slash_unanswered.autocomplete("server")
    @slash_feedback.autocomplete("server")
    async def _suggest(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        if not self._bot.may(self._bot.person(interaction), Right.ALL_REPORTS):
            return []
        words = fold(typed)
        servers = sorted((guild.name, str(guild.id)) for guild in self._bot.guilds)
        named = [("all servers", ALL), *servers]
        return [
            app_commands.Choice(name=name[:100], value=value) for name, value in named if words in fold(name)
        ][:_MOST_CHOICES]

    async def _typed(self, context: Context, report: Report) -> None:
        """A reply in a channel is for everyone there, and members' questions are for admins alone."""
        replier = MessageReplier(context.message)
        person = self._bot.person(context.message)
        if person.guild is None:
            await self._show(replier, report, "")
        else:
            self._bot.require(person, Right.SERVER_REPORTS)
            await replier.send(
                f"That list is for admins alone: `/{report}` shows it to you and to nobody else."
            )

    async def _show(self, replier: Replier, report: Report, argument: str) -> None:
        person = self._bot.person(replier.source)
        shown = await report_page(self._bot, person, report, argument.strip(), 1)
        view = report_view(report, shown)
        await replier.send(embed=listing_embed(shown.listing), view=view, private=True)
