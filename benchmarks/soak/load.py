"""Many members at once, for long: `python -m benchmarks.soak.load [--questions 20000] [--swaps 20] [--parts ...]`.

The unmodified bot, watched from inside (`benchmarks.soak.watched_bot`), runs against the loopback Discord
of the tests over a made-up corpus (`benchmarks.corpus`). Discord and its members are this process.

- bursts: 2,000 questions of 200 members, as fast as they can be sent: over the queue as it is, over one with
  room for all, and under the limits as they are. What came of each is counted.
- memory: so many questions of many kinds, with pages turned, votes, contexts and suggestions in between, and
  so many index swaps, evenly spread; what the process holds is taken at every tenth of the way.
- reindex: questions one after the other, in turns while nothing else is done and while `/reindex` embeds
  new articles; and what the same build takes while nobody asks.

Prints tables in Markdown. A turn of the event loop is all that runs between two of its waits; that of the
loop being late (another thread has the interpreter) counts too.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import platform
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import index
from benchmarks.answers import questions as questions_over
from benchmarks.corpus import Source, Writer, blending_encoder, write_corpus
from benchmarks.entry import at_least, run_benchmark
from benchmarks.soak import load_memory, load_reindex
from benchmarks.soak.crowd import Fate, fates
from benchmarks.soak.stage import NO_LIMITS, ROOT, print_turns, running, say
from benchmarks.tables import print_head, print_row
from index.building.pipeline import build
from index.encoding.exports import MODELS

BURST = 2_000
COLUMNS = (
    "limits",
    "questions",
    "answered",
    "told to wait by a message",
    "by a reaction",
    "nothing",
    "twice or failed",
    "the last after, s",
)
_ODD = (
    "!ask", "!who said the moon is made of cheese", "!quotes Nobody Atall", "!ask source:Ashby the council",
    "!help", "!sources", "!what did Putin say about \u202echeese", "!ask " + "words " * 200, "!privacy",
)  # fmt: skip


async def bursts(data: Path, log: Path, questions: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows of the table of bursts."""
    rows: list[tuple[str, ...]] = []
    for name, variables in (
        ("queue 4/40, no limits", NO_LIMITS),
        (f"queue 4/{BURST}, no limits", {**NO_LIMITS, "WHOSAID_QUEUE": f"4/{BURST}"}),
        ("all limits as they are", {}),
    ):
        async with running(data, log.with_suffix(f".{len(rows)}"), **variables) as stage:
            began = time.monotonic()
            with stage.lag.phase("burst"):
                asked = await stage.crowd.burst(questions[:BURST])
                await stage.crowd.settled(quiet=15, within=900)
            counts = fates(asked)
            last = max(one.replies[-1][0] for one in asked if one.replies) - began
        told = counts[Fate.BUSY] + counts[Fate.COOLDOWN]
        bad = len(asked) - counts[Fate.ANSWERED] - told - counts[Fate.SIGNED] - counts[Fate.LOST]
        figures = (len(asked), counts[Fate.ANSWERED], told, counts[Fate.SIGNED], counts[Fate.LOST], bad)
        rows.append((name, *map(str, figures), f"{last:.1f}"))
        say(" | ".join(rows[-1]))
        print(f"\n{name}:")
        print_turns(stage.lag)
    return rows


async def _questions(data: Path, count: int) -> list[str]:
    """Questions of all kinds; every fiftieth is an odd one."""
    async with index.open(data) as library:
        found = await questions_over(library, min(count, 6_000))
    usual = itertools.cycle(f"!ask {text}" for _, text in found)
    return [_ODD[number // 50 % len(_ODD)] if number % 50 == 49 else next(usual) for number in range(count)]


def _prepared(data: Path, passages: int, exported: Path | None) -> Source:
    """A corpus and its index; the source of its sentences."""
    data.mkdir(parents=True)
    if exported is not None:
        shutil.copytree(exported / MODELS, data / MODELS)
    source = Source.read([ROOT / "seeds"])
    write_corpus(data / "corpus.jsonl", source, passages)
    encoder = blending_encoder(source, data)
    build(data, [data / "corpus.jsonl"], encoder, model=None, listener=lambda event: None)
    return source


def _print_table(head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
    print()
    print_head(*head)
    for row in rows:
        print_row(*row)


def main() -> int:
    """Run the parts, and print their tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=at_least(1), default=20_000)
    parser.add_argument("--swaps", type=at_least(1), default=20)
    parser.add_argument("--passages", type=at_least(1), default=2_000, help="how big the corpus is")
    parser.add_argument("--rounds", type=at_least(1), default=3, help="how often a reindex is measured")
    parser.add_argument("--new", type=at_least(1), default=120, help="articles that each reindex embeds")
    parser.add_argument(
        "--model-of", type=Path, metavar="DATA", help="take its exported model, not a new one"
    )
    parser.add_argument("--parts", nargs="+", default=["bursts", "memory", "reindex"])
    parser.add_argument("--seed", type=int, default=1, help="which of the questions come in which order")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-load-") as name:
        data = Path(name) / "data"
        say("making the corpus and its index")
        source = _prepared(data, options.passages, options.model_of)
        questions = asyncio.run(_questions(data, max(options.questions, BURST + BURST // 20)))
        random.Random(options.seed).shuffle(questions)  # noqa: S311 - the same every time
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
        log = Path(name) / "turns"
        if "bursts" in options.parts:
            asks = [question for question in questions if question.startswith("!ask ")]
            _print_table(COLUMNS, asyncio.run(bursts(data, log, asks)))
        if "memory" in options.parts:
            asked = questions[: options.questions]
            log_of_it = log.with_suffix(".memory")
            rows = asyncio.run(load_memory.memory(data, log_of_it, asked, options.swaps))
            _print_table(load_memory.COLUMNS, rows)
        if "reindex" in options.parts:
            writer = Writer(source, options.passages)
            timing = load_reindex.reindex(
                data, log.with_suffix(".reindex"), questions, writer, rounds=options.rounds, new=options.new
            )
            row = asyncio.run(timing)
            _print_table(load_reindex.COLUMNS, [row])
    return 0


if __name__ == "__main__":
    run_benchmark(main)
