"""Long builds: shown, cancelled, killed and refused, while members go on asking."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from loopback.desk import Desk, desk_in
from loopback.kiosk import description
from loopback.objects import OWNER
from loopback.processes import children
from loopback.view import visible

from bot.progress_message import EDIT_EVERY_S
from index.storage.builds import current_id, writing

QUESTION = "!who said the swing bridge stays closed"
SENTENCES = 50


def write_many(folder: Path, articles: int = 40) -> None:
    """Articles that take some seconds to embed."""
    folder.mkdir()
    for article in range(articles):
        sentences = (
            f"Barrel {article * SENTENCES + number} was rolled past crane {number} to shed {article} "
            f"before tide {number * 7 % 13} on day {article * 3 % 31} of the survey."
            for number in range(SENTENCES)
        )
        (folder / f"barrels{article}.txt").write_text(f"Barrels {article}\n\n" + " ".join(sentences) + "\n")


@pytest.fixture
async def desk(kiosk_index: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_in(tmp_path / "desk", kiosk_index, WHOSAID_QUEUE="4/60") as desk:
        yield desk


async def begun(desk: Desk, by: str = OWNER) -> dict[str, Any]:
    """The message of a re-indexing."""
    use = await desk.discord.slash("reindex", by=by)
    assert use.original is not None and not use.ephemeral
    return use.original


async def reindexing(desk: Desk, by: str = OWNER, stage: str = "embedding passages") -> dict[str, Any]:
    """The message of a re-indexing that has come to a stage."""
    message = await begun(desk, by)
    await desk.discord.until(lambda: stage in message["content"], 90)
    return message


async def test_a_long_build_is_cancelled_while_fifty_questions_are_answered(desk: Desk) -> None:
    before = current_id(desk.data)
    write_many(desk.kiosk.corpus / "many", articles=100)
    message = await reindexing(desk, by=desk.editor, stage="passages per second")
    shown = message["content"]
    builds = children(desk.kiosk.bot.pid)
    for build in builds:
        os.kill(build, signal.SIGSTOP)  # a long build, also on a fast machine
    asked = [await desk.discord.say(QUESTION, by=desk.member) for _ in range(50)]
    refused = await desk.discord.slash("reindex")
    assert refused.ephemeral and "under way already" in (refused.original or {})["content"]
    status = (await desk.discord.slash("index-status")).original or {}
    assert "A build is under way." in description(status)
    replies = [await desk.discord.reply(one, within=60) for one in asked]
    assert all("Otto Kern" in visible(description(reply)) for reply in replies)
    for build in builds:
        os.kill(build, signal.SIGCONT)
    assert "▰" in shown or "▱" in shown
    assert " passages" in shown and " left" in shown
    for person in (desk.member, desk.manager):
        use = await desk.discord.click(message, "Cancel", by=person)
        assert use.ephemeral and "may change its articles" in (use.original or {})["content"]
    use = await desk.discord.click(message, "Cancel", by=desk.editor)
    assert use.ephemeral
    assert "as it was before" in await desk.ended(message, "Re-indexing was cancelled")
    assert current_id(desk.data) == before
    edits = [
        call for call in desk.discord.calls if call.method == "PATCH" and call.path.endswith(message["id"])
    ]
    assert all("/channels/" in call.path for call in edits), "an interaction's token ends after 15 minutes"
    progress = [call.at for call in edits if call.body["content"].startswith("Re-indexing: ")]
    assert len(progress) > 2
    gaps = [later - earlier for earlier, later in itertools.pairwise(progress)]
    assert min(gaps) >= EDIT_EVERY_S, "each waits for the one before, and then this long"
    assert "Otto Kern" in description(await desk.kiosk.ask(QUESTION))
    over = await desk.discord.forge(use.payload["data"]["custom_id"])
    await desk.discord.until(lambda: over.followups)
    assert "over already" in over.followups[0]["content"] and not (over.original or {})["components"]


async def test_a_typed_reindex_shows_its_end_with_what_was_skipped(desk: Desk) -> None:
    for number in range(80):
        (desk.kiosk.corpus / f"empty{number}.txt").write_text("")
    reply = await desk.discord.reply(await desk.discord.say("!reindex", by=desk.editor))
    said = visible(await desk.ended(reply, "Indexed"))
    assert "80 skipped" in said and "- empty0.txt: it is empty" in said and " more" in said.splitlines()[-1]
    assert str(desk.kiosk.folder) not in said
    assert len(desk.discord.replies(reply)) == 0


async def test_a_build_of_another_process_is_no_failure(desk: Desk) -> None:
    with writing(desk.data):
        use = await desk.discord.slash("reindex")
        assert use.ephemeral and "under way already" in (use.original or {})["content"]
        reply = await desk.discord.reply(await desk.discord.say("!reindex"))
        assert "under way already" in reply["content"]
    use = await desk.discord.slash("reindex")
    await desk.ended(use.original or {}, "Indexed")


async def test_where_the_bot_may_not_edit_the_interaction_does_and_says_so(desk: Desk) -> None:
    write_many(desk.kiosk.corpus / "many")
    desk.discord.fail(r"PATCH /channels/\d+/messages/\d+", 403, code=50001)
    message = await reindexing(desk, stage="15 minutes")
    use = next(use for use in desk.discord.world.uses.values() if use.original is message)
    await desk.discord.click(message, "Cancel")
    await desk.discord.until(lambda: use.followups, 60)
    assert "was cancelled" in use.followups[0]["content"]
    assert not message["components"]


async def test_too_many_edits_are_waited_for(desk: Desk) -> None:
    desk.discord.fail(r"PATCH /channels/\d+/messages/\d+", 429, retry_after=0.5)
    use = await desk.discord.slash("reindex")
    await desk.ended(use.original or {}, "Indexed")


async def test_a_first_build_waits_for_the_one_of_another_process(kiosk_index: Path, tmp_path: Path) -> None:
    async with desk_in(tmp_path / "desk", kiosk_index, WHOSAID_QUEUE="1/1") as desk:
        starts = desk.discord.gateway.identifies
        assert await desk.kiosk.bot.stop() == 0
        (desk.data / "CURRENT").rename(desk.data / "CURRENT.aside")
        with writing(desk.data):
            await desk.kiosk.bot.start()
            await desk.discord.until(lambda: desk.discord.gateway.identifies > starts, 30)
            asked, waiting = [await desk.discord.say(QUESTION) for _ in range(2)]
            refused = await desk.kiosk.ask(QUESTION)
            assert refused["content"] == "Many questions are waiting just now; please ask again in a moment."
            use = await desk.discord.slash("who", question="the old lock", by=desk.member)
            assert use.ephemeral and "Many questions are waiting" in (use.original or {})["content"]
            await desk.kiosk.bot.said("another build is under way", within=30)
            (desk.data / "CURRENT.aside").rename(desk.data / "CURRENT")
        for one in (asked, waiting):
            assert "Otto Kern" in description(await desk.discord.reply(one, within=60))
        assert not any("first build failed" in line for line in desk.kiosk.bot.lines)
