"""The button that stops a build."""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from bot.access.rights import Right
from bot.jobs.jobs import KEY
from bot.views.opening import handled

STOPPING = "Stopping it; nothing will be changed."
OVER = "That is over already, or ended when I was restarted; /index-status tells what is indexed."


class CancelButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=rf"job:cancel:(?P<key>{KEY})"
):
    """Stops the job of its key; for those who may change the articles."""

    def __init__(self, key: str) -> None:
        button: discord.ui.Button[discord.ui.View] = discord.ui.Button(
            label="Cancel", style=discord.ButtonStyle.secondary, custom_id=cancel_id(key)
        )
        super().__init__(button)
        self._key = key

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls(match["key"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Stop the job; its own message tells when it has ended."""
        bot = interaction.client
        async with handled(interaction):
            bot.require(bot.person(interaction), Right.CORPUS)
            if bot.jobs.stop(self._key):
                await interaction.response.send_message(STOPPING, ephemeral=True)
            else:
                await interaction.response.edit_message(view=None)
                await interaction.followup.send(OVER, ephemeral=True)


def cancel_id(key: str) -> str:
    """The id of the button that stops the job of that key."""
    return f"job:cancel:{key}"


def cancel_view(key: str) -> discord.ui.View:
    """The button under the message of a job."""
    view = discord.ui.View(timeout=None)
    view.add_item(CancelButton(key))
    return view
