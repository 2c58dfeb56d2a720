"""The first answer to an interaction, and the one in the place of "thinking...", each shown once.

An interaction has no nonce. Its first answer is taken once, and another attempt is refused as "already
acknowledged"; the answer after "thinking..." is an edit of that message, which may be repeated.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, Final, TypeVar

import discord

from bot.delivery.sending import deliver

Interaction = discord.Interaction[Any]

T = TypeVar("T")

ACKNOWLEDGED: Final = 40060
UNKNOWN_MESSAGE: Final = 10008
_GONE = {10062, 10015, 50027}
"""The codes of an interaction that is over: unknown, not answered in three seconds, older than 15 minutes."""

_STATE = "whosaid"


class State(Enum):
    """How far an interaction is answered, where discord.py does not know."""

    TAKEN = "taken"
    THINKING = "thinking"
    OVER = "over"


def state(interaction: Interaction) -> State | None:
    """How far it is answered; None where `interaction.response` tells it."""
    found: State | None = interaction.extras.get(_STATE)
    return found


def is_answered(interaction: Interaction) -> bool:
    """Whether there was a first answer, also "thinking..."."""
    return interaction.response.is_done() or state(interaction) is not None


def is_over(error: BaseException) -> bool:
    """Whether Discord takes no answer to the interaction any more."""
    return isinstance(error, discord.HTTPException) and error.code in _GONE


async def respond(interaction: Interaction, **options: Any) -> int | None:
    """Answer first by a message; its id, None where Discord does not tell it. Raises discord.HTTPException."""
    response: discord.InteractionCallbackResponse[Any] | None = await _once(
        lambda: interaction.response.send_message(**options)
    )
    if response is not None:
        return response.message_id
    interaction.extras[_STATE] = State.TAKEN
    return await _original(interaction)


async def think(interaction: Interaction, *, private: bool) -> None:
    """Answer first by "thinking..."; where Discord takes that no more, note that it is over."""
    try:
        await _once(lambda: interaction.response.defer(thinking=True, ephemeral=private))
    except discord.HTTPException as error:
        if not is_over(error):
            raise
        interaction.extras[_STATE] = State.OVER
    else:
        interaction.extras[_STATE] = State.THINKING


async def think_no_more(interaction: Interaction, **options: Any) -> int:
    """Put the answer in the place of "thinking..."; its message's id. Raises discord.HTTPException."""
    edited = await deliver(lambda: interaction.edit_original_response(**options))
    interaction.extras[_STATE] = State.TAKEN
    return edited.id


async def _once(call: Callable[[], Awaitable[T]]) -> T | None:
    """The result of `call`; None where an earlier attempt was taken although its answer was lost."""
    try:
        return await deliver(call)
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED:
            raise
        return None


async def _original(interaction: Interaction) -> int | None:
    try:
        return (await interaction.original_response()).id
    except discord.HTTPException:
        return None
