"""Members who ask, and what each of their questions came to: counted, none twice, none lost.

The quick tests of load and the long runs share it.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

Json = dict[str, Any]

_BUSY = "Many questions are waiting"
_COOLDOWN = "faster than I may answer"
_FAILURE = "Something went wrong"


class Fate(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"
    BUSY = "told to wait, for the queue is full"
    COOLDOWN = "told to wait, for a limit"
    SIGNED = "told to wait, by a reaction"
    """The member had been told for how long, and asked all the same."""
    SENTENCE = "answered by a sentence"
    """As what cannot be understood, or a command without a question."""
    FAILED = "told of a failure"
    TWICE = "answered twice"
    LOST = "lost"


@dataclass(slots=True)
class Asked:
    """A question: who asked it and when (seconds of the monotonic clock), and the replies with their times."""

    message: Json
    member: str
    at: float
    replies: list[tuple[float, Json]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """From the message to its first reply."""
        return self.replies[0][0] - self.at

    @property
    def fate(self) -> Fate:
        """What came of it."""
        signs = len(self.message.get("reactions", ()))
        if len(self.replies) + signs != 1:
            return Fate.TWICE if self.replies or signs else Fate.LOST
        if signs:
            return Fate.SIGNED
        reply = self.replies[0][1]
        if reply["embeds"]:
            return Fate.ANSWERED
        if _BUSY in reply["content"]:
            return Fate.BUSY
        if _COOLDOWN in reply["content"]:
            return Fate.COOLDOWN
        return Fate.FAILED if _FAILURE in reply["content"] else Fate.SENTENCE


class Crowd:
    """Listens for the replies to the questions of its members."""

    def __init__(self, discord: LoopbackDiscord, size: int) -> None:
        self.members = [discord.person(f"member {number}") for number in range(size)]
        self.asked: list[Asked] = []
        self._discord = discord
        self._by_message: dict[str, Asked] = {}
        self._asking: Asked | None = None
        self._heard = asyncio.Event()
        discord.world.listeners.append(self._hear)

    def _hear(self, message: Json) -> None:
        if self._asking is not None:  # the question itself, before the bot has it
            self._asking.message = message
            self._by_message[message["id"]] = self._asking
            self._asking = None
            return
        reference = message.get("message_reference") or {}
        asked = self._by_message.get(reference.get("message_id", ""))
        if asked is not None and message["author"].get("bot"):
            asked.replies.append((time.monotonic(), message))
            self._heard.set()

    async def ask(self, question: str, member: str) -> Asked:
        """Ask without waiting for the reply."""
        asked = self._asking = Asked({}, member, time.monotonic())
        self.asked.append(asked)
        await self._discord.say(question, by=member)
        return asked

    async def ask_and_wait(self, question: str, member: str, within: float = 60.0) -> Asked:
        """Ask, and wait for the reply. Raises TimeoutError."""
        asked = await self.ask(question, member)
        async with asyncio.timeout(within):
            while not asked.replies:
                self._heard.clear()
                await self._heard.wait()
        return asked

    async def burst(self, questions: Sequence[str]) -> list[Asked]:
        """Ask all at once, each member in turn."""
        members = itertools.cycle(self.members)
        return [await self.ask(question, next(members)) for question in questions]

    async def settled(self, *, quiet: float, within: float) -> None:
        """Wait until every question has a reply or a sign, or there was none for `quiet` seconds; and a little
        longer, for what would be a second one. Raises TimeoutError.
        """
        last, open_ = time.monotonic(), len(self.asked) + 1
        async with asyncio.timeout(within):
            while open_ and time.monotonic() - last < quiet:
                still = sum(one.fate is Fate.LOST for one in self.asked)
                if still != open_:
                    last, open_ = time.monotonic(), still
                await asyncio.sleep(0.25 if open_ else 0)
        await asyncio.sleep(0.3)

    def forget(self) -> None:
        """Let the questions go, and what Discord keeps of them."""
        self.asked.clear()
        self._by_message.clear()
        self._discord.world.messages.clear()
        self._discord.world.calls.clear()


def fates(asked: Iterable[Asked]) -> Counter[Fate]:
    """How many questions came to what."""
    return Counter(one.fate for one in asked)
