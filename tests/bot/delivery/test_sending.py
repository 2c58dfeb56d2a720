from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
import pytest

from bot.delivery import sending
from bot.delivery.sending import deliver, is_passing, nonce_of


class Answer:
    """The part of an HTTP answer that discord.py's errors read."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.reason = "for a test"


def refused(status: int) -> discord.HTTPException:
    answer: Any = Answer(status)
    return discord.HTTPException(answer, {"code": 0, "message": "no"})


def failing(*errors: BaseException) -> tuple[list[int], Callable[[], Awaitable[str]]]:
    """A call that fails by each of the errors first, and the numbers of its attempts."""
    attempts: list[int] = []

    async def call() -> str:
        attempts.append(len(attempts))
        if len(attempts) <= len(errors):
            raise errors[len(attempts) - 1]
        return "done"

    return attempts, call


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_FIRST_S", 0.0)
    monkeypatch.setattr(sending, "_LONGEST_S", 0.0)


@pytest.mark.parametrize(
    "error",
    [
        refused(500),
        refused(503),
        refused(429),
        aiohttp.ServerDisconnectedError(),
        ConnectionResetError(),
        TimeoutError(),
    ],
    ids=lambda error: type(error).__name__ + str(getattr(error, "status", "")),
)
async def test_what_fails_on_the_way_is_made_again(error: BaseException) -> None:
    attempts, call = failing(error, error)
    assert await deliver(call) == "done"
    assert len(attempts) == 3


@pytest.mark.parametrize("error", [refused(400), refused(403), RuntimeError("Session is closed")], ids=str)
async def test_what_is_refused_is_not(error: Exception) -> None:
    attempts, call = failing(error)
    with pytest.raises(type(error)):
        await deliver(call)
    assert len(attempts) == 1


async def test_patience_ends() -> None:
    attempts, call = failing(*[refused(503)] * 10_000)
    with pytest.raises(discord.HTTPException):
        await deliver(call, patience_s=0.02)
    assert 1 < len(attempts) < 10_000


def test_a_nonce_is_the_same_for_the_same_reply_and_short_enough() -> None:
    longest = 2**63
    assert nonce_of(longest) == nonce_of(longest) != nonce_of(longest, 1)
    assert len(nonce_of(longest, 9)) <= 25


def test_a_failure_of_ours_is_no_failure_of_discord() -> None:
    assert not is_passing(ZeroDivisionError())
