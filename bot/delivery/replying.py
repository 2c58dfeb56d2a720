"""Answering a member, whether they wrote a message or used a slash command or a button."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

import discord
from discord.ext import commands

from bot.delivery.responding import (
    UNKNOWN_MESSAGE,
    State,
    is_answered,
    is_over,
    respond,
    state,
    think,
    think_no_more,
)
from bot.delivery.sending import FAILURES, deliver, nonce_of

_LOG = logging.getLogger(__name__)

_LATE = "{} asked by a command that came to me late:"
_TYPING_S = 8.0

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
        self._sent = 0
        self._typing: asyncio.Task[None] | None = None

    @property
    def source(self) -> discord.Message:
        """The message."""
        return self._message

    @contextlib.asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """The typing indicator, which nothing waits for."""
        over = asyncio.Event()
        self._typing = asyncio.create_task(_type(self._message.channel, over))
        try:
            yield
        finally:
            over.set()

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> int | None:
        """Reply, for all to see: a message cannot be answered privately."""
        channel, given = self._message.channel, _given(content, embed, view)
        reference = self._message.to_reference(fail_if_not_exists=False)
        nonce = nonce_of(self._message.id, self._sent)
        self._sent += 1
        sent = await deliver(lambda: channel.send(reference=reference, nonce=nonce, **given))
        return sent.id

    async def change(self, message: int, embed: discord.Embed, view: discord.ui.View | None) -> None:
        """Edit the reply."""
        sent = discord.PartialMessage(channel=self._message.channel, id=message)
        await deliver(lambda: sent.edit(content=None, embed=embed, view=view))


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
        await think(self._interaction, private=self.private)
        yield

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | None = None,
        private: bool = False,
    ) -> int | None:
        """Respond, or follow up where there was a response; where Discord takes neither any more, and the
        answer is for all, in a message of its own.
        """
        options = _given(content, embed, view)
        ephemeral = private or self.private
        if state(self._interaction) is State.OVER and not ephemeral:
            return await self._send_apart(options)
        try:
            return await self._answer(options, ephemeral=ephemeral)
        except discord.HTTPException as error:
            if ephemeral or not is_over(error):
                raise
            _LOG.warning("Discord took no answer to a command any more; it is sent by itself: %s", error)
            return await self._send_apart(options)

    async def _answer(self, options: dict[str, Any], *, ephemeral: bool) -> int | None:
        interaction = self._interaction
        if not is_answered(interaction) or state(interaction) is State.OVER:
            return await respond(interaction, ephemeral=ephemeral, **options)
        if state(interaction) is State.THINKING:
            try:
                return await think_no_more(interaction, **options)
            except discord.NotFound as error:
                if error.code != UNKNOWN_MESSAGE:  # somebody has deleted "thinking..."
                    raise
        sent = await interaction.followup.send(ephemeral=ephemeral, wait=True, **options)
        return sent.id

    async def _send_apart(self, options: dict[str, Any]) -> int:
        interaction = self._interaction
        channel: discord.PartialMessageable = interaction.client.get_partial_messageable(
            interaction.channel_id or 0
        )
        content = "\n".join(
            filter(None, [_LATE.format(interaction.user.mention), options.pop("content", None)])
        )
        nonce = nonce_of(interaction.id)
        sent = await deliver(lambda: channel.send(content, nonce=nonce, **options))
        return sent.id

    async def change(self, message: int, embed: discord.Embed, view: discord.ui.View | None) -> None:
        """Edit the response or the follow-up."""
        edit = self._interaction.followup.edit_message
        await deliver(lambda: edit(message, content=None, embed=embed, view=view))


async def _type(channel: discord.abc.Messageable, over: asyncio.Event) -> None:
    """Show that somebody types, until `over`.

    It is left to end by itself: discord.py would send nothing at all any more where a call is cancelled
    while it waits for a limit on all calls to end.
    """
    while not over.is_set():
        try:
            await channel.typing()
        except FAILURES as error:
            _LOG.debug("Typing could not be shown: %s", error)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_TYPING_S):
                await over.wait()


def _given(content: str | None, embed: discord.Embed | None, view: discord.ui.View | None) -> dict[str, Any]:
    """The options that are given: discord.py tells "none" from "not given"."""
    options = {"content": content, "embed": embed, "view": view}
    return {name: value for name, value in options.items() if value is not None}
