"""What the buttons under an answer have in common: finding the answer, who may use it, and showing it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.access.rights import user_of
from bot.answering.current import current_pages
from bot.delivery.replying import InteractionReplier
from bot.render.embeds import embed
from bot.store.answers import KeptAnswer
from bot.store.guilds import Paging
from index.errors import WhosaidError

Interaction = discord.Interaction[Any]
"""Of `bot.client.WhosaidBot`, but discord.py's items are not typed by their client."""


class GoneError(WhosaidError):
    """What the buttons of a message belong to is gone, and they are switched off."""


class AnswerGoneError(GoneError):
    """The answer that a button belongs to is no longer kept."""

    def __init__(self) -> None:
        super().__init__("This answer is no longer kept, so its buttons are off; please ask again.")


class NotYoursError(WhosaidError):
    """Somebody else's answer."""


@contextlib.asynccontextmanager
async def handled(interaction: Interaction) -> AsyncIterator[None]:
    """Around what a button does: failures are told to whoever pressed it, and to nobody else."""
    try:
        yield
    except Exception as error:
        if isinstance(error, GoneError):
            with contextlib.suppress(discord.HTTPException):
                await _switch_off(interaction)
        await interaction.client.failures.tell(InteractionReplier(interaction), error)


async def opened(interaction: Interaction, key: str) -> KeptAnswer:
    """The answer of a button's key, for somebody who may see it.

    A key proves nothing: what was asked privately is for its asker alone, all else for those who are
    where it was answered. Raises AnswerGoneError and NotYoursError.
    """
    bot = interaction.client
    kept: KeptAnswer | None = await bot.store.answers.get(key)
    if kept is None:
        raise AnswerGoneError
    if kept.confidential:
        if bot.store.members.of(user_of(interaction).id) != kept.asker:
            raise NotYoursError("Only the member who asked can use these buttons.")
    elif (kept.guild, kept.channel) != (interaction.guild_id, interaction.channel_id):
        raise NotYoursError("That answer was given elsewhere; please ask here again.")
    return kept


def require_pager(interaction: Interaction, kept: KeptAnswer) -> None:
    """Raise NotYoursError where the server lets only the asker turn pages, and somebody else does."""
    bot = interaction.client
    asker = bot.store.members.of(user_of(interaction).id) == kept.asker
    if not asker and (kept.confidential or bot.store.guilds.of(kept.guild).paging is Paging.ASKER):
        raise NotYoursError("Only the member who asked can turn these pages.")


async def show_page(interaction: Interaction, key: str, kept: KeptAnswer, number: int) -> None:
    """Show page `number` of an answer, the nearest that there is, in place of the one that the message shows."""
    pages = await current_pages(interaction.client.live.at_once(), kept)
    page = pages[min(max(number, 1), len(pages)) - 1]
    view = interaction.client.answering.page_view(key, page, kept.guild)
    await interaction.response.edit_message(embed=embed(page), view=view)


async def _switch_off(interaction: Interaction) -> None:
    """Disable the buttons and menus of the message."""
    if interaction.message is None or interaction.response.is_done():
        return
    view = discord.ui.View.from_message(interaction.message, timeout=None)
    view.stop()  # discord.py would keep what is still to be pressed
    for item in view.children:
        if isinstance(item, discord.ui.Select) or (isinstance(item, discord.ui.Button) and item.url is None):
            item.disabled = True
    await interaction.response.edit_message(view=view)
