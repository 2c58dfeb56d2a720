"""The bot killed at its work: nothing is lost, and it says what became of what it was at."""

from __future__ import annotations

import random

from faults.discord.killing import Fate, Killing
from loopback.desk import Desk


async def test_nothing_is_lost_by_a_kill(desk: Desk) -> None:
    killing = Killing(desk, random.Random(6))  # noqa: S311  (no secret)
    await killing.prepare()
    fates = [await killing.reindexing() for _ in range(3)] + [await killing.adding()]
    await desk.discord.slash("settings prefix", by=desk.manager, prefix="!")
    assert not killing.problems
    assert Fate.LEFT not in fates
