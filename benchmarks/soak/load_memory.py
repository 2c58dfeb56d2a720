"""What the bot holds after more and more questions and index swaps; see `benchmarks.soak.load`."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.building import change_one
from benchmarks.soak.crowd import Fate, fates
from benchmarks.soak.figures import folder_mb, held
from benchmarks.soak.stage import NO_LIMITS, ROOT, Stage, print_turns, running, say

COLUMNS = (
    "questions",
    "swaps",
    "own MiB",
    "since 1,000",
    "mapped MiB",
    "files",
    "threads",
    "maps",
    "of deleted files",
    "builds MB",
)
_POINTS = 10
_AT_ONCE = 8


async def memory(data: Path, log: Path, questions: Sequence[str], swaps: int) -> list[tuple[str, ...]]:
    """Rows of the table of what the process holds, after more and more questions and swaps."""
    rows: list[tuple[str, ...]] = []
    draw = random.Random(11)  # noqa: S311 - the same every time
    async with running(data, log, WHOSAID_QUEUE="4/400", **NO_LIMITS) as stage:
        first, swapped, done = 0.0, 0, 0
        points = [1_000, *(round(len(questions) * part / _POINTS) for part in range(1, _POINTS + 1))]
        for point in sorted({point for point in points if 1_000 <= point <= len(questions)}):
            with stage.lag.phase("questions, pages, votes, contexts, suggestions"):
                await _asked(stage, questions[done:point], draw)
            done = point
            with stage.lag.phase("index swaps"):
                while first and swapped < round(swaps * point / len(questions)):
                    await _swap(stage)
                    swapped += 1
            with stage.lag.phase("reports"):
                for line in ("index-status", "unanswered", "feedback", "articles list"):
                    await stage.discord.slash(line)
            await asyncio.sleep(12)  # garbage is collected when it is quiet
            now = held(stage.bot.pid)
            first = first or now.own
            row = (
                str(done),
                str(swapped),
                f"{now.own:.1f}",
                f"{100 * now.own / first - 100:+.1f} %",
                f"{now.mapped:.0f}",
                *map(str, (now.files, now.threads, now.maps, now.deleted)),
                f"{folder_mb(data / 'builds'):.1f}",
            )
            rows.append(row)
            say(" | ".join(row))
            if point in {1_000, len(questions)}:
                os.kill(stage.bot.pid, signal.SIGUSR1)
                await asyncio.sleep(2)
    print_turns(stage.lag)
    told = stage.lag.census()
    if len(told) > 1:
        print(f"\nobjects: {told[0]['objects']} and {told[-1]['objects']}; discord.py's caches:")
        print(f"{json.dumps(told[0]['discord'])} and {json.dumps(told[-1]['discord'])}")
        grown = {
            name: count - told[0]["types"].get(name, 0)
            for name, count in told[-1]["types"].items()
            if count - told[0]["types"].get(name, 0) > 200
        }
        print(f"types that grew by more than 200: {json.dumps(grown)}")
    return rows


async def _asked(stage: Stage, questions: Sequence[str], draw: random.Random) -> None:
    """Ask all, a few at a time; every hundredth question brings clicks and suggestions."""
    members = itertools.cycle(stage.crowd.members)
    for start in range(0, len(questions), _AT_ONCE):
        few = questions[start : start + _AT_ONCE]
        told = await asyncio.gather(*(stage.crowd.ask_and_wait(one, next(members), 300) for one in few))
        if start % (12 * _AT_ONCE) == 0:
            await _used(stage, told[0].replies[0][1], next(members), draw)
    counts = fates(stage.crowd.asked)
    if counts[Fate.TWICE] or counts[Fate.FAILED] or counts[Fate.BUSY]:
        say(f"not as it should be: {dict(counts)}")
    stage.crowd.forget()


async def _used(stage: Stage, reply: dict[str, Any], member: str, draw: random.Random) -> None:
    discord = stage.discord
    items = [item for row in reply["components"] for item in row["components"] if not item.get("disabled")]
    buttons = {item.get("label") or item["emoji"]["name"] for item in items if item["type"] == 2}
    for label in ("Next", draw.choice("👍👎")):
        if label in buttons:
            await discord.click(reply, label, by=member)
    menus = [item for item in items if item["type"] == 3]
    if menus:
        await discord.choose(reply, menus[0]["options"][0]["value"], by=member)
    await discord.slash("who", by=member, focus="speaker", question="x", speaker=draw.choice("abcdefgh"))
    await discord.slash("who", by=member, focus="source", question="x", source=draw.choice("abcdefgh"))


async def _swap(stage: Stage) -> None:
    """Change one article, build as another process would, and wait until the bot answers from it."""
    change_one(stage.data / "corpus.jsonl")
    lines = len(stage.bot.lines)
    await _build(stage.data)
    await stage.bot.said("Using build", within=60, after=lines)


async def _build(data: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "index", "build", str(data / "corpus.jsonl"), "--data", str(data),
        cwd=ROOT, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    if await process.wait():
        raise SystemExit("a build failed")
