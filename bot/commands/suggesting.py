"""Suggestions while somebody fills in a slash command."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.render.verbatim import one_line
from index.library import Library

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_LOG = logging.getLogger(__name__)

MOST = 25
_LONGEST = 100
_IN_TIME_S = 2.0
"""Discord waits three seconds for suggestions, and they cannot be deferred."""

Choices = list[app_commands.Choice[str]]


async def speakers(interaction: discord.Interaction[WhosaidBot], current: str) -> Choices:
    """Speakers of the present index."""
    return await _suggested(interaction, lambda library: library.suggest_speakers(current, MOST))


async def sources(interaction: discord.Interaction[WhosaidBot], current: str) -> Choices:
    """Outlets and titles of the present index."""
    return await _suggested(interaction, lambda library: library.suggest_sources(current, MOST))


async def _suggested(
    interaction: discord.Interaction[WhosaidBot], suggest: Callable[[Library], Awaitable[tuple[str, ...]]]
) -> Choices:
    """At most 25 choices; none while there is no index, and none where something fails."""
    library = interaction.client.live.available
    if library is None:
        return []
    try:
        async with asyncio.timeout(_IN_TIME_S):
            names = await suggest(library)
    except Exception:
        _LOG.exception("No suggestions")
        return []
    shown = dict.fromkeys(one_line(name, _LONGEST)[:_LONGEST] for name in names[:MOST])
    return [app_commands.Choice(name=name, value=name) for name in shown if name.strip()]
