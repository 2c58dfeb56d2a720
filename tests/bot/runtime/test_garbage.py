from __future__ import annotations

import asyncio
import contextlib
import gc
import weakref

from bot.runtime.garbage import collect_when_quiet


class Circle:
    def __init__(self) -> None:
        self.itself = self


async def freed(reference: weakref.ref[Circle]) -> None:
    done = asyncio.Event()
    if (one := reference()) is not None:
        weakref.finalize(one, done.set)
        del one
        async with asyncio.timeout(30):
            await done.wait()


async def test_full_collections_wait_until_it_is_quiet() -> None:
    quiet = False
    thresholds = gc.get_threshold()
    collecting = asyncio.create_task(collect_when_quiet(lambda: quiet, every=0.01, longest=1000))
    try:
        await asyncio.sleep(0.05)
        lost = Circle()
        gc.collect(1)  # it is old now
        gone = weakref.ref(lost)
        del lost
        await asyncio.sleep(0.05)
        assert gone() is not None
        quiet = True
        await freed(gone)
    finally:
        collecting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await collecting
    assert gc.get_threshold() == thresholds


async def test_where_it_is_never_quiet_they_are_made_all_the_same() -> None:
    collecting = asyncio.create_task(collect_when_quiet(lambda: False, every=0.01, longest=0.05))
    gone = weakref.ref(Circle())
    gc.collect(0)
    await freed(gone)
    collecting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await collecting
