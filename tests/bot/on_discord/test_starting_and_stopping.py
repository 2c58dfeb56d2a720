"""The bot process from its start to its end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from loopback.objects import BOT, TOKEN
from loopback.process import BotProcess
from loopback.server import LoopbackDiscord

NOWHERE = "127.0.0.1:9"


@pytest.mark.parametrize(
    ("variables", "code", "words"),
    [
        ({}, 2, ("DISCORD_TOKEN", ".env", "python -m bot console")),
        ({"DISCORD_TOKEN": TOKEN, "WHOSAID_PREFIX": "a b"}, 2, ("WHOSAID_PREFIX", "'a b'")),
        ({"DISCORD_TOKEN": TOKEN}, 1, ("Discord cannot be reached",)),
    ],
)
async def test_what_keeps_it_from_starting_is_one_sentence(
    tmp_path: Path, variables: dict[str, str], code: int, words: tuple[str, ...]
) -> None:
    bot = BotProcess(NOWHERE, tmp_path, variables)
    await bot.start()
    assert await bot.ended() == code
    assert all(word in bot.lines[-1] for word in words)
    assert not any("Traceback" in line for line in bot.lines)


async def test_a_refused_token_is_one_sentence(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord:
        bot = BotProcess(discord.host, tmp_path, {"DISCORD_TOKEN": "stale"})
        await bot.start()
        assert await bot.ended() == 2
    assert bot.lines[-1].startswith("error: DISCORD_TOKEN: Discord refuses this token")
    assert not any("Traceback" in line or "stale" in line for line in bot.lines)


async def test_a_stop_during_the_first_build_leaves_no_question_open(newsroom: Any, tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with LoopbackDiscord() as discord:
        bot = BotProcess(discord.host, tmp_path, {**newsroom.variables, "WHOSAID_DATA": str(data)})
        await bot.start()
        try:
            await discord.until(lambda: discord.gateway.identifies)
            asked = await discord.say("!who said territorial integrity")
            use = await discord.slash("ask", question="territorial integrity")
            private = await discord.slash("quotes", speaker="Putin", private=True)
            assert (use.kind, private.kind) == (5, 5) and private.ephemeral and not use.ephemeral
            nothing = await discord.slash("who", focus="speaker", question="x", speaker="Putin")
            assert nothing.data["choices"] == []
            await discord.until(lambda: any(call.path.endswith("/typing") for call in discord.calls))
            refused = await discord.slash("reindex")
            assert "under way" in refused.original["content"]
            assert await bot.stop() == 0
        finally:
            await bot.close()
        assert "is being restarted" in (await discord.reply(asked))["content"]
        assert use.answered and "is being restarted" in use.original["content"]
    assert not (data / "CURRENT").exists()


async def test_without_message_content_all_but_the_prefix_works(tmp_path: Path) -> None:
    variables = {"DISCORD_TOKEN": TOKEN, "WHOSAID_CORPUS": str(tmp_path / "missing")}
    async with LoopbackDiscord(privileged=0) as discord:
        bot = BotProcess(discord.host, tmp_path, variables)
        await bot.start()
        try:
            await bot.said("message content intent is switched off")
            await discord.until(lambda: discord.gateway.identifies)
            unread = await discord.say("!who")
            for line, direct in ((f"<@{BOT}> who", False), ("!who", True)):
                reply = await discord.reply(await discord.say(line, direct=direct))
                assert reply["content"].startswith("Ask me something")
            use = await discord.slash("who", question=" ")
            assert use.ephemeral
            assert not discord.replies(unread)
            await bot.said("The first build failed")
            reply = await discord.reply(await discord.say(f"<@{BOT}> who said territorial integrity"))
            assert "could not be built" in reply["content"]
            assert await bot.stop() == 0
        finally:
            await bot.close()


async def test_it_closes_in_order_and_goes_on_after_a_restart(newsroom: Any) -> None:
    discord, bot = newsroom.discord, newsroom.bot
    await discord.reply(newsroom.early, within=300)
    asked = await discord.say("!what did David Cameron say")
    long = await discord.reply(asked)
    closed, starts = len(discord.gateway.close_codes), discord.gateway.identifies
    assert await bot.stop() == 0
    assert discord.gateway.close_codes[closed:] == [1000]
    assert "Traceback" not in "\n".join(bot.lines)

    registered = [call for call in discord.calls if call.method == "PUT"]
    await bot.start()
    await discord.until(lambda: discord.gateway.identifies > starts)
    reply = await discord.reply(await discord.say("!who said territorial integrity"))
    assert "Vladimir Putin" in reply["embeds"][0]["description"]
    assert [call for call in discord.calls if call.method == "PUT"] == registered
    assert not any("building it" in line for line in bot.lines)
    await discord.click(long, "Next")
    assert long["embeds"][0]["footer"]["text"].startswith("Page 2 of ")
