"""Collecting garbage when nobody waits, and not going through what stays for long.

A full collection goes through every object of every module and of the index in one go, and nothing is
answered meanwhile: a tenth of a second, and more while a burst of questions is being worked off.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable

_EVERY_S = 10.0
_LONGEST_S = 600.0
_NEVER = 1_000_000


def set_aside() -> None:
    """Go no more through what there is now. It is still freed as soon as nothing refers to it; only what
    goes in circles is not.
    """
    gc.collect(1)
    gc.freeze()


async def collect_when_quiet(
    quiet: Callable[[], bool], every: float = _EVERY_S, longest: float = _LONGEST_S
) -> None:
    """Make full collections only when it is `quiet`, until cancelled; young garbage is collected as always.

    They are `every` so many seconds, and where it is never quiet after `longest`.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(*thresholds[:2], _NEVER)
    try:
        while True:
            await asyncio.sleep(every)
            waited = every
            while not quiet() and waited < longest:
                await asyncio.sleep(every / 10)
                waited += every / 10
            gc.collect()
    finally:
        gc.set_threshold(*thresholds)
