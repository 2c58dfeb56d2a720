"""More questions at once than are answered: each is answered or its member told to wait, exactly once."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from pathlib import Path

from loopback.desk import desk_in

from benchmarks.soak.crowd import Crowd, Fate, fates
from benchmarks.soak.stage import NO_LIMITS, Stage, running

TOPICS = ("the swing bridge stays closed", "harbour tolls", "the fish market", "the moon is made of cheese")


def questions(count: int) -> list[str]:
    return [f"!who said {TOPICS[number % len(TOPICS)]}" for number in range(count)]


async def test_whoever_finds_the_queue_full_is_told_and_nobody_is_forgotten(
    kiosk_index: Path, tmp_path: Path
) -> None:
    async with desk_in(tmp_path / "desk", kiosk_index, WHOSAID_QUEUE="4/36") as desk:
        crowd = Crowd(desk.discord, 40)
        few = await crowd.burst(questions(40))
        await crowd.settled(quiet=20, within=60)
        assert fates(few) == {Fate.ANSWERED: 40}
        many = await crowd.burst(questions(120))
        await crowd.settled(quiet=20, within=60)
        counts = fates(many)
        assert set(counts) == {Fate.ANSWERED, Fate.BUSY}
        assert counts.total() == 120
        assert counts[Fate.ANSWERED] >= 40  # those that found a place at once
        after = await crowd.ask_and_wait(questions(1)[0], crowd.members[0])
        assert after.fate is Fate.ANSWERED  # the places are free again


async def test_each_member_over_a_limit_is_told_how_long_to_wait_and_reminded_by_signs(
    kiosk_index: Path, tmp_path: Path
) -> None:
    limits = {"WHOSAID_MEMBER_LIMIT": "2/300", "WHOSAID_SERVER_LIMIT": "31/300"}
    async with desk_in(tmp_path / "desk", kiosk_index, **limits) as desk:
        crowd = Crowd(desk.discord, 10)
        own = await crowd.burst(questions(40))
        await crowd.settled(quiet=20, within=60)
        assert fates(own) == {Fate.ANSWERED: 20, Fate.COOLDOWN: 10, Fate.SIGNED: 10}
        others = Crowd(desk.discord, 20)
        shared = await others.burst(questions(20))
        await others.settled(quiet=20, within=60)
        counts = fates(shared)
        assert set(counts) == {Fate.ANSWERED, Fate.COOLDOWN}  # each member hears of the server's limit
        assert counts[Fate.ANSWERED] in {10, 11}  # the question that the desk begins with counts, too
        assert counts.total() == 20


async def test_answers_leave_next_to_nothing_for_a_collection_of_garbage(
    kiosk_index: Path, tmp_path: Path
) -> None:
    """Nothing is answered while garbage is collected: a tenth of a second after thousands of answers."""
    shutil.copytree(kiosk_index, tmp_path / "desk")
    log = tmp_path / "log"
    async with running(tmp_path / "desk" / "data", log, WHOSAID_QUEUE="4/60", **NO_LIMITS) as stage:
        await garbage(stage)
        asked = await stage.crowd.burst(questions(60))
        await stage.crowd.settled(quiet=20, within=60)
        assert fates(asked) == {Fate.ANSWERED: 60}
        assert await garbage(stage) < 60


async def garbage(stage: Stage) -> int:
    """How many objects waited for a collection."""
    before = len(stage.lag.census())
    os.kill(stage.bot.pid, signal.SIGUSR1)
    for _ in range(600):
        await asyncio.sleep(0.05)
        if len(told := stage.lag.census()) > before:
            return int(told[-1]["garbage"])
    raise TimeoutError
