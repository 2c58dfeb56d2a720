"""How late the event loop is: how long whatever becomes ready waits for what is being done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

EVERY_S = 0.05
"""How often it is measured: a block that lasts longer is never missed."""


async def measure_lag(observe: Callable[[float], None], every: float = EVERY_S) -> None:
    """Give `observe` by how many seconds the loop came too late to a call that was due, until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every
        await asyncio.sleep(every)
        observe(max(0.0, loop.time() - due))
