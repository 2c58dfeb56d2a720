"""Time from a message to the reply: `python -m benchmarks.replies [DATA...] [--questions 200] [--burst N]`.

The unmodified `python -m bot` runs against the loopback Discord of the tests, on each data folder (by
default on an index of `seeds/`, built first). Its questions are those of `benchmarks.answers`, asked
one after the other, each once; with `--burst` as many members then ask at the same moment. The time
is from the sending of the message to the arrival of the reply at Discord: gateway, cooldowns, queue,
search, rendering, keeping the answer for its buttons, REST. Limits on questions are off.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests"))

from loopback.objects import TOKEN  # noqa: E402
from loopback.process import BotProcess  # noqa: E402
from loopback.server import LoopbackDiscord  # noqa: E402

import index  # noqa: E402
from benchmarks.answers import questions as questions_over  # noqa: E402
from benchmarks.entry import at_least, run_benchmark  # noqa: E402
from benchmarks.tables import print_head, print_row  # noqa: E402
from index.encoding.exports import MODELS  # noqa: E402

_WARM_UP = 10
_START_S = 300.0
_REPLY_S = 120.0


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds from message to reply, each."""

    name: str
    seconds: tuple[float, ...]

    def figures(self) -> tuple[str, ...]:
        """How many they are; their median, 95th percentile and longest in milliseconds."""
        ordered = sorted(self.seconds)
        p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        seconds = (statistics.median(ordered), p95, ordered[-1])
        return (str(len(ordered)), *(f"{1000 * one:.0f}" for one in seconds))


async def measure(data: Path, count: int, burst: int) -> list[Times]:
    """The times over the index in `data`, which is left as it is."""
    async with index.open(data) as library:
        questions = [text for _, text in await questions_over(library, count + _WARM_UP + burst)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("builds", MODELS):
            (folder / part).symlink_to((data / part).resolve())
        (folder / "CURRENT").write_bytes((data / "CURRENT").read_bytes())
        variables = {
            "DISCORD_TOKEN": TOKEN,
            "WHOSAID_DATA": name,
            "WHOSAID_MEMBER_LIMIT": "off",
            "WHOSAID_SERVER_LIMIT": "off",
            "WHOSAID_QUEUE": f"4/{max(burst, 40)}",
        }
        async with LoopbackDiscord() as discord:
            bot = BotProcess(discord.host, folder, variables)
            await bot.start()
            try:
                await discord.until(lambda: discord.gateway.identifies, _START_S)
                return await _asked(discord, questions, count, burst)
            finally:
                await bot.close()


async def _asked(discord: LoopbackDiscord, questions: Sequence[str], count: int, burst: int) -> list[Times]:
    member = discord.person("member")
    for question in questions[:_WARM_UP]:
        await _reply(discord, question, member)
    alone = [await _reply(discord, question, member) for question in questions[_WARM_UP : _WARM_UP + count]]
    times = [Times("one after the other", tuple(alone))]
    if burst:
        members = [discord.person(f"member {number}") for number in range(burst)]
        asked = zip(questions[_WARM_UP + count :], members, strict=False)
        together = await asyncio.gather(*(_reply(discord, question, member) for question, member in asked))
        times.append(Times(f"{burst} members at once", tuple(together)))
    return times


async def _reply(discord: LoopbackDiscord, question: str, member: str) -> float:
    begun = time.perf_counter()
    message = await discord.say(f"!ask {question}", by=member)
    await discord.reply(message, within=_REPLY_S)
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="*", type=Path, help="folders with an index")
    parser.add_argument("--questions", type=at_least(1), default=200)
    parser.add_argument("--burst", type=at_least(0), default=0, help="members who ask at the same moment")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as built:
        folders = options.data or [_seeds(Path(built))]
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        print_head("asked", "questions", "median ms", "p95 ms", "longest ms")
        for data in folders:
            for times in asyncio.run(measure(data, options.questions, options.burst)):
                name = times.name if len(folders) == 1 else f"{data.name}: {times.name}"
                print_row(name, *times.figures())


def _seeds(folder: Path) -> Path:
    from index.cli import main as index_command

    if index_command(["build", str(ROOT / "seeds"), "--data", str(folder)]) != 0:
        raise SystemExit(1)
    return folder


if __name__ == "__main__":
    run_benchmark(main)
