"""Turning the pages of a long answer by buttons."""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from bot.store.answers import KEY
from bot.views.opening import Interaction, handled, opened, require_pager, show_page


class PageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"page:(?P<key>{KEY}):(?P<number>[0-9]{{1,4}})",
):
    """A button that shows one page; what it needs to know is in the store, under the key in its id."""

    def __init__(self, label: str, key: str, number: int, *, disabled: bool = False) -> None:
        ident = f"page:{key}:{number}"
        super().__init__(discord.ui.Button(label=label, custom_id=ident, disabled=disabled, row=1))
        self._key, self._number = key, number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls("", match["key"], int(match["number"]))

    async def callback(self, interaction: Interaction) -> None:
        """Show the page, over the articles of this moment."""
        async with handled(interaction):
            kept = await opened(interaction, self._key)
            require_pager(interaction, kept)
            await show_page(interaction, self._key, kept, self._number)
