"""The settings of a server, changed by its admins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.access.rights import Right
from bot.delivery.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.render.listing import listing_embed
from bot.render.markdown import escape
from bot.render.server_settings import Names, settings_listing
from bot.settings import EXPLANATIONS, PREFIX, parse_prefix
from bot.store.guilds import GuildSettings, Paging
from index.errors import BadInput

if TYPE_CHECKING:
    from bot.client import WhosaidBot

MOST_ENTRIES = 50
"""How many channels, roles or members a list of a server's settings holds."""

T = TypeVar("T", int, str)
Interaction = discord.Interaction[Any]
Channel = (
    discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel | discord.Thread
)


class Step(StrEnum):
    """What is done to a list."""

    ADD = "add"
    REMOVE = "remove"
    CLEAR = "clear"


class Configuring(commands.Cog):
    """Prefix, channels, threads, feedback, paging and admins: each server has its own."""

    group = app_commands.Group(
        name="settings",
        description="What this server has set (admins only)",
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    @commands.command(name="settings")
    async def settings(self, context: Context) -> None:
        """Show the settings; slash commands change them."""
        await self._show(MessageReplier(context.message))

    @group.command(name="show", description="Show this server's settings (admins only)")
    async def show(self, interaction: Interaction) -> None:
        """Show the settings."""
        await self._show(InteractionReplier(interaction))

    @group.command(name="prefix", description="What text commands begin with here (admins only)")
    @app_commands.describe(prefix="1 to 10 characters without white space; nothing: my own prefix")
    async def prefix(self, interaction: Interaction, prefix: str = "") -> None:
        """Set the prefix, or go back to the bot's own."""
        self._require(interaction)
        try:
            chosen = parse_prefix(prefix) if prefix else None
        except ValueError:
            raise BadInput(f"that cannot be the prefix; it is {EXPLANATIONS[PREFIX]}") from None
        await self._change(interaction, lambda old: replace(old, prefix=chosen))
        shown = self._bot.prefix(interaction.guild_id)
        await _confirm(interaction, f"Text commands now begin with {escape(shown)} here.")

    @group.command(name="channels", description="The channels in which I answer (admins only)")
    @app_commands.describe(step="clear: I answer in all channels", channel="the channel to add or remove")
    async def channels(self, interaction: Interaction, step: Step, channel: Channel | None = None) -> None:
        """Choose the channels in which the bot answers."""
        self._require(interaction)
        chosen = _needed(step, channel)
        settings = await self._change(
            interaction, lambda old: replace(old, channels=_stepped(old.channels, step, chosen, "channel"))
        )
        number = len(settings.channels)
        where = (
            f"in {number} {'channel' if number == 1 else 'channels'} only" if number else "in all channels"
        )
        await _confirm(interaction, f"I now answer {where}.")

    @group.command(name="threads", description="The channels whose long answers go to a thread (admins only)")
    @app_commands.describe(step="clear: in no channel", channel="the channel to add or remove")
    async def threads(
        self, interaction: Interaction, step: Step, channel: discord.TextChannel | None = None
    ) -> None:
        """Choose the channels whose long answers go to a thread."""
        self._require(interaction)
        chosen = _needed(step, channel)
        settings = await self._change(
            interaction, lambda old: replace(old, threads=_stepped(old.threads, step, chosen, "channel"))
        )
        number = len(settings.threads)
        where = f"in {number} {'channel' if number == 1 else 'channels'}" if number else "in no channel"
        await _confirm(interaction, f"Long answers now go to a thread {where}.")

    @group.command(name="feedback", description="Whether answers have thumbs up and down (admins only)")
    @app_commands.describe(on="whether members may vote on answers")
    async def feedback(self, interaction: Interaction, on: bool) -> None:
        """Switch votes on or off."""
        self._require(interaction)
        await self._change(interaction, lambda old: replace(old, feedback=on))
        await _confirm(interaction, f"Votes on answers are now {'on' if on else 'off'}.")

    @group.command(name="paging", description="Who may turn the pages of an answer (admins only)")
    @app_commands.describe(who="the member who asked, or anyone")
    async def paging(self, interaction: Interaction, who: Paging) -> None:
        """Choose who may turn pages."""
        self._require(interaction)
        await self._change(interaction, lambda old: replace(old, paging=who))
        allowed = "Anyone" if who is Paging.ANYONE else "Only the member who asked"
        await _confirm(interaction, f"{allowed} may now turn the pages of an answer.")

    @group.command(name="admin-roles", description="Roles that may change these settings (admins only)")
    @app_commands.describe(step="clear: none but the server's managers", role="the role to add or remove")
    async def admin_roles(
        self, interaction: Interaction, step: Step, role: discord.Role | None = None
    ) -> None:
        """Choose the roles that are admins of the bot in this server."""
        self._require(interaction)
        if role is not None and role.is_default() and step is Step.ADD:
            raise BadInput("that role is everyone's; choose one of fewer")
        chosen = _needed(step, role)
        settings = await self._change(
            interaction, lambda old: replace(old, admin_roles=_stepped(old.admin_roles, step, chosen, "role"))
        )
        await _confirm(interaction, f"Admin roles here: {len(settings.admin_roles)}.")

    @group.command(name="admin-members", description="Members who may change these settings (admins only)")
    @app_commands.describe(step="clear: none but the server's managers", member="the member to add or remove")
    async def admin_members(
        self, interaction: Interaction, step: Step, member: discord.User | None = None
    ) -> None:
        """Choose the members who are admins of the bot in this server."""
        self._require(interaction)
        if member is not None and member.bot and step is Step.ADD:
            raise BadInput("a bot cannot be an admin; choose a member")
        chosen = None if step is Step.CLEAR else self._pseudonym(_needed(step, member))
        settings = await self._change(
            interaction,
            lambda old: replace(old, admin_members=_stepped(old.admin_members, step, chosen, "member")),
        )
        await _confirm(interaction, f"Admin members here: {len(settings.admin_members)}.")

    def _pseudonym(self, member: int | None) -> str | None:
        return None if member is None else self._bot.store.members.of(member)

    def _require(self, source: discord.Message | Interaction) -> int:
        """The id of the server whose settings the one behind `source` may change. Raises RefusedError."""
        person = self._bot.person(source)
        self._bot.require(person, Right.SERVER_SETTINGS)
        return person.guild or 0

    async def _change(
        self, interaction: Interaction, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        return await self._bot.store.guilds.change(self._require(interaction), change)

    async def _show(self, replier: Replier) -> None:
        guild = self._bot.get_guild(self._require(replier.source))
        settings = self._bot.store.guilds.of(guild.id if guild else self._require(replier.source))
        channels = {channel.id: f"#{channel.name}" for channel in guild.channels} if guild else {}
        roles = {role.id: f"@{role.name}" for role in guild.roles} if guild else {}
        prefix = self._bot.prefix(guild.id if guild else None)
        listing = settings_listing(settings, prefix, Names(channels, roles))
        await replier.send(embed=listing_embed(listing), private=True)


def _needed(step: Step, chosen: discord.abc.Snowflake | None) -> int | None:
    """The id of what was chosen, None where the step needs none. Raises BadInput."""
    if step is Step.CLEAR:
        return None
    if chosen is None:
        raise BadInput(f"choose what to {step}")
    return chosen.id


def _stepped(entries: frozenset[T], step: Step, chosen: T | None, what: str) -> frozenset[T]:
    """The list after the step. Raises BadInput for one that would change nothing, and for a full list."""
    if step is Step.CLEAR or chosen is None:
        return frozenset()
    if step is Step.REMOVE:
        if chosen not in entries:
            raise BadInput(f"that {what} is not on the list")
        return entries - {chosen}
    if chosen in entries:
        raise BadInput(f"that {what} is on the list already")
    if len(entries) >= MOST_ENTRIES:
        raise BadInput(f"the list is full; it holds {MOST_ENTRIES}")
    return entries | {chosen}


async def _confirm(interaction: Interaction, text: str) -> None:
    await interaction.response.send_message(text, ephemeral=True)
