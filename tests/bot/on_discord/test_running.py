"""What runs under the commands, seen from outside of an unmodified bot process. It has no index."""

from __future__ import annotations

import contextlib
import json
import random
import signal
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from loopback.objects import GUILD, OTHER_CHANNEL, OWNER, TOKEN
from loopback.process import BotProcess
from loopback.server import LoopbackDiscord

from bot.delivery.waiting_signs import SIGN
from bot.store.store import open_store

QUESTION = "!who said the zebra crossing"


@asynccontextmanager
async def running(folder: Path, **variables: str) -> AsyncIterator[tuple[LoopbackDiscord, BotProcess]]:
    """A bot that answers every question with a sentence, since there is nothing to build an index from."""
    values = {"DISCORD_TOKEN": TOKEN, "WHOSAID_CORPUS": str(folder / "missing"), **variables}
    async with LoopbackDiscord() as discord:
        bot = BotProcess(discord.host, folder, values)
        await bot.start()
        try:
            await discord.until(lambda: discord.gateway.identifies)
            await bot.said("The first build failed")
            yield discord, bot
        finally:
            await bot.close()


def free_port() -> int:
    """A port on loopback that nobody listens on, and none that the system gives to whoever asks for any."""
    for port in random.SystemRandom().sample(range(10_000, 30_000), 50):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def test_a_second_bot_on_the_data_folder_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    async with running(tmp_path) as (discord, bot):
        second = BotProcess(discord.host, tmp_path, {"DISCORD_TOKEN": TOKEN})
        await second.start()
        assert await second.ended() == 1
        assert len(second.lines) == 1 and "another bot runs on this data folder" in second.lines[0]
        assert discord.gateway.identifies == 1
        assert await discord.reply(await discord.say(QUESTION))
        await bot.stop(signal.SIGKILL)
        await second.start()
        await discord.until(lambda: discord.gateway.identifies == 2)
        assert await second.stop() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_all_is_closed_in_order_and_the_store_last(tmp_path: Path, number: signal.Signals) -> None:
    async with running(tmp_path, WHOSAID_LOG_LEVEL="DEBUG") as (discord, bot):
        assert "bot.sqlite-wal" in names(tmp_path / "data")
        assert await bot.stop(number) == 0
        assert discord.gateway.close_codes == [1000]
    order = [
        "bot.service: Closing",
        "bot.service: Left Discord",
        "The store is closed",
        "bot.service: Closed",
    ]
    where = [next(place for place, line in enumerate(bot.lines) if line.endswith(end)) for end in order]
    assert where == sorted(where)
    assert not any("Traceback" in line for line in bot.lines)
    assert not names(tmp_path / "data") & {"bot.sqlite-wal", "bot.sqlite-shm"}  # SQLite's own clean end


async def test_without_an_index_what_admins_ask_for_is_answered_at_once(tmp_path: Path) -> None:
    async with running(tmp_path) as (discord, _):
        for line, options in (("articles list", {}), ("articles remove", {"article": "ferry"})):
            use = await discord.slash(line, **options)
            assert use.ephemeral and "not ready yet" in (use.original or {})["content"]
        page = await discord.forge("report:articles:1:")
        assert page.ephemeral and "not ready yet" in (page.original or {})["content"]
        use = await discord.slash("reindex")
        message = use.original or {}
        await discord.until(lambda: "failed" in message["content"])
        assert "missing" in message["content"] and str(tmp_path) not in message["content"]


async def test_a_store_of_a_newer_version_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with closing(sqlite3.connect(tmp_path / "data" / "bot.sqlite")) as newer, newer:
        newer.execute("CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT, applied INTEGER)")
        newer.execute("INSERT INTO migrations VALUES (99, 'later', 0)")
    async with LoopbackDiscord() as discord:
        bot = BotProcess(discord.host, tmp_path, {"DISCORD_TOKEN": TOKEN})
        await bot.start()
        assert await bot.ended() == 1
    assert len(bot.lines) == 1 and "newer version" in bot.lines[0]


async def test_a_log_in_json_tells_neither_members_nor_questions(tmp_path: Path) -> None:
    async with running(tmp_path, WHOSAID_LOG_FORMAT="json") as (discord, bot):
        member = discord.person("maria")
        assert await discord.reply(await discord.say(QUESTION, by=member))
        use = await discord.slash("who", by=member, question="zebra crossing")
        await discord.until(lambda: use.answered)
        assert await bot.stop() == 0
    entries = [json.loads(line) for line in bot.lines]
    assert {"time", "level", "logger", "message"} <= set(entries[0])
    assert entries[-1]["message"] == "Closed"
    log = "\n".join(bot.lines)
    assert not any(secret in log for secret in (member, "maria", "zebra", TOKEN))


async def test_metrics_and_health_are_on_loopback(tmp_path: Path) -> None:
    port = free_port()
    async with running(tmp_path, WHOSAID_METRICS_PORT=str(port)) as (discord, bot):
        assert await discord.reply(await discord.say(QUESTION))
        await bot.said("Ready as")  # some seconds after the first events, when all servers are there
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                assert answer.status == 200
            async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
                assert 'whosaid_questions_total{outcome="failed"} 1.0' in await answer.text()
            assert await bot.stop() == 0
            with pytest.raises(aiohttp.ClientConnectorError):
                await session.get(f"http://127.0.0.1:{port}/healthz")


async def test_a_member_who_asks_too_fast_is_told_how_long_to_wait(tmp_path: Path) -> None:
    async with running(tmp_path, WHOSAID_MEMBER_LIMIT="3/60") as (discord, _):
        member = discord.person("fast")
        for _ in range(3):
            reply = await discord.reply(await discord.say(QUESTION, by=member))
            assert "could not be built" in reply["content"]
        refused = await discord.reply(await discord.say(QUESTION, by=member))
        assert "try again in " in refused["content"] and refused["content"].endswith(" s.")
        silent = await discord.say(QUESTION, by=member)
        use = await discord.slash("who", by=member, question="zebra crossing")
        assert use.ephemeral and "try again in " in use.original["content"]
        for other in (discord.person("slow"), OWNER):
            reply = await discord.reply(await discord.say(QUESTION, by=other))
            assert "could not be built" in reply["content"]
        await discord.until(lambda: silent.get("reactions") == [SIGN])
        elsewhere = await discord.say(QUESTION, by=member, channel=OTHER_CHANNEL)  # where nobody may react
        direct = await discord.say(QUESTION, by=member, direct=True)
        await discord.until(lambda: direct.get("reactions") == [SIGN])
        assert not any(map(discord.replies, (silent, elsewhere, direct)))
        assert not any(call.status == 403 for call in discord.calls)


async def test_a_server_has_its_own_prefix(tmp_path: Path) -> None:
    async with open_store(tmp_path / "data") as store:
        await store.guilds.change(int(GUILD), lambda old: replace(old, prefix="?!"))
    async with running(tmp_path) as (discord, _):
        unread = await discord.say(QUESTION)
        assert await discord.reply(await discord.say(QUESTION.replace("!", "?!")))
        assert await discord.reply(await discord.say(QUESTION, direct=True))
        assert not discord.replies(unread)


async def test_commands_are_registered_again_where_that_cannot_be_noted(tmp_path: Path) -> None:
    (tmp_path / "data" / "synced-commands").mkdir(parents=True)
    async with running(tmp_path) as (discord, bot):
        assert await discord.reply(await discord.say("!who"))
        assert any("synced-commands: cannot be written" in line for line in bot.lines)
