"""Articles made to be hard to show, and a bot process that answers over them."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loopback.objects import TOKEN
from loopback.process import BotProcess
from loopback.server import LoopbackDiscord
from loopback.world import WITHIN_S

if TYPE_CHECKING:
    from index.encoding.encoder import Encoder

ROOT = Path(__file__).parents[2]

_EVERY_S = 0.05

SIGNS = (
    "The <@2001> ferry **sails** again: 1. [in May](https://a.example/x_y), @everyone :ship: `soon` "
    "```fence``` discord.gg/abc \u202eright to left\u202c 🤷🏽‍♀️ ~~never~~ ||late|| <#4001>"
)
LONG = "The lighthouse needs a new lamp and " + " and ".join(
    f"stone number {number} of its tower must be set anew before winter" for number in range(95)
)
"""More than 6,000 characters."""

TOPICS = (
    "harbour tolls", "the fish market", "the northern quay", "pilot boats", "dredging", "the customs house",
    "night shifts", "the old crane", "container berths", "the ice breaker", "the ferry line", "storm gates",
    "the tide tables", "tug crews", "the weigh house", "rail tracks", "the old lock", "bird islands",
)  # fmt: skip

CLOCK = "“The town clock runs four minutes late on purpose,” keeper Nora Falk said."

ARTICLES = {
    "signs": f"Ferry talks resume\n\n“{SIGNS},” harbour master Ilse Brandt said on Monday.\n\n{CLOCK}\n",
    "lamp": f"The lamp\n\nIt was a cold day.\n\n“{LONG},” engineer Jonas Veit said.\n\nThen it rained.\n\n{CLOCK}\n",
    "council": "Council in session\n\n"
    + "\n\n".join(
        f"“As for {topic}, we will look at every figure twice, ask everybody who works there what they need, and "
        f"then decide in the open, whatever others may think of {topic} and of the council,” mayor Mara Lindt said."
        for topic in TOPICS
    ),
    "bridge_a": "Bridge closed\n\n“The swing bridge stays closed until the bearings are replaced,” Otto Kern said.\n",
    "bridge_b": "No way across\n\nIn the town hall Otto Kern said: “The swing bridge stays closed until the "
    "bearings are replaced.”\n",
    "secret": "A confession\n\n“I painted the red buoy green in the summer of the regatta,” Pia Sund said.\n",
}
FACTS = '[bridge_a]\noutlet = "Coast Post"\npublished = 2020-02-03\n[bridge_b]\noutlet = "Harbour Echo"\n'


def write_corpus(folder: Path) -> Path:
    """The articles as files."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in ARTICLES.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    (corpus / "articles.toml").write_text(FACTS, encoding="utf-8")
    return corpus


def build_kiosk(folder: Path, encoder: Encoder) -> Path:
    """The articles and their index, in `folder`, which is returned."""
    from index.building.pipeline import build

    build(folder / "data", [write_corpus(folder)], encoder, model=None, listener=lambda event: None)
    return folder


@dataclass
class Kiosk:
    """A bot over these articles."""

    discord: LoopbackDiscord
    bot: BotProcess
    folder: Path
    corpus: Path
    variables: dict[str, str]

    async def ask(self, line: str, **said: Any) -> dict[str, Any]:
        """The bot's reply to a message."""
        return await self.discord.reply(await self.discord.say(line, **said))

    async def restart(self) -> None:
        """Stop the process in order and start it anew."""
        starts = self.discord.gateway.identifies
        assert await self.bot.stop() == 0
        await self.start(starts)

    async def start(self, starts: int = 0) -> None:
        """Start the process, until it answers."""
        await self.bot.start()
        try:
            await self.discord.until(lambda: self.discord.gateway.identifies > starts)
        except TimeoutError:
            raise TimeoutError("\n".join(self.bot.lines[-20:])) from None
        await self.ask("!who said zebras are striped")

    async def reindex(self) -> None:
        """Build anew as another process would, until the bot answers from it."""
        lines = len(self.bot.lines)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "index", "build", str(self.corpus), cwd=self.folder,
            env={**os.environ, **self.variables, "PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        assert await process.wait() == 0
        await self.bot.said("Using build", after=lines)

    def kept(self, sql: str) -> list[Any]:
        """What a query of the bot's database gives."""
        with sqlite3.connect(self.folder / "data" / "bot.sqlite") as connection:
            return connection.execute(sql).fetchall()

    async def kept_in_time(self, sql: str, count: int) -> None:
        """Wait until a query gives so many rows: what is kept of an answer is written after it."""
        for _ in range(int(WITHIN_S / _EVERY_S)):
            if len(self.kept(sql)) == count:
                return
            await asyncio.sleep(_EVERY_S)
        raise AssertionError(f"not {count} rows: {sql}: {self.kept(sql)}")


def kiosk_of(discord: LoopbackDiscord, folder: Path, corpus: Path) -> Kiosk:
    """A bot that is not started yet; its index is in `folder`/data."""
    variables = {
        "DISCORD_TOKEN": TOKEN,
        "WHOSAID_DATA": str(folder / "data"),
        "WHOSAID_CORPUS": str(corpus),
        "WHOSAID_SECRET": "a secret of the tests",
    }
    return Kiosk(discord, BotProcess(discord.host, folder, variables), folder, corpus, variables)


def description(message: dict[str, Any]) -> str:
    """The text of a message's embed."""
    return str(message["embeds"][0]["description"])


def options(message: dict[str, Any]) -> list[dict[str, str]]:
    """The entries of a message's menu of citations."""
    items = [item for row in message["components"] for item in row["components"] if item["type"] == 3]
    return [option for item in items for option in item["options"]]


def key_of(message: dict[str, Any]) -> str:
    """The key of the answer in a message's buttons."""
    return str(message["components"][0]["components"][0]["custom_id"].split(":")[1])
