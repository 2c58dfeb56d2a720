"""Many members at once, for long: `python -m benchmarks.soak.load [--questions 20000] [--swaps 20] [--parts ...]`.

The unmodified bot, watched from inside (`benchmarks.soak.watched_bot`), runs against the loopback Discord
of the tests over a made-up corpus (`benchmarks.corpus`). Discord and its members are this process.

- bursts: 2,000 questions of 200 members, as fast as they can be sent: over the queue as it is, over one with
  room for all, and under the limits as they are. What came of each is counted.
- memory: so many questions of many kinds, with pages turned, votes, contexts and suggestions in between, and
  so many index swaps, evenly spread; what the process holds is taken every twentieth of the way.
- reindex: questions one after the other, in turns while nothing else is done and while `/reindex` embeds
  new articles; and what the same build takes while nobody asks.

Prints tables in Markdown. A turn of the event loop is all that runs between two of its waits; that of the
loop being late (another thread has the interpreter) counts too.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import platform
import random
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))

from loopback.objects import OWNER, TOKEN  # noqa: E402
from loopback.process import BotProcess  # noqa: E402
from loopback.server import LoopbackDiscord  # noqa: E402

import index  # noqa: E402
from benchmarks.answers import questions as questions_over  # noqa: E402
from benchmarks.building import change_one  # noqa: E402
from benchmarks.corpus import Source, Writer, blending_encoder, write_corpus  # noqa: E402
from benchmarks.soak.crowd import Crowd, Fate, fates  # noqa: E402
from benchmarks.soak.figures import folder_mb, held  # noqa: E402
from benchmarks.soak.lag import Lag  # noqa: E402
from benchmarks.soak.watched_bot import LOG  # noqa: E402
from index.building.pipeline import build  # noqa: E402

BURST, MEMBERS = 2_000, 200
_POINTS = 20
_AT_ONCE = 8
_ROUNDS = 3
_ASKED_IDLE = 100
_NEW_ARTICLES = 120
_OFF = {"WHOSAID_MEMBER_LIMIT": "off", "WHOSAID_SERVER_LIMIT": "off"}
_ODD = (
    "!ask", "!who said the moon is made of cheese", "!quotes Nobody Atall", "!ask source:Ashby the council",
    "!help", "!sources", "!what did Putin say about \u202echeese", "!ask " + "words " * 200, "!privacy",
)  # fmt: skip


@dataclass(slots=True)
class Stage:
    """A running bot and its crowd."""

    discord: LoopbackDiscord
    bot: BotProcess
    crowd: Crowd
    lag: Lag
    data: Path


@contextlib.asynccontextmanager
async def running(data: Path, log: Path, **variables: str) -> AsyncIterator[Stage]:
    """The bot over the index in `data`; its start and its end are phases of their own."""
    settings = {"DISCORD_TOKEN": TOKEN, "WHOSAID_DATA": str(data), LOG: str(log), **variables}
    lag = Lag(log)
    async with LoopbackDiscord() as discord:
        bot = BotProcess(discord.host, data.parent, settings, module="benchmarks.soak.watched_bot")
        crowd = Crowd(discord, MEMBERS)
        try:
            with lag.phase("start, first answers"):
                await bot.start()
                await discord.until(lambda: discord.gateway.identifies, 120)
                for question in ("!ask the council", "!who said the council voted"):
                    await crowd.ask_and_wait(question, OWNER, 120)
            crowd.forget()
            yield Stage(discord, bot, crowd, lag, data)
            with lag.phase("stop"):
                code = await bot.stop()
            _say(f"the bot ended with exit code {code}")
        finally:
            await bot.close()


async def bursts(data: Path, log: Path, questions: Sequence[str]) -> list[str]:
    """Rows of the table of bursts."""
    rows = []
    for name, variables in (
        ("queue 4/40, no limits", _OFF),
        (f"queue 4/{BURST}, no limits", {**_OFF, "WHOSAID_QUEUE": f"4/{BURST}"}),
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
        bad = counts[Fate.LOST] + counts[Fate.TWICE] + counts[Fate.FAILED]
        rows.append(
            f"| {name} | {len(asked)} | {counts[Fate.ANSWERED]} | {told} | {counts[Fate.TOLD_BEFORE]} | {bad} | {last:.1f} |"
        )
        _say(rows[-1])
        print(f"\n{name}:\n\n{stage.lag.table()}\n{_culprits(stage.lag)}", flush=True)
    return rows


async def memory(data: Path, log: Path, questions: Sequence[str], swaps: int) -> list[str]:
    """Rows of the table of what the process holds, after more and more questions and swaps."""
    rows: list[str] = []
    draw = random.Random(11)  # noqa: S311 - the same every time
    async with running(data, log, WHOSAID_QUEUE="4/400", **_OFF) as stage:
        first, swapped, done = 0.0, 0, 0
        points = [1_000, *(round(len(questions) * part / _POINTS) for part in range(1, _POINTS + 1))]
        for point in sorted({point for point in points if point <= len(questions)}):
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
            rows.append(
                f"| {done} | {swapped} | {now.own:.1f} | {100 * now.own / first - 100:+.1f} % | {now.mapped:.0f} | "
                f"{now.files} | {now.threads} | {now.maps} | {now.deleted} | {folder_mb(data / 'builds'):.1f} |"
            )
            _say(rows[-1])
            if point in {1_000, len(questions)}:
                os.kill(stage.bot.pid, signal.SIGUSR1)
                await asyncio.sleep(2)
    _say(stage.lag.table())
    print(f"\n{stage.lag.table()}\n{_culprits(stage.lag)}")
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
        _say(f"not as it should be: {dict(counts)}")
    stage.crowd.forget()


async def _used(stage: Stage, reply: dict[str, object], member: str, draw: random.Random) -> None:
    discord = stage.discord
    with contextlib.suppress(StopIteration, PermissionError):  # no such button under this answer
        await discord.click(reply, "Next", by=member)
    with contextlib.suppress(StopIteration):
        await discord.click(reply, draw.choice("👍👎"), by=member)
    rows = [item for row in reply["components"] for item in row["components"] if item["type"] == 3]  # type: ignore[attr-defined]
    if rows:
        await discord.choose(reply, rows[0]["options"][0]["value"], by=member)
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


async def reindex(data: Path, log: Path, questions: Sequence[str], writer: Writer) -> str:
    """Times of questions while nothing else is done and while articles are embedded."""
    waiting = iter(questions)
    idle: list[float] = []
    during: list[float] = []
    numbers = itertools.count(1_000_000)
    builds: dict[bool, list[float]] = {True: [], False: []}
    async with running(data, log, **_OFF) as stage:
        for turn in range(2 * _ROUNDS):
            asking = turn % 2 == 0
            if asking:
                idle += [await _timed(stage, next(waiting)) for _ in range(_ASKED_IDLE)]
            with (data / "corpus.jsonl").open("a", encoding="utf-8") as corpus:
                for number in itertools.islice(numbers, _NEW_ARTICLES):
                    corpus.write(json.dumps(writer.article(number), ensure_ascii=False) + "\n")
            with stage.lag.phase("questions during a reindex" if asking else "reindex alone"):
                use = await stage.discord.slash("reindex")
                message = use.original
                assert message is not None  # noqa: S101 - an admin's command has an answer
                kept = stage.discord.world.messages[message["id"]]
                await stage.discord.until(lambda kept=kept: "embedding" in kept["content"], 120)
                began = time.monotonic()
                while kept["components"]:
                    if asking and "embedding" in kept["content"]:
                        during.append(await _timed(stage, next(waiting)))
                    else:
                        await asyncio.sleep(0.2)
                builds[asking].append(time.monotonic() - began)
            _say(f"{kept['content'].splitlines()[0]}, {builds[asking][-1]:.0f} s from the first embedding on")
    print(f"\n{stage.lag.table()}\n{_culprits(stage.lag)}")
    before, after = statistics.median(idle), statistics.median(during)
    took = [statistics.median(builds[asking]) for asking in (False, True)]
    return (
        f"| {len(idle)} | {1e3 * before:.0f} | {1e3 * _p95(idle):.0f} | {len(during)} | {1e3 * after:.0f} | "
        f"{1e3 * _p95(during):.0f} | {after / before:.2f} | {took[0]:.0f} | {took[1]:.0f} |"
    )


async def _timed(stage: Stage, question: str) -> float:
    asked = await stage.crowd.ask_and_wait(question, stage.crowd.members[0], 120)
    return asked.seconds


def _p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds))]


def _culprits(lag: Lag) -> str:
    """Where the loop was in turns above 100 ms."""
    told = []
    for turn in lag.long_turns():
        ours = [line for line in turn["stack"] if "/bot/" in line or "/index/" in line or "/discord/" in line]
        told.append(
            f"- {turn['phase']}: {1e3 * turn['wall']:.0f} ms, computing {1e3 * turn['cpu']:.0f}, collecting garbage "
            f"{1e3 * turn['collected']:.0f}: {'; '.join(line.replace(str(ROOT), '') for line in ours[:3])}"
        )
    return "\n".join(told)


def _say(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)


async def _questions(data: Path, count: int) -> list[str]:
    """Questions of all kinds; every fiftieth is an odd one."""
    async with index.open(data) as library:
        found = await questions_over(library, min(count, 6_000))
    usual = itertools.cycle(f"!ask {text}" for _, text in found)
    return [
        _ODD[number // 50 % len(_ODD)] if number % 50 == 49 else next(usual) for number in range(count)
    ]


def _prepared(data: Path, passages: int) -> Source:
    """A corpus and its index; the source of its sentences."""
    data.mkdir(parents=True)
    source = Source.read([ROOT / "seeds"])
    write_corpus(data / "corpus.jsonl", source, passages)
    encoder = blending_encoder(source, data)
    build(data, [data / "corpus.jsonl"], encoder, model=None, listener=lambda event: None)
    return source


def main() -> int:
    """Run the parts, and print their tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--swaps", type=int, default=20)
    parser.add_argument("--passages", type=int, default=2_000, help="how big the corpus is")
    parser.add_argument("--parts", nargs="+", default=["bursts", "memory", "reindex"])
    parser.add_argument("--seed", type=int, default=1, help="which of the questions come in which order")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-load-") as name:
        data = Path(name) / "data"
        _say("making the corpus and its index")
        source = _prepared(data, options.passages)
        questions = asyncio.run(_questions(data, max(options.questions, BURST)))
        random.Random(options.seed).shuffle(questions)  # noqa: S311 - the same every time
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
        log = Path(name) / "turns"
        if "bursts" in options.parts:
            asks = [question for question in questions if question.startswith("!ask ")]
            rows = asyncio.run(bursts(data, log, asks))
            print("\n| burst | questions | answered | told to wait | asked again while told to wait | lost, twice,")
            print(" failed | the last after, s |".replace(" failed", "failed"), end="\n|---|---|---|---|---|---|---|\n")
            print("\n".join(rows), flush=True)
        if "memory" in options.parts:
            rows = asyncio.run(memory(data, log.with_suffix(".memory"), questions[: options.questions], options.swaps))
            print("\n| questions | swaps | own MiB | since 1,000 | mapped MiB | files | threads | maps | of deleted files | builds MB |")
            print("|---" * 10 + "|")
            print("\n".join(rows), flush=True)
        if "reindex" in options.parts:
            writer = Writer(source, options.passages)
            row = asyncio.run(reindex(data, log.with_suffix(".reindex"), questions, writer))
            print("\n| idle: questions | median ms | p95 | during: questions | median ms | p95 | ratio | build alone s | with questions s |")
            print("|---" * 9 + "|")
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
