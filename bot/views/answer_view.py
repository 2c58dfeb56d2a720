"""All buttons under one page of an answer."""

from __future__ import annotations

import discord

from bot.render.pages import Page
from bot.views.citing import CitationMenu, has_citations
from bot.views.paging import PageButton
from bot.views.voting import Thumb, VoteButton


def answer_view(key: str, page: Page, *, feedback: bool) -> discord.ui.View | None:
    """The menu of citations, the pages before and after, and the votes; None where there is nothing of it."""
    view = discord.ui.View(timeout=None)
    if has_citations(page):
        view.add_item(CitationMenu(key, page, page.number))
    if page.total > 1:
        before, after = page.number - 1, page.number + 1
        view.add_item(PageButton("Previous", key, before, disabled=before < 1))
        view.add_item(PageButton("Next", key, after, disabled=after > page.total))
    if feedback:
        view.add_item(VoteButton(key, Thumb.UP))
        view.add_item(VoteButton(key, Thumb.DOWN))
    return view if view.children else None
