"""How the index and the bot are doing."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.access.rights import REFUSALS, Person, RefusedError, Right
from bot.delivery.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.metrics.index_age import index_age
from bot.metrics.memory import memory
from bot.render.folders import without_folders
from bot.render.listing import listing_embed
from bot.render.status import Health, status_listing
from index.encoding.lazy_encoder import runtime_of

if TYPE_CHECKING:
    from bot.client import WhosaidBot


class IndexStatus(commands.Cog):
    """Build, counts, model, memory, latency and failures, for those who run the bot or a server."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot
        self._began = time.monotonic()

    @commands.command(name="index-status")
    async def index_status(self, context: Context) -> None:
        """Show how the index and the bot are doing."""
        await self._show(MessageReplier(context.message))

    @app_commands.command(name="index-status", description="How the index and I are doing (admins only)")
    async def slash_index_status(self, interaction: discord.Interaction[Any]) -> None:
        """Show how the index and the bot are doing."""
        await self._show(InteractionReplier(interaction))

    async def _show(self, replier: Replier) -> None:
        person = self._bot.person(replier.source)
        if not (self._bot.may(person, Right.CORPUS) or self._bot.may(person, Right.SERVER_REPORTS)):
            raise RefusedError(REFUSALS[Right.SERVER_REPORTS])
        unseen = isinstance(replier, InteractionReplier) or person.guild is None
        listing = status_listing(await self._health(person, unseen=unseen))
        await replier.send(embed=listing_embed(listing), private=True)

    async def _health(self, person: Person, *, unseen: bool) -> Health:
        data = self._bot.settings.index.data
        library = self._bot.live.available
        status = await library.status() if library is not None else None
        age = await asyncio.to_thread(index_age, data)
        runtime = await asyncio.to_thread(runtime_of, data, status.model) if status is not None else None
        # Where things lie on the machine is nothing to those who do not run it, or who read along.
        owner = unseen and self._bot.may(person, Right.ALL_REPORTS)
        if status is not None and not owner:
            status = replace(status, model=without_folders(status.model))
            runtime = without_folders(runtime or "")
        return Health(
            index=status,
            runtime=runtime,
            age=None if math.isnan(age) else age,
            building=await asyncio.to_thread(lambda: self._bot.live.building),
            memory=memory(),
            latency=self._bot.metrics.latency,
            outcomes=self._bot.metrics.outcomes,
            last_error=self._bot.metrics.last_error,
            uptime=time.monotonic() - self._began,
            data=str(data.resolve()) if owner else data.resolve().name,
        )
