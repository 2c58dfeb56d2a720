"""The button that deletes what is kept about whoever presses it."""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from bot.access.rights import user_of
from bot.render.privacy import deleted
from bot.views.opening import Interaction, handled


class ForgetButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"privacy:delete"):
    """Deletes the presser's own, whoever asked for the page that it is under."""

    def __init__(self) -> None:
        super().__init__(
            discord.ui.Button(
                label="Delete what is kept about me",
                style=discord.ButtonStyle.danger,
                custom_id="privacy:delete",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed."""
        return cls()

    async def callback(self, interaction: Interaction) -> None:
        """Delete, and say privately what was deleted."""
        async with handled(interaction):
            store = interaction.client.store
            gone = await store.privacy.delete_member(store.members.of(user_of(interaction).id))
            await interaction.response.send_message(deleted(gone), ephemeral=True)


def forget_view() -> discord.ui.View:
    """The button alone."""
    view = discord.ui.View(timeout=None)
    view.add_item(ForgetButton())
    return view
