"""The gateway in trouble: what was asked is answered, and once."""

from __future__ import annotations

import pytest
from loopback.desk import Desk
from loopback.kiosk import description
from loopback.objects import Json
from loopback.view import visible

QUESTION = "!who said the swing bridge stays closed"


async def answered(desk: Desk, asked: list[Json]) -> None:
    """Wait until each of the questions has its answer, and look that none has two."""
    for one in asked:
        assert "Otto Kern" in visible(description(await desk.discord.reply(one)))
    await desk.kiosk.ask("!help")  # what would be answered again is answered before
    assert [len(desk.discord.replies(one)) for one in asked] == [1] * len(asked)


async def questions(desk: Desk, count: int) -> list[Json]:
    return [await desk.discord.say(QUESTION, by=desk.member) for _ in range(count)]


async def resumed(desk: Desk, times: int) -> None:
    await desk.discord.until(lambda: desk.discord.gateway.resumes == times)


@pytest.mark.parametrize("code", [None, 4000, 4007], ids=str)
async def test_no_question_is_lost_or_answered_twice_by_a_lost_connection(
    desk: Desk, code: int | None
) -> None:
    gateway = desk.discord.gateway
    starts, resumes = gateway.identifies, gateway.resumes
    earlier = await questions(desk, 3)
    if code is None:
        gateway.cut()
    else:
        await gateway.drop(code)
    later = await questions(desk, 3)
    await resumed(desk, resumes + 1)
    await answered(desk, earlier + later + await questions(desk, 1))
    assert gateway.identifies == starts


async def test_events_that_come_twice_are_heard_once(desk: Desk) -> None:
    gateway, resumes = desk.discord.gateway, desk.discord.gateway.resumes
    asked = await questions(desk, 3)
    use = await desk.discord.slash("ask", question=QUESTION)
    await answered(desk, asked)
    desk.discord.faults.gateway.replayed = 50
    gateway.cut()
    await resumed(desk, resumes + 1)
    desk.discord.faults.gateway.replayed = 0
    await answered(desk, asked)
    assert not use.followups
    assert not any("refused" in line for line in desk.kiosk.bot.lines)


async def test_a_gateway_that_is_shut_for_a_while_is_resumed_all_the_same(desk: Desk) -> None:
    gateway = desk.discord.gateway
    starts, resumes = gateway.identifies, gateway.resumes
    desk.discord.faults.gateway.closed = True
    gateway.cut()
    asked = await questions(desk, 3)
    await desk.kiosk.bot.said("Attempting a reconnect")
    desk.discord.faults.gateway.closed = False
    await resumed(desk, resumes + 1)
    await answered(desk, asked)
    assert gateway.identifies == starts


async def test_a_refused_resume_begins_a_new_session(desk: Desk) -> None:
    gateway = desk.discord.gateway
    starts, refused = gateway.identifies, gateway.refused
    asked = await questions(desk, 3)
    await desk.discord.until(lambda: desk.discord.replies(asked[-1]))
    desk.discord.faults.gateway.forgetful = True
    await gateway.drop(4009)
    await desk.discord.until(lambda: gateway.identifies == starts + 1)
    desk.discord.faults.gateway.forgetful = False
    assert gateway.refused == refused + 1
    await answered(desk, asked + await questions(desk, 1))


async def test_what_is_under_way_at_an_orderly_end_is_answered(desk: Desk) -> None:
    starts = desk.discord.gateway.identifies
    use = await desk.discord.slash("reindex", by=desk.editor)
    asked = await questions(desk, 20)
    await desk.discord.until(lambda: desk.discord.replies(asked[0]))
    assert await desk.kiosk.bot.stop() == 0
    replies = [desk.discord.replies(one) for one in asked]
    assert [len(reply) for reply in replies] == [1] * len(asked)
    assert not any("Traceback" in line for line in desk.kiosk.bot.lines)
    message = use.original or {}
    assert message["content"].startswith(("Re-indexing was", "Indexed")) and not message["components"]
    await desk.kiosk.start(starts)
