"""Admins re-index while members go on asking."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from loopback.objects import OWNER
from loopback.view import visible

QUESTION = "!who said territorial integrity"
WORDS = "The <@2001> ferry **sails** again: 1. [in May](https://a.example), @everyone :ship: `soon`"
ARTICLE = f"""Ferry talks resume

"{WORDS}," harbour master Ilse Brandt said on Monday.
"""


async def ready(newsroom: Any) -> None:
    """Wait until there is an index."""
    await newsroom.discord.reply(newsroom.early, within=300)


async def test_strangers_may_not_reindex(newsroom: Any) -> None:
    use = await newsroom.discord.slash("reindex", by=newsroom.discord.person("sam"))
    assert use.ephemeral
    assert "Only the bot's owner" in use.original["content"]


async def test_the_owner_reindexes_while_questions_are_answered(newsroom: Any) -> None:
    discord = newsroom.discord
    await ready(newsroom)
    (newsroom.corpus / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (newsroom.corpus / "empty.txt").write_text("", encoding="utf-8")
    use = await discord.slash("reindex", by=OWNER)
    message = use.original
    assert not use.ephemeral
    refused = await discord.slash("reindex", by=newsroom.editor)
    assert refused.ephemeral and "under way" in refused.original["content"]
    assert await discord.reply(await discord.say(QUESTION))
    assert message["content"].startswith("Re-indexing")  # answered while the build is running
    await discord.until(lambda: message["content"].startswith("Indexed"))
    summary = visible(message["content"])
    assert "1 added" in summary and "empty.txt" in summary
    edits = [call for call in discord.calls if call.method == "PATCH" and call.path.endswith(message["id"])]
    assert len(edits) > 1
    assert all("/channels/" in call.path for call in edits), "an interaction's token ends after 15 minutes"
    reply = await discord.reply(await discord.say("!who said the ferry sails again in May"))
    seen = visible(reply["embeds"][0]["description"])
    assert "Ilse Brandt" in seen and WORDS in seen


async def test_a_member_with_a_named_role_may_reindex(newsroom: Any) -> None:
    await ready(newsroom)
    use = await newsroom.discord.slash("reindex", by=newsroom.editor)
    await newsroom.discord.until(lambda: use.original["content"].startswith("Indexed"))


async def test_a_failed_build_is_told_and_the_old_index_goes_on(newsroom: Any) -> None:
    discord = newsroom.discord
    await ready(newsroom)
    aside = newsroom.corpus.with_name("aside")
    newsroom.corpus.rename(aside)
    try:
        use = await discord.slash("reindex")
        await discord.until(lambda: use.original["content"].startswith("Re-indexing failed."))
        assert await discord.reply(await discord.say(QUESTION))
    finally:
        aside.rename(newsroom.corpus)


async def test_a_build_by_another_process_is_noticed(newsroom: Any) -> None:
    discord = newsroom.discord
    await ready(newsroom)
    question = "!who said perhaps this is just the beginning"
    before = await discord.reply(await discord.say(question))
    assert "Tim Friend" in before["embeds"][0]["description"]
    (gone,) = newsroom.corpus.glob("002_*.txt")
    gone.unlink()
    lines = len(newsroom.bot.lines)
    root = Path(__file__).parents[3]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "index", "build", cwd=newsroom.folder,
        env={**os.environ, **newsroom.variables, "PYTHONPATH": str(root)},
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await process.wait() == 0
    await newsroom.bot.said("Using build", after=lines)
    after = await discord.reply(await discord.say(question))
    assert "Tim Friend" not in after["embeds"][0]["description"]
