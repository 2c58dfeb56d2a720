from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.delivery.waiting_signs import SIGN, WaitingSigns


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Reactions:
    """The one call that puts a sign: what came, held back until it is `open`, refused with `refusal`."""

    def __init__(self) -> None:
        self.came: list[int] = []
        self.open = asyncio.Event()
        self.open.set()
        self.refusal: Exception | None = None

    async def add_reaction(self, channel: int, message: int, emoji: str) -> None:
        assert emoji == SIGN
        self.came.append(message)
        await self.open.wait()
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def reactions() -> Reactions:
    return Reactions()


def message(reactions: Reactions, ident: int, channel: int = 1) -> discord.Message:
    """A direct message, as far as putting a sign on it goes."""
    state = SimpleNamespace(http=reactions, user=None)
    place = discord.DMChannel._from_message(cast("Any", state), channel)
    return cast("discord.Message", SimpleNamespace(guild=None, channel=place, id=ident))


async def settled() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


async def test_each_is_put_in_its_turn_while_its_wait_goes_on(reactions: Reactions) -> None:
    clock = Clock()
    signs = WaitingSigns(clock)
    reactions.open.clear()
    for ident, seconds in ((1, 5), (2, 5), (3, 20)):
        signs.put(message(reactions, ident), seconds)
    signs.put(message(reactions, 4, channel=2), 5)
    await settled()
    assert sorted(reactions.came) == [1, 4]  # one at a time in each channel
    clock.now = 5
    reactions.open.set()
    await settled()
    assert sorted(reactions.came) == [1, 3, 4]
    signs.put(message(reactions, 5), 1)
    await settled()
    assert reactions.came[-1] == 5


async def test_of_very_many_the_oldest_are_left_out(reactions: Reactions) -> None:
    signs = WaitingSigns(Clock(), most=3)
    reactions.open.clear()
    for ident in range(10):
        signs.put(message(reactions, ident), 5)
        await settled()
    reactions.open.set()
    await settled()
    assert reactions.came == [0, 7, 8, 9]


async def test_what_is_forgotten_or_refused_is_not_put(reactions: Reactions) -> None:
    signs = WaitingSigns(Clock())
    response = cast("Any", SimpleNamespace(status=403, reason="Forbidden"))
    for number, refusal in enumerate((None, discord.Forbidden(response, "no"), RuntimeError("closed"))):
        reactions.refusal = refusal
        for ident in range(2):
            signs.put(message(reactions, 10 * number + ident), 5)
        if refusal is None:
            signs.forget()
        await settled()
    assert reactions.came == [10, 20, 21]
