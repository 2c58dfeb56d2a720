from __future__ import annotations

import asyncio
import contextlib
import time

from bot.metrics.loop_lag import measure_lag


async def test_a_blocked_loop_is_seen() -> None:
    lags: list[float] = []
    measuring = asyncio.create_task(measure_lag(lags.append, every=0.01))
    await asyncio.sleep(0.05)
    assert lags
    time.sleep(0.2)  # noqa: ASYNC251 - what must never be done
    await asyncio.sleep(0.05)
    measuring.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await measuring
    assert max(lags) > 0.15
