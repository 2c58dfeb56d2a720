"""kill -9 of the bot at its work: `python -m benchmarks.soak.bot [--times 50] [--seed 1] [--questions 200]`.

The unmodified `python -m bot` runs against the loopback Discord of the tests. Each time it is killed at a
random moment of a /reindex while a member votes, and a fifth as often while an article is added; then it
is started again and looked at (see tests/faults/discord/killing.py). Before that members ask `--questions`
while requests fail at random, before and after Discord has carried them out, and the gateway is cut.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))

from faults.discord.killing import Fate, Killing  # noqa: E402
from loopback.desk import Desk, desk_in  # noqa: E402
from loopback.kiosk import build_kiosk  # noqa: E402

from benchmarks.entry import at_least, run_benchmark  # noqa: E402
from benchmarks.tables import print_head, print_row  # noqa: E402
from index.encoding.choosing import load_encoder  # noqa: E402

_ASKED = "!who said the swing bridge stays closed"
_SEND = r"POST /channels/\d+/messages"
_ANSWERED_S = 120.0


@dataclass(slots=True)
class Row:
    """A line of the table: what was done, how often, what came of it, what was lost."""

    what: str
    times: int = 0
    met: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def cells(self) -> tuple[str, ...]:
        """The cells of the line."""
        met = "; ".join(f"{name}: {count}" for name, count in self.met.most_common())
        lost = f"{len(self.problems)}: {'; '.join(self.problems[:3])}" if self.problems else "nothing"
        return (self.what, str(self.times), met, lost)


async def kills(killing: Killing, what: str, times: int, once: Callable[[], Awaitable[Fate]]) -> Row:
    """Kill the bot so often."""
    row = Row(f"kill -9 of the bot during {what}")
    for number in range(times):
        known = len(killing.problems)
        began = time.monotonic()
        try:
            fate = await once()
        except (AssertionError, TimeoutError) as error:
            row.problems.append(f"{type(error).__name__}: {error}")
            traceback.print_exc()
            print("\n".join(killing.desk.kiosk.bot.lines[-20:]), file=sys.stderr)
            break
        row.times += 1
        row.met[fate] += 1
        row.problems += killing.problems[known:]
        if fate is Fate.LEFT:
            row.problems.append(str(fate))
        took = time.monotonic() - began
        print(f"{what}: {number + 1} of {times}, {took:.0f} s, {len(row.problems)} lost", file=sys.stderr)
    return row


async def storm(desk: Desk, rng: random.Random, questions: int) -> Row:
    """Ask while Discord fails at random."""
    row = Row("questions while REST fails and the gateway is cut", questions)
    faults, gateway = desk.discord.faults, desk.discord.gateway
    resumes, asked = gateway.resumes, []
    for _ in range(questions):
        kind = rng.choice(["none", "500", "503", "429", "cut", "gateway cut"])
        stored = kind not in {"none", "429"} and rng.random() < 0.5
        if kind == "cut":
            faults.cut(_SEND, stored=stored)
        elif kind.isdigit():
            faults.rest(_SEND, 1, int(kind), stored=stored, retry_after=0.1)
        elif kind == "gateway cut":
            gateway.cut()
        row.met[kind + (", stored" if stored else "")] += 1
        asked.append(await desk.discord.say(_ASKED, by=desk.member))
        await asyncio.sleep(rng.uniform(0, 0.5))
    lost = 0
    for one in asked:
        try:
            await desk.discord.reply(one, _ANSWERED_S)
        except TimeoutError:
            lost += 1
    await asyncio.sleep(2)
    twice = sum(len(desk.discord.replies(one)) > 1 for one in asked)
    excuses = Counter(
        reply["content"] for one in asked for reply in desk.discord.replies(one) if not reply["embeds"]
    )
    row.problems += [f"{count} answered by {text!r}" for text, count in excuses.items()]
    for count, what in ((lost, "lost"), (twice, "answered twice")):
        if count:
            row.problems.append(f"{count} {what}")
    row.met["resumed"] = gateway.resumes - resumes
    return row


async def deaf(desk: Desk) -> Row:
    """Let the gateway acknowledge nothing, until the bot gives the connection up."""
    row = Row("a gateway that falls silent, without closing", 1)
    gateway = desk.discord.gateway
    gateway.heartbeat_ms = 5_000
    starts = gateway.identifies
    gateway.cut()
    await desk.discord.until(lambda: gateway.connected, 60)
    resumes = gateway.resumes
    desk.discord.faults.gateway.deaf = True
    began = time.monotonic()
    try:
        await desk.discord.until(lambda: gateway.resumes > resumes or gateway.identifies > starts, 150)
    except TimeoutError:
        row.problems.append("the connection was not given up")
    desk.discord.faults.gateway.deaf = False
    row.met[f"resumed after {time.monotonic() - began:.0f} s"] = gateway.resumes - resumes
    asked = await desk.discord.say(_ASKED)
    await desk.discord.reply(asked, _ANSWERED_S)
    return row


async def hanging(desk: Desk) -> Row:
    """Let a request hang that Discord has carried out."""
    row = Row("a request that hangs, carried out in the end", 1)
    desk.discord.faults.cut(_SEND, stored=True, wait_s=45)
    began = time.monotonic()
    asked = await desk.discord.say(_ASKED)
    await desk.discord.reply(asked, _ANSWERED_S)
    row.met[f"answered after {time.monotonic() - began:.0f} s"] = 1
    await asyncio.sleep(20)
    if len(desk.discord.replies(asked)) > 1:
        row.problems.append("answered twice")
    return row


async def soak(times: int, seed: int, questions: int) -> list[Row]:
    """All of it, in a folder that is gone afterwards."""
    rng = random.Random(seed)  # noqa: S311  (kills need no secret)
    with tempfile.TemporaryDirectory(prefix="whosaid-soak-") as name:
        folder = Path(name)
        (folder / "kiosk").mkdir()
        index = build_kiosk(folder / "kiosk", load_encoder())
        async with desk_in(folder / "desk", index, WHOSAID_QUEUE=f"4/{max(questions, 40)}") as desk:
            rows = []
            if questions:
                for row in (storm(desk, rng, questions), hanging(desk), deaf(desk)):
                    rows.append(await row)
                    print(" | ".join(rows[-1].cells()), file=sys.stderr)
            killing = Killing(desk, rng)
            await killing.prepare()
            rows.append(await kills(killing, "a /reindex and a vote", times, killing.reindexing))
            rows.append(await kills(killing, "the adding of an article", times // 5, killing.adding))
            return rows


def main() -> int:
    """Print the table; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak.bot", description="Kill the bot.")
    parser.add_argument("--times", type=at_least(0), default=50, help="kills during a /reindex")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--questions", type=at_least(0), default=200, help="0: no faults of Discord")
    arguments = parser.parse_args()
    rows = asyncio.run(soak(arguments.times, arguments.seed, arguments.questions))
    print_head("fault", "times", "what it met", "lost")
    for row in rows:
        print_row(*row.cells())
    return int(any(row.problems for row in rows))


if __name__ == "__main__":
    run_benchmark(main)
