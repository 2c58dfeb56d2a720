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
    def member(self) -> int:
        """The id of the one who asked."""

    def working(self) -> AbstractAsyncContextManager[None]:
        """While inside, the member sees that an answer is being worked on."""

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> None:
        """Answer; `private` where Discord can show a message to one member alone."""


class MessageReplier:
    """Answers a message by a reply to it; it is still sent where the message has been deleted."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def source(self) -> discord.Message:
        """The message."""
        return self._context.message

    @property
    def member(self) -> int:
        """The author of the message."""
        return self._context.author.id

    def working(self) -> AbstractAsyncContextManager[None]:
        """The typing indicator."""
        return self._context.typing()

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> None:
        """Reply, for all to see: a message cannot be answered privately."""
        reference = self._context.message.to_reference(fail_if_not_exists=False)
        await self._context.channel.send(reference=reference, **_given(content, embed, view))


class InteractionReplier:
    """Answers an interaction, first by its response and later by follow-ups."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction

    @property
    def source(self) -> discord.Interaction[Any]:
        """The interaction."""
        return self._interaction

    @property
    def member(self) -> int:
        """The one who used the command or pressed the button."""
        return self._interaction.user.id

    @contextlib.asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """The deferred reply, "thinking..."."""
        await self._interaction.response.defer(thinking=True)
        yield

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> None:
        """Respond, or follow up where there was a response."""
        options = _given(content, embed, view)
        if self._interaction.response.is_done():
            await self._interaction.followup.send(ephemeral=private, **options)
        else:
            await self._interaction.response.send_message(ephemeral=private, **options)


def _given(content: str | None, embed: discord.Embed | None, view: discord.ui.View | None) -> dict[str, Any]:
    """The options that are given: discord.py tells "none" from "not given"."""
    options = {"content": content, "embed": embed, "view": view}
    return {name: value for name, value in options.items() if value is not None}
