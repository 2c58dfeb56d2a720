"""A bot watched from inside on a loopback Discord, with members who ask."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))

from loopback.objects import OWNER, TOKEN  # noqa: E402
from loopback.process import BotProcess  # noqa: E402
from loopback.server import LoopbackDiscord  # noqa: E402

from benchmarks.soak.crowd import Crowd  # noqa: E402
from benchmarks.soak.lag import Lag  # noqa: E402
from benchmarks.soak.watched_bot import LOG  # noqa: E402

MEMBERS = 200
NO_LIMITS = {"WHOSAID_MEMBER_LIMIT": "off", "WHOSAID_SERVER_LIMIT": "off"}


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
            say(f"the bot ended with exit code {code}")
        finally:
            await bot.close()


def print_turns(lag: Lag) -> None:
    """Print the table of the loop's longest turns, and where it was in those above 100 ms."""
    print()
    lag.print_table()
    for turn in lag.long_turns():
        ours = [line for line in turn["stack"] if "/bot/" in line or "/index/" in line or "/discord/" in line]
        print(
            f"- {turn['phase']}: {1e3 * turn['wall']:.0f} ms, computing {1e3 * turn['cpu']:.0f}, collecting garbage "
            f"{1e3 * turn['collected']:.0f}: {'; '.join(line.replace(str(ROOT), '') for line in ours[:3])}",
            flush=True,
        )


def say(line: str) -> None:
    """Tell on standard error how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)
