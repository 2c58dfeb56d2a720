"""Answering a member, whether they wrote a message or used a slash command or a button."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

import discord
from discord.ext import commands

Context = commands.Context[commands.AutoShardedBot]


class Replier(Protocol):
    """Whom to answer, and how."""

    @property
    def source(self) -> discord.Message | discord.Interaction[Any]:
        """What is answered."""

    @property
    def private(self) -> bool:
        """Whether only the member is to see the answer."""

    def working(self) -> AbstractAsyncContextManager[None]:
        """While inside, the member sees that an answer is being worked on."""

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> int | None:
        """Answer; `private` where Discord can show a message to one member alone. Returns the message's id."""

    async def change(self, message: int, embed: discord.Embed, view: discord.ui.View | None) -> None:
        """Make another answer of the `message` that was sent."""


class MessageReplier:
    """Answers a message by a reply to it; it is still sent where the message has been deleted."""

    private = False

    def __init__(self, message: discord.Message) -> None:
        self._message = message

    @property
    def source(self) -> discord.Message:
        """The message."""
        return self._message

    def working(self) -> AbstractAsyncContextManager[None]:
        """The typing indicator."""
        return self._message.channel.typing()

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> int | None:
        """Reply, for all to see: a message cannot be answered privately."""
        reference = self._message.to_reference(fail_if_not_exists=False)
        sent = await self._message.channel.send(reference=reference, **_given(content, embed, view))
        return sent.id

    async def change(self, message: int, embed: discord.Embed, view: discord.ui.View | None) -> None:
        """Edit the reply."""
        sent = discord.PartialMessage(channel=self._message.channel, id=message)
        await sent.edit(content=None, embed=embed, view=view)


class InteractionReplier:
    """Answers an interaction, first by its response and later by follow-ups; with `private` to the member alone."""

    def __init__(self, interaction: discord.Interaction[Any], *, private: bool = False) -> None:
        self._interaction = interaction
        self.private = private

    @property
    def source(self) -> discord.Interaction[Any]:
        """The interaction."""
        return self._interaction

    @contextlib.asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """The deferred reply, "thinking..."."""
        await self._interaction.response.defer(thinking=True, ephemeral=self.private)
        yield

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> int | None:
        """Respond, or follow up where there was a response."""
        options = _given(content, embed, view)
        ephemeral = private or self.private
        if self._interaction.response.is_done():
            sent = await self._interaction.followup.send(ephemeral=ephemeral, wait=True, **options)
            return sent.id
        response = await self._interaction.response.send_message(ephemeral=ephemeral, **options)
        return response.message_id

    async def change(self, message: int, embed: discord.Embed, view: discord.ui.View | None) -> None:
        """Edit the response or the follow-up."""
        await self._interaction.followup.edit_message(message, content=None, embed=embed, view=view)


def _given(content: str | None, embed: discord.Embed | None, view: discord.ui.View | None) -> dict[str, Any]:
    """The options that are given: discord.py tells "none" from "not given"."""
    options = {"content": content, "embed": embed, "view": view}
    return {name: value for name, value in options.items() if value is not None}
