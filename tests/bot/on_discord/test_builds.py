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
from loopback.objects import OWNER, Call
from loopback.processes import children
from loopback.view import visible

from bot.jobs.progress_message import EDIT_EVERY_S
from index.storage.builds import current_id, writing

QUESTION = "!who said the swing bridge stays closed"


def write_many(folder: Path, articles: int, sentences: int) -> None:
    """Articles that say something else in each sentence."""
    folder.mkdir()
    for article in range(articles):
        lines = (
            f"Barrel {article * sentences + number} was rolled past crane {number} to shed {article} "
            f"before tide {number * 7 % 13} on day {article * 3 % 31} of the survey."
            for number in range(sentences)
        )
        (folder / f"barrels{article}.txt").write_text(f"Barrels {article}\n\n" + " ".join(lines) + "\n")


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


def send(processes: list[int], number: signal.Signals) -> None:
    for process in processes:
        os.kill(process, number)


async def test_a_long_build_is_cancelled_while_fifty_questions_are_answered(desk: Desk) -> None:
    def progress() -> list[Call]:
        calls = [call for call in desk.discord.calls if call.path.endswith(f"/messages/{message['id']}")]
        return [call for call in calls if call.body["content"].startswith("Re-indexing: ")]

    before = current_id(desk.data)
    write_many(desk.kiosk.corpus / "many", articles=1000, sentences=1)
    message = await begun(desk, by=desk.editor)
    await desk.discord.until(progress)
    builds = children(desk.kiosk.bot.pid)
    send(builds, signal.SIGSTOP)  # a long build, also on a fast machine
    asked = [await desk.discord.say(QUESTION, by=desk.member) for _ in range(50)]
    refused = await desk.discord.slash("reindex")
    assert refused.ephemeral and "under way already" in (refused.original or {})["content"]
    status = (await desk.discord.slash("index-status")).original or {}
    assert "A build is under way." in description(status)
    replies = [await desk.discord.reply(one) for one in asked]
    assert all("Otto Kern" in visible(description(reply)) for reply in replies)
    send(builds, signal.SIGCONT)
    await desk.discord.until(lambda: len(progress()) > 1)
    send(builds, signal.SIGSTOP)
    assert " articles" in message["content"]
    for person in (desk.member, desk.manager):
        use = await desk.discord.click(message, "Cancel", by=person)
        assert use.ephemeral and "may change its articles" in (use.original or {})["content"]
    use = await desk.discord.click(message, "Cancel", by=desk.editor)
    assert use.ephemeral
    send(builds, signal.SIGCONT)
    assert "as it was before" in await desk.ended(message, "Re-indexing was cancelled")
    assert current_id(desk.data) == before
    edits = [call for call in desk.discord.calls if call.path.endswith(message["id"])]
    assert all("/channels/" in call.path for call in edits), "an interaction's token ends after 15 minutes"
    gaps = [later.at - earlier.at for earlier, later in itertools.pairwise(progress())]
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
    write_many(desk.kiosk.corpus / "many", articles=40, sentences=50)
    desk.discord.fail(r"PATCH /channels/\d+/messages/\d+", 403, code=50001)
    message = await reindexing(desk, stage="15 minutes")
    use = next(use for use in desk.discord.world.uses.values() if use.original is message)
    await desk.discord.click(message, "Cancel")
    await desk.discord.until(lambda: use.followups)
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
        with writing(desk.data):
            for name in ("builds", "CURRENT"):
                (desk.data / name).rename(desk.data / f"{name}.aside")
            await desk.kiosk.bot.start()
            await desk.discord.until(lambda: desk.discord.gateway.identifies > starts)
            asked, waiting = [await desk.discord.say(QUESTION) for _ in range(2)]
            refused = await desk.kiosk.ask(QUESTION)
            assert refused["content"] == "Many questions are waiting just now; please ask again in a moment."
            use = await desk.discord.slash("who", question="the old lock", by=desk.member)
            assert use.ephemeral and "Many questions are waiting" in (use.original or {})["content"]
            await desk.kiosk.bot.said("another build is under way")
            for name in ("builds", "CURRENT"):
                (desk.data / f"{name}.aside").rename(desk.data / name)
        for one in (asked, waiting):
            assert "Otto Kern" in description(await desk.discord.reply(one))
        assert not any("first build failed" in line for line in desk.kiosk.bot.lines)
