"""Turning the pages of a long answer by buttons."""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Self

import discord

from bot.errors import tell
from bot.render.embeds import embed
from bot.render.pages import Page
from bot.replying import InteractionReplier
from index.errors import WhosaidError

KEPT_ANSWERS = 1000


class PagesGoneError(WhosaidError):
    """The answer that a button belongs to is no longer kept."""


class NotTheAskerError(WhosaidError):
    """Somebody else's answer."""


class KeptPages:
    """The pages of the latest long answers, by a short key that fits into a button's id."""

    def __init__(self, limit: int = KEPT_ANSWERS) -> None:
        self._limit = limit
        self._pages: OrderedDict[str, tuple[Page, ...]] = OrderedDict()

    def keep(self, pages: Sequence[Page]) -> str:
        """Keep the pages and return their key; the oldest answer makes room."""
        key = secrets.token_hex(6)
        self._pages[key] = tuple(pages)
        while len(self._pages) > self._limit:
            self._pages.popitem(last=False)
        return key

    def page(self, key: str, number: int) -> Page:
        """Page `number` (from 1). Raises PagesGoneError."""
        pages = self._pages.get(key, ())
        if not 1 <= number <= len(pages):
            raise PagesGoneError("This answer is no longer kept; please ask again.")
        return pages[number - 1]


class PageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"page:(?P<key>[0-9a-f]{12}):(?P<asker>[0-9]{1,20}):(?P<number>[0-9]{1,5})",
):
    """A button that shows one page; all it needs to know is in its id, so it needs no timer."""

    def __init__(self, label: str, key: str, asker: int, number: int, *, disabled: bool = False) -> None:
        ident = f"page:{key}:{asker}:{number}"
        super().__init__(discord.ui.Button(label=label, custom_id=ident, disabled=disabled))
        self._key, self._asker, self._number = key, asker, number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls("", match["key"], int(match["asker"]), int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page to the member who asked; tell others that it is not theirs to turn."""
        try:
            if interaction.user.id != self._asker:
                raise NotTheAskerError("Only the member who asked can turn these pages.")
            kept: KeptPages = interaction.client.kept_pages
            page = kept.page(self._key, self._number)
            view = pager(page, self._key, self._asker)
            await interaction.response.edit_message(embed=embed(page), view=view)
        except Exception as error:
            await tell(InteractionReplier(interaction), error, interaction.client.metrics)


def pager(page: Page, key: str, asker: int) -> discord.ui.View:
    """The buttons under `page`: to the page before and to the one after."""
    view = discord.ui.View(timeout=None)
    before, after = page.number - 1, page.number + 1
    view.add_item(PageButton("Previous", key, asker, before, disabled=before < 1))
    view.add_item(PageButton("Next", key, asker, after, disabled=after > page.total))
    return view
