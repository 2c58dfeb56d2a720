"""From a question to its answer on Discord: let in, asked, kept, shown, and noted where it was in vain."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bot.answering.current import as_mapping
from bot.answering.finding import Found, find
from bot.delivery.replying import Replier
from bot.delivery.responding import is_answered
from bot.delivery.sending import FAILURES, deliver, nonce_of
from bot.limits.admission import Turn
from bot.metrics.metrics import Outcome
from bot.render.embeds import embed
from bot.render.pages import Page
from bot.render.scope import in_full
from bot.render.verbatim import one_line
from bot.store.answers import KeptAnswer
from bot.views.answer_view import answer_view
from index.errors import WhosaidError
from index.library import Library
from index.questions.filters import NONE, Filters

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_LOG = logging.getLogger(__name__)

PATIENCE_S = 0.4
"""An answer that takes longer shows that it is being worked on."""

THREAD_EXISTS = 160004

IN_THREAD = "The answer is long: it is in the thread below."

T = TypeVar("T")


class ElsewhereError(WhosaidError):
    """The server lets the bot answer in other channels only."""

    def __init__(self) -> None:
        super().__init__("This server lets me answer in other channels only.")


class Answering:
    """Answers questions of members."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    def here(self, source: discord.Message | discord.Interaction[WhosaidBot]) -> bool:
        """Whether the server lets the bot answer where `source` comes from; a thread is like its channel."""
        if source.guild is None:
            return True
        channels = self._bot.store.guilds.of(source.guild.id).channels
        channel = source.channel
        place = {channel.id, getattr(channel, "parent_id", None)} if channel is not None else set()
        return not channels or not channels.isdisjoint(place)

    async def reply(self, replier: Replier, question: str, filters: Filters = NONE) -> None:
        """Answer `question`. Raises what keeps it from being answered."""
        with self._bot.admit(self._bot.person(replier.source)) as turn:
            result = await self.patiently(replier, turn, lambda library: find(library, question, filters))
            turn.outcome = Outcome.FOUND if result.answer.found else Outcome.NOTHING
            await self._send(replier, question, filters, result)
        if not result.answer.found:
            await self._note(replier, in_full(question, filters))

    async def patiently(self, replier: Replier, turn: Turn, work: Callable[[Library], Awaitable[T]]) -> T:
        """The result of `work` once it is its turn; when it takes long, the member sees that it goes on."""

        async def when_ready() -> T:
            return await work(await self._bot.live.library())

        return await self.shown_working(replier, turn.answer(when_ready))

    async def shown_working(self, replier: Replier, work: Coroutine[None, None, T]) -> T:
        """The result of `work`; when it takes long, the member sees that it goes on."""
        working = asyncio.create_task(work)
        try:
            done, _ = await asyncio.wait({working}, timeout=PATIENCE_S)
            if done or (isinstance(replier.source, discord.Interaction) and is_answered(replier.source)):
                return await working
            async with replier.working():
                return await working
        finally:
            working.cancel()

    async def keep(
        self, replier: Replier, question: str, filters: Filters, found: Found, channel: int | None
    ) -> str | None:
        """Keep an answer for its buttons; its key, None where it could not be kept."""
        person = self._bot.person(replier.source)
        kept = KeptAnswer(
            question=question,
            answer=found.answer,
            build=found.build,
            asker=person.pseudonym,
            private=replier.private,
            guild=guild_of(replier),
            channel=channel,
            created=int(time.time()),
            filters=as_mapping(filters),
        )
        return await self._bot.store.attempt(self._bot.store.answers.keep(kept))

    async def _send(self, replier: Replier, question: str, filters: Filters, found: Found) -> None:
        page = found.pages[0]
        if page.total > 1 and self._wants_thread(replier):
            await self._send_to_thread(replier, question, filters, found)
            return
        key = await self.keep(replier, question, filters, found, _channel_id(replier))
        view = self.page_view(key, page, guild_of(replier))
        sent = await replier.send(embed=embed(page), view=view)
        if view is not None:
            view.clear_items()  # it and they refer to each other, and would wait for a full collection
        elif key is not None and sent is not None:
            # A reply to the message is a follow-up, and there is no button that tells the answer.
            await self._bot.store.attempt(self._bot.store.answers.sent_as(key, sent))

    def page_view(self, key: str | None, page: Page, guild: int | None) -> discord.ui.View | None:
        """The buttons under a page of the answer under `key`; None where there are none."""
        if key is None:
            return None
        return answer_view(key, page, feedback=self._bot.store.guilds.of(guild).feedback)

    def _wants_thread(self, replier: Replier) -> bool:
        source = replier.source
        if replier.private or source.guild is None or not isinstance(source.channel, discord.TextChannel):
            return False
        return source.channel.id in self._bot.store.guilds.of(source.guild.id).threads

    async def _send_to_thread(self, replier: Replier, question: str, filters: Filters, found: Found) -> None:
        """Announce the answer in the channel and give it in a thread; in the channel where none may be opened."""
        page, channel = found.pages[0], replier.source.channel
        assert isinstance(channel, discord.TextChannel)  # noqa: S101  (see _wants_thread)
        announced = await replier.send(IN_THREAD)
        if announced is None:
            return
        try:
            await self._open_thread(channel, announced, one_line(found.answer.question, 90))
            key = await self.keep(replier, question, filters, found, announced)
            view = self.page_view(key, page, guild_of(replier))
            given: dict[str, Any] = {"embed": embed(page), **({"view": view} if view else {})}
            thread = self._bot.get_partial_messageable(announced)  # its id is that of the message
            await deliver(lambda: thread.send(nonce=nonce_of(announced), **given))
        except FAILURES as error:
            _LOG.warning("No answer in a thread of channel %d, but in the channel: %s", channel.id, error)
            key = await self.keep(replier, question, filters, found, channel.id)
            await replier.change(announced, embed(page), self.page_view(key, page, guild_of(replier)))

    async def _open_thread(self, channel: discord.TextChannel, message: int, name: str) -> None:
        """Open a thread under a message. Raises discord.HTTPException."""
        try:
            await deliver(lambda: channel.get_partial_message(message).create_thread(name=name))
        except discord.HTTPException as error:
            if error.code != THREAD_EXISTS:  # the answer to an earlier attempt was lost
                raise

    async def _note(self, replier: Replier, question: str) -> None:
        """Note a question that found nothing; never one that others do not see."""
        record = self._bot.store.unanswered.record(question, guild=guild_of(replier), private=replier.private)
        await self._bot.store.attempt(record)


def guild_of(replier: Replier) -> int | None:
    """The id of the server, also of one that the bot is not in; None in direct messages."""
    source = replier.source
    if isinstance(source, discord.Interaction):
        return source.guild_id
    return None if source.guild is None else source.guild.id


def _channel_id(replier: Replier) -> int | None:
    channel = replier.source.channel
    return channel.id if channel is not None else None
