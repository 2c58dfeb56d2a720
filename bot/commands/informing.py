"""Help, the sources, and what is kept about members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.delivery.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.render.embeds import embed
from bot.render.help import help_page
from bot.render.pages import Page
from bot.render.privacy import privacy_page
from bot.render.sources import sources_page
from bot.views.forgetting import forget_view

if TYPE_CHECKING:
    from bot.client import WhosaidBot

Interaction = discord.Interaction["WhosaidBot"]


class Informing(commands.Cog):
    """What there is to know about the bot. The answers to slash commands are seen by the asker alone."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    @commands.command(name="help")
    async def help(self, context: Context) -> None:
        """What can be asked."""
        await self._show(context, help_page(self._bot.prefix(context.guild.id if context.guild else None)))

    @app_commands.command(name="help", description="What can be asked, and how")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def slash_help(self, interaction: Interaction) -> None:
        """What can be asked."""
        page = help_page(self._bot.prefix(interaction.guild_id))
        await interaction.response.send_message(embed=embed(page), ephemeral=True)

    @commands.command(name="sources")
    async def sources(self, context: Context) -> None:
        """What is searched."""
        if self._bot.answering.here(context.message):
            await self._show_sources(MessageReplier(context.message))

    @app_commands.command(name="sources", description="The outlets that are searched")
    async def slash_sources(self, interaction: Interaction) -> None:
        """What is searched."""
        await self._show_sources(InteractionReplier(interaction, private=True))

    @commands.command(name="privacy")
    async def privacy(self, context: Context) -> None:
        """What is kept about the member; their own numbers only where nobody else reads them."""
        member = None if context.guild else context.author.id
        await self._show(context, await self._privacy(member), forget_view())

    @app_commands.command(name="privacy", description="What is kept about you, and deleting it")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def slash_privacy(self, interaction: Interaction) -> None:
        """What is kept about the member."""
        page = await self._privacy(interaction.user.id)
        await interaction.response.send_message(embed=embed(page), view=forget_view(), ephemeral=True)

    async def _show(self, context: Context, page: Page, view: discord.ui.View | None = None) -> None:
        if self._bot.answering.here(context.message):
            await MessageReplier(context.message).send(embed=embed(page), view=view)

    async def _show_sources(self, replier: Replier) -> None:
        async def page() -> Page:
            library = await self._bot.live.library()
            return sources_page(await library.sources(), await library.status())

        await replier.send(embed=embed(await self._bot.answering.shown_working(replier, page())))

    async def _privacy(self, member: int | None) -> Page:
        store = self._bot.store
        kept = None if member is None else await store.privacy.kept_about(store.members.of(member))
        return privacy_page(store.retention_days, kept)
