"""The bot killed at its work, and begun twice: nothing is lost, and it says what became of what it was at."""

from __future__ import annotations

import random

from faults.discord.killing import Fate, Killing
from loopback.desk import Desk
from loopback.process import BotProcess


async def test_a_second_bot_on_the_data_folder_ends_with_a_sentence(desk: Desk) -> None:
    second = BotProcess(desk.discord.host, desk.kiosk.folder, desk.kiosk.variables)
    starts = desk.discord.gateway.identifies
    await second.start()
    try:
        assert await second.ended() == 1
    finally:
        await second.close()
    assert len(second.lines) == 1 and "another bot runs on this data folder" in second.lines[0]
    assert desk.discord.gateway.identifies == starts
    assert await desk.kiosk.ask("!help")


async def test_nothing_is_lost_by_a_kill(desk: Desk) -> None:
    killing = Killing(desk, random.Random(6))  # noqa: S311  (no secret)
    await killing.prepare()
    fates = [await killing.reindexing(), await killing.adding()]
    await desk.discord.slash("settings prefix", by=desk.manager, prefix="!")
    assert not killing.problems
    assert Fate.LEFT not in fates
