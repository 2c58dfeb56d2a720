"""Thumbs up and down under an answer, with a reason where somebody gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Self

import discord

from bot.access.rights import user_of
from bot.store.answers import KEY
from bot.store.feedback import LONGEST_REASON, Vote
from bot.views.opening import Interaction, NotYoursError, handled, opened
from index.errors import WhosaidError

OFF = "Votes are switched off in this server."
THANKS = "Thank you for your vote."
NOTED = "Thank you, your vote and your reason are noted for the admins."

_REASON_ID = re.compile(rf"reason:({KEY})")
_MINUTES = 15


class FeedbackOffError(WhosaidError):
    """The server does not want votes."""


class Thumb(StrEnum):
    """Up or down."""

    UP = "up"
    DOWN = "down"


_SIGNS = {Thumb.UP: "👍", Thumb.DOWN: "👎"}
_VOTES = {Thumb.UP: Vote.UP, Thumb.DOWN: Vote.DOWN}


class VoteButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"vote:(?P<key>{KEY}):(?P<thumb>up|down)",
):
    """One thumb. The vote counts at once; the reason for a thumb down is asked for afterwards."""

    def __init__(self, key: str, thumb: Thumb) -> None:
        super().__init__(discord.ui.Button(emoji=_SIGNS[thumb], custom_id=f"vote:{key}:{thumb}", row=1))
        self._key, self._thumb = key, thumb

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls(match["key"], Thumb(match["thumb"]))

    async def callback(self, interaction: Interaction) -> None:
        """Count the vote."""
        async with handled(interaction):
            kept = await opened(interaction, self._key)
            store = interaction.client.store
            if not store.guilds.of(kept.guild).feedback:
                raise FeedbackOffError(OFF)
            member = store.members.of(user_of(interaction).id)
            await store.feedback.vote(self._key, kept, member, _VOTES[self._thumb])
            if self._thumb is Thumb.DOWN:
                await interaction.response.send_modal(_reason_form(self._key))
            else:
                await interaction.response.send_message(THANKS, ephemeral=True)


class ReasonForm(discord.ui.Modal):
    """Asks for the reason of a thumb down. What is sent comes to `take_reason`, also after a restart."""

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Left to `take_reason`."""


def _reason_form(key: str) -> ReasonForm:
    form = ReasonForm(title="What was wrong?", custom_id=f"reason:{key}", timeout=_MINUTES * 60)
    reason: discord.ui.TextInput[ReasonForm] = discord.ui.TextInput(
        label="Your reason, if you like",
        custom_id="reason",
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=LONGEST_REASON,
        placeholder="The wrong speaker, an old article, ...",
    )
    return form.add_item(reason)


async def take_reason(interaction: Interaction) -> None:
    """Note the reason, where `interaction` is a form of `ReasonForm` that was sent.

    discord.py knows the forms of its own process only, and somebody may have written through a restart.
    """
    data: Any = interaction.data
    if interaction.type is not discord.InteractionType.modal_submit or not isinstance(data, dict):
        return
    match = _REASON_ID.fullmatch(str(data.get("custom_id", "")))
    if match is None:
        return
    async with handled(interaction):
        kept = await opened(interaction, match[1])
        store = interaction.client.store
        if not store.guilds.of(kept.guild).feedback:
            raise FeedbackOffError(OFF)
        reason = next(_values(data.get("components", ())), "").strip()
        member = store.members.of(user_of(interaction).id)
        if not await store.feedback.give_reason(match[1], member, reason):
            raise NotYoursError("There is no vote of yours on this answer.")
        await interaction.response.send_message(NOTED if reason else THANKS, ephemeral=True)


def _values(components: Any) -> Iterator[str]:
    """The texts in a form that was sent, whatever they are wrapped in."""
    for component in components if isinstance(components, list) else ():
        if isinstance(component, dict):
            if "value" in component:
                yield str(component["value"])
            yield from _values(component.get("components"))
            yield from _values([component.get("component")])
