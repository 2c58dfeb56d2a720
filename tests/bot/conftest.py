"""One bot process on one loopback Discord, shared by the tests that talk to it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from loopback.kiosk import Kiosk, kiosk_of
from loopback.objects import EDITORS, TOKEN
from loopback.process import BotProcess
from loopback.server import LoopbackDiscord

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass
class Newsroom:
    """A bot that answers over the seeds, and the folders that it works with.

    `early` was asked before there was any index. `editor` is a member with a role that may re-index.
    """

    discord: LoopbackDiscord
    bot: BotProcess
    folder: Path
    corpus: Path
    variables: dict[str, str]
    early: dict[str, Any]
    editor: str


@pytest.fixture(scope="session")
async def newsroom(
    tmp_path_factory: pytest.TempPathFactory, with_model: Callable[[Path], None]
) -> AsyncIterator[Newsroom]:
    folder = tmp_path_factory.mktemp("newsroom")
    with_model(folder / "data")
    corpus = folder / "corpus"
    shutil.copytree(SEEDS, corpus)
    variables = {
        "DISCORD_TOKEN": TOKEN,
        "WHOSAID_DATA": str(folder / "data"),
        "WHOSAID_CORPUS": str(corpus),
        "WHOSAID_ADMINS": EDITORS,
        "WHOSAID_LOG_LEVEL": "DEBUG",
    }
    async with LoopbackDiscord() as discord:
        editor = discord.person("edith", roles=(EDITORS,))
        bot = BotProcess(discord.host, folder, variables)
        await bot.start()
        try:
            await discord.until(lambda: discord.gateway.identifies)
            early = await discord.say("!who said territorial integrity", by=discord.person("early"))
            yield Newsroom(discord, bot, folder, corpus, variables, early, editor)
        finally:
            await bot.close()


@pytest.fixture(scope="session")
async def kiosk(kiosk_index: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Kiosk]:
    """A bot over these articles, shared by the tests of asking."""
    folder = tmp_path_factory.mktemp("asking")
    shutil.copytree(kiosk_index, folder, dirs_exist_ok=True)
    async with LoopbackDiscord() as discord:
        kiosk = kiosk_of(discord, folder, folder / "corpus")
        try:
            await kiosk.start()
            yield kiosk
        finally:
            await kiosk.bot.close()
