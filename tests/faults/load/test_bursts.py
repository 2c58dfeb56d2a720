"""More questions at once than are answered: each is answered or its member told to wait, exactly once."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from loopback.desk import Desk, desk_in

from benchmarks.soak.crowd import Crowd, Fate, fates

TOPICS = ("the swing bridge stays closed", "harbour tolls", "the fish market", "the moon is made of cheese")


@contextlib.asynccontextmanager
async def crowd_in(
    folder: Path, index: Path, members: int, **variables: str
) -> AsyncIterator[tuple[Crowd, Desk]]:
    async with desk_in(folder / "desk", index, **variables) as desk:
        yield Crowd(desk.discord, members), desk


def questions(count: int) -> list[str]:
    return [f"!who said {TOPICS[number % len(TOPICS)]}" for number in range(count)]


async def test_whoever_finds_the_queue_full_is_told_and_nobody_is_forgotten(
    kiosk_index: Path, tmp_path: Path
) -> None:
    async with crowd_in(tmp_path, kiosk_index, 40, WHOSAID_QUEUE="2/10") as (crowd, _):
        asked = await crowd.burst(questions(200))
        await crowd.settled(quiet=20, within=60)
        counts = fates(asked)
        assert set(counts) == {Fate.ANSWERED, Fate.BUSY}
        assert counts.total() == 200
        assert counts[Fate.ANSWERED] >= 12  # those that found a place at once
        again = await crowd.ask_and_wait(questions(1)[0], crowd.members[0])
        assert again.fate is Fate.ANSWERED  # the places are free again


async def test_with_room_for_all_everybody_is_answered_once(kiosk_index: Path, tmp_path: Path) -> None:
    async with crowd_in(tmp_path, kiosk_index, 20, WHOSAID_QUEUE="4/100") as (crowd, _):
        asked = await crowd.burst(questions(100))
        await crowd.settled(quiet=20, within=60)
        assert fates(asked) == {Fate.ANSWERED: 100}


async def test_each_member_over_a_limit_is_told_once_how_long_to_wait(
    kiosk_index: Path, tmp_path: Path
) -> None:
    limits = {"WHOSAID_MEMBER_LIMIT": "2/300", "WHOSAID_SERVER_LIMIT": "21/300"}
    async with crowd_in(tmp_path, kiosk_index, 10, **limits) as (crowd, _):
        first = await crowd.burst(questions(10))  # one of each, within all limits but for the start's own
        await crowd.settled(quiet=20, within=60)
        rest = await crowd.burst(questions(40))
        await crowd.settled(quiet=2, within=60)
        assert fates(first) == {Fate.ANSWERED: 10}
        counts = fates(rest)
        assert counts[Fate.ANSWERED] == 10  # the second of each
        assert counts[Fate.COOLDOWN] == 10  # the third is told
        assert counts[Fate.TOLD_BEFORE] == 20  # and no more while the member waits
        assert set(counts) == {Fate.ANSWERED, Fate.COOLDOWN, Fate.TOLD_BEFORE}


async def test_a_full_server_tells_every_member_of_it(kiosk_index: Path, tmp_path: Path) -> None:
    async with crowd_in(tmp_path, kiosk_index, 30, WHOSAID_SERVER_LIMIT="11/300") as (crowd, _):
        asked = await crowd.burst(questions(60))
        await crowd.settled(quiet=3, within=60)
        counts = fates(asked)
        assert set(counts) == {Fate.ANSWERED, Fate.COOLDOWN, Fate.TOLD_BEFORE}
        assert counts[Fate.ANSWERED] in {10, 11}  # the question that the desk began with may have counted
        assert counts[Fate.COOLDOWN] == 30  # each member once
