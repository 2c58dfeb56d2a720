from __future__ import annotations

import asyncio
import contextlib

import pytest

from bot.limits.queue import BusyError, QuestionQueue, QueueLimit


def test_limits_are_read() -> None:
    assert QueueLimit.parse("2/0") == QueueLimit(2, 0)
    for text in ("", "0/5", "4", "4/-1", "4/4/4"):
        with pytest.raises(ValueError):
            QueueLimit.parse(text)


async def test_so_many_at_once_so_many_wait_and_the_next_is_refused() -> None:
    queue = QuestionQueue(QueueLimit(2, 3))
    begun: list[int] = []
    go_on = asyncio.Event()

    async def ask(number: int) -> None:
        with queue.place():
            async with queue.turn:
                begun.append(number)
                await go_on.wait()

    asking = [asyncio.create_task(ask(number)) for number in range(5)]
    await asyncio.sleep(0)
    assert begun == [0, 1] and queue.length == 5
    with pytest.raises(BusyError, match="ask again in a moment"), queue.place():
        pass
    assert not await queue.drain(0.01)
    asking[3].cancel()  # one that waited makes room
    with contextlib.suppress(asyncio.CancelledError):
        await asking[3]
    assert queue.length == 4
    go_on.set()
    await asyncio.gather(*asking, return_exceptions=True)
    assert begun == [0, 1, 2, 4] and queue.length == 0
    assert await queue.drain(1)
