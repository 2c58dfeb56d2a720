"""A kiosk with people of every right at its desk: who runs the bot, who runs the server, and who only asks."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.storage.checked_json import dump_checked, load_checked
from index.storage.manifest import MANIFEST
from loopback.kiosk import Kiosk, kiosk_of
from loopback.objects import EDITORS, MANAGE_GUILD, MANAGERS, MEMBER_PERMISSIONS
from loopback.process import BotProcess
from loopback.server import LoopbackDiscord


@dataclass
class Desk:
    """The ids of people: `editor` may change the corpus, `manager` runs the server, `member` asks."""

    kiosk: Kiosk
    editor: str
    manager: str
    member: str

    @property
    def discord(self) -> LoopbackDiscord:
        """The Discord that the bot is on."""
        return self.kiosk.discord

    @property
    def data(self) -> Path:
        """The data folder of the bot."""
        return self.kiosk.folder / "data"

    async def ended(self, message: dict[str, Any], begin: str, within: float = 60) -> str:
        """What a message with progress says in the end, which begins so; its button is gone then."""
        kept = self.discord.world.messages[message["id"]]
        try:
            await self.discord.until(lambda: kept["content"].startswith(begin), within)
        except TimeoutError:
            raise AssertionError(f"not {begin!r} but {kept['content']!r}") from None
        assert not kept["components"]
        return str(kept["content"])

    def kept(self) -> list[str]:
        """What is kept of added articles, and the lists beside them, by name."""
        added = self.data / "articles"
        files = [path.relative_to(self.data) for path in added.rglob("*")] if added.exists() else []
        beside = [path.relative_to(self.data) for path in self.data.glob("*.json*")]
        return sorted(str(path) for path in (*files, *beside))


@contextlib.asynccontextmanager
async def desk_in(folder: Path, index: Path, **variables: str) -> AsyncIterator[Desk]:
    """A running bot over a copy of the folder `index`, which holds a corpus and its data."""
    shutil.copytree(index, folder, dirs_exist_ok=True)
    for manifest in (folder / "data" / "builds").glob(f"*/{MANIFEST}"):
        # What /reindex reads is the copy of the corpus, not the one that was copied.
        told = json.dumps(load_checked(manifest.read_text("utf-8")))
        moved = told.replace(str((index / "corpus").resolve()), str((folder / "corpus").resolve()))
        manifest.write_text(dump_checked(json.loads(moved)), "utf-8")
    async with LoopbackDiscord() as discord:
        kiosk = kiosk_of(discord, folder, folder / "corpus")
        limits = {"WHOSAID_SERVER_LIMIT": "off", "WHOSAID_MEMBER_LIMIT": "off"}
        more = {"WHOSAID_ADMINS": EDITORS, "WHOSAID_FETCH_LOOPBACK": "1", **limits}
        kiosk.variables.update({**more, **variables})
        kiosk.bot = BotProcess(discord.host, folder, kiosk.variables)
        desk = Desk(
            kiosk,
            editor=discord.person("edith", roles=(EDITORS,)),
            manager=discord.person(
                "manfred", permissions=MEMBER_PERMISSIONS | MANAGE_GUILD, roles=(MANAGERS,)
            ),
            member=discord.person("mia"),
        )
        await kiosk.start()
        try:
            yield desk
        finally:
            await kiosk.bot.close()
