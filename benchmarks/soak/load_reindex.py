"""Questions while articles are embedded, and while nothing else is done; see `benchmarks.soak.load`."""

from __future__ import annotations

import asyncio
import itertools
import json
import statistics
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpus import Writer
from benchmarks.soak.stage import NO_LIMITS, Stage, print_turns, running, say

COLUMNS = (
    "idle questions",
    "median ms",
    "p95",
    "during a reindex",
    "median ms",
    "p95",
    "ratio",
    "build alone s",
    "with questions s",
)
_ASKED_IDLE = 100


async def reindex(
    data: Path, log: Path, questions: Sequence[str], writer: Writer, *, rounds: int, new: int
) -> tuple[str, ...]:
    """The row of the table: times of questions while nothing else is done and while articles are embedded."""
    waiting = iter(questions)
    idle: list[float] = []
    during: list[float] = []
    numbers = itertools.count(1_000_000)
    builds: dict[bool, list[float]] = {True: [], False: []}
    async with running(data, log, **NO_LIMITS) as stage:
        for turn in range(2 * rounds):
            asking = turn % 2 == 0
            if asking:
                idle += [await _timed(stage, next(waiting)) for _ in range(_ASKED_IDLE)]
            with (data / "corpus.jsonl").open("a", encoding="utf-8") as corpus:
                for number in itertools.islice(numbers, new):
                    corpus.write(json.dumps(writer.article(number), ensure_ascii=False) + "\n")
            with stage.lag.phase("questions during a reindex" if asking else "reindex alone"):
                use = await stage.discord.slash("reindex")
                message = use.original
                assert message is not None  # noqa: S101 - an admin's command has an answer
                kept = stage.discord.world.messages[message["id"]]
                await stage.discord.until(partial(_embedding, kept), 120)
                began = time.monotonic()
                while kept["components"]:
                    if asking and _embedding(kept):
                        during.append(await _timed(stage, next(waiting)))
                    else:
                        await asyncio.sleep(0.2)
                builds[asking].append(time.monotonic() - began)
            say(f"{kept['content'].splitlines()[0]}, {builds[asking][-1]:.0f} s from the first embedding on")
    print_turns(stage.lag)
    ratio = statistics.median(during) / statistics.median(idle)
    took = (f"{statistics.median(builds[asking]):.0f}" for asking in (False, True))
    return (*_figures(idle), *_figures(during), f"{ratio:.2f}", *took)


def _embedding(message: Mapping[str, Any]) -> bool:
    return "embedding" in message["content"]


def _figures(seconds: Sequence[float]) -> tuple[str, ...]:
    """How many they are; their median and 95th percentile in milliseconds."""
    p95 = sorted(seconds)[int(0.95 * len(seconds))]
    return (str(len(seconds)), f"{1e3 * statistics.median(seconds):.0f}", f"{1e3 * p95:.0f}")


async def _timed(stage: Stage, question: str) -> float:
    asked = await stage.crowd.ask_and_wait(question, stage.crowd.members[0], 120)
    return asked.seconds
