from __future__ import annotations

import asyncio

from bot.limits.stagger import Stagger


async def test_many_are_let_go_a_few_at_a_time_and_in_order() -> None:
    stagger = Stagger(3)
    gone: list[int] = []

    async def go(number: int) -> None:
        await stagger.turn()
        gone.append(number)

    going = [asyncio.create_task(go(number)) for number in range(20)]
    going[4].cancel()
    before = 0
    while not all(task.done() for task in going):
        await asyncio.sleep(0)
        assert len(gone) - before <= 3
        before = len(gone)
    assert gone == [number for number in range(20) if number != 4]


async def test_one_alone_does_not_wait() -> None:
    stagger = Stagger(1)
    for _ in range(3):
        coroutine = stagger.turn()
        try:
            coroutine.send(None)
        except StopIteration:
            pass
        else:
            raise AssertionError("it waited")
        await asyncio.sleep(0)
