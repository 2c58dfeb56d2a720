"""Pages as Discord embeds."""

from __future__ import annotations

import discord

from bot.render.markdown import escape, units
from bot.render.markup import description
from bot.render.pages import Page
from bot.render.verbatim import one_line

TITLE_LIMIT = 256

_FOUND = discord.Colour.from_rgb(46, 111, 149)
_NOTHING = discord.Colour.from_rgb(150, 150, 150)


def embed(page: Page) -> discord.Embed:
    """The embed that shows `page`."""
    shown = discord.Embed(
        title=_title(page.title),
        description=description(page.blocks),
        colour=_FOUND if page.found else _NOTHING,
    )
    if page.total > 1:
        shown.set_footer(text=f"Page {page.number} of {page.total}")
    return shown


def _title(text: str) -> str:
    limit = TITLE_LIMIT
    while units(title := escape(one_line(text, limit))) > TITLE_LIMIT:
        limit -= max(units(title) - TITLE_LIMIT, 2) // 2
    return title
