"""The REST side of Discord in trouble: every question is answered once, or its failure is one line of the log."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from loopback.desk import Desk
from loopback.faults import Faults
from loopback.kiosk import description, key_of
from loopback.objects import CHANNEL, OTHER_CHANNEL, Json
from loopback.view import visible

from index.storage.builds import builds_folder, writing

QUESTION = "who said the swing bridge stays closed"
LONG_ANSWER = "quotes by Mara Lindt"
SEND = r"POST /channels/\d+/messages"
RESPOND = r"POST /interactions/.*"
EDIT_ORIGINAL = r"PATCH /webhooks/.*/messages/@original"

Ask = Callable[[Faults], Any]

PASSING: dict[str, Ask] = {
    "a limit on the route": lambda faults: faults.rest(SEND, 2, 429, retry_after=0.1),
    "a limit on everything": lambda faults: faults.rest(SEND, 1, 429, retry_after=0.3, everywhere=True),
    "an internal error": lambda faults: faults.rest(SEND, 1, 500),
    "an internal error after the message was stored": lambda faults: faults.rest(SEND, 1, 502, stored=True),
    "a burst of overload": lambda faults: faults.rest(SEND, 3, 503),
    "overload after the message was stored": lambda faults: faults.rest(SEND, 1, 503, stored=True),
    "cut connections": lambda faults: faults.cut(SEND, 2),
    "a connection cut after the message was stored": lambda faults: faults.cut(SEND, stored=True),
}


def answers(desk: Desk, asked: Json) -> list[Json]:
    return [reply for reply in desk.discord.replies(asked) if reply["embeds"]]


@pytest.mark.parametrize("fault", PASSING)
async def test_a_typed_question_is_answered_once(desk: Desk, fault: str) -> None:
    PASSING[fault](desk.discord.faults)
    asked = await desk.discord.say("!" + QUESTION)
    assert "Otto Kern" in visible(description(await desk.discord.reply(asked)))
    await desk.kiosk.ask("!help")  # what is repeated would have come before
    assert len(desk.discord.replies(asked)) == 1
    assert not desk.discord.faults.pending


@pytest.mark.parametrize(
    ("status", "stored"), [(503, False), (503, True), (None, False), (None, True)], ids=str
)
async def test_a_command_is_answered_once(desk: Desk, status: int | None, stored: bool) -> None:
    if status is None:
        desk.discord.faults.cut(RESPOND, stored=stored)
    else:
        desk.discord.faults.rest(RESPOND, 1, status, stored=stored)
    use = await desk.discord.slash("ask", question=QUESTION)
    path = f"/interactions/{use.payload['id']}/{use.payload['token']}/callback"
    calls = desk.discord.calls
    await desk.discord.until(lambda: any(call.path == path and call.status in {200, 400} for call in calls))
    assert "Otto Kern" in visible(description(use.original or {}))
    await desk.kiosk.ask("!help")
    assert not use.followups


async def refusal(desk: Desk, after: int) -> str:
    """The one line of the log, from line `after` on, about an answer that Discord refused."""
    await desk.kiosk.bot.said("Discord refused an answer", after=after)
    await desk.kiosk.ask("!help")
    lines = desk.kiosk.bot.lines[after:]
    refused = [line for line in lines if "refused" in line]
    assert len(refused) == 1 and not any("Traceback" in line for line in lines)
    assert re.search(r"answer \([0-9a-f]{8}\): ", refused[0])
    return refused[0]


async def test_a_message_that_was_deleted_is_answered_all_the_same(desk: Desk) -> None:
    desk.discord.faults.rest(SEND, 1, 503)
    asked = await desk.discord.say("!" + QUESTION)
    await desk.discord.delete(asked)
    before = set(desk.discord.world.messages)
    await desk.discord.until(lambda: set(desk.discord.world.messages) - before)
    (answer,) = set(desk.discord.world.messages) - before
    assert "Otto Kern" in visible(description(desk.discord.world.messages[answer]))


@pytest.mark.parametrize(
    ("status", "code", "direct"), [(403, 50013, False), (403, 50007, True), (404, 10003, False)], ids=str
)
async def test_what_may_not_be_sent_is_a_line_of_the_log(
    desk: Desk, status: int, code: int, direct: bool
) -> None:
    desk.discord.faults.rest(SEND, 1, status, code=code)
    after = len(desk.kiosk.bot.lines)
    asked = await desk.discord.say("!" + QUESTION, direct=direct)
    assert str(code) in await refusal(desk, after)
    assert not answers(desk, asked)


async def test_a_channel_deleted_while_a_question_is_under_way(desk: Desk) -> None:
    desk.discord.faults.rest(SEND, 1, 503)
    after = len(desk.kiosk.bot.lines)
    asked = await desk.discord.say("!" + QUESTION, channel=OTHER_CHANNEL)
    await desk.discord.delete_channel(OTHER_CHANNEL)
    assert "10003" in await refusal(desk, after)
    assert not answers(desk, asked)


async def test_a_command_that_came_late_is_answered_in_the_channel_unless_it_was_private(desk: Desk) -> None:
    """Discord takes the first answer to a command for three seconds."""
    late = desk.discord.faults.rest(RESPOND, 9, 404, code=10062)
    before = set(desk.discord.world.messages)
    payload = await command(desk, private=False)
    await desk.discord.until(lambda: set(desk.discord.world.messages) - before)
    (answer,) = (desk.discord.world.messages[one] for one in set(desk.discord.world.messages) - before)
    assert "Otto Kern" in visible(description(answer))
    assert answer["content"].startswith(f"<@{payload['member']['user']['id']}> asked by a command")

    after, before = len(desk.kiosk.bot.lines), set(desk.discord.world.messages)
    await command(desk, private=True)
    assert "10062" in await refusal(desk, after)
    desk.discord.faults.pending.remove(late)
    others = [desk.discord.world.messages[one] for one in set(desk.discord.world.messages) - before]
    assert not any(one["embeds"] and "Otto Kern" in description(one) for one in others)


async def command(desk: Desk, *, private: bool) -> Json:
    """Use /ask without waiting for its answer."""
    spec = desk.discord.commands["ask"]
    options = [
        {"name": "question", "type": 3, "value": QUESTION},
        {"name": "private", "type": 5, "value": private},
    ]
    data = {"id": spec["id"], "name": "ask", "type": 1, "options": options, "resolved": {}}
    return (await desk.discord.interact(2, data)).payload


async def test_a_vote_counts_once_however_its_thanks_fare(desk: Desk) -> None:
    reply = await desk.kiosk.ask("!" + QUESTION)
    desk.discord.faults.cut(RESPOND, stored=True)
    await desk.discord.click(reply, "👍", by=desk.member)
    await desk.kiosk.ask("!help")
    votes = desk.kiosk.kept(f"SELECT value FROM votes WHERE answer = '{key_of(reply)}'")  # noqa: S608
    assert votes == [(1,)]


async def test_a_thread_is_opened_once_and_has_the_answer_once(desk: Desk) -> None:
    await desk.discord.slash("settings threads", by=desk.manager, step="add", values={"channel": CHANNEL})
    desk.discord.faults.cut("POST /channels/.*/threads", stored=True)
    desk.discord.faults.cut(SEND, stored=True)
    asked = await desk.discord.say("!" + LONG_ANSWER)
    reply = await desk.discord.reply(asked)

    def threaded() -> list[Json]:
        return [one for one in desk.discord.world.messages.values() if one["channel_id"] == reply["id"]]

    await desk.discord.until(threaded)
    assert len(threaded()) == 1 and "Mara Lindt" in visible(description(threaded()[0]))
    assert len(desk.discord.replies(asked)) == 1 and "thread" in reply["content"]
    await desk.discord.slash("settings threads", by=desk.manager, step="clear")


async def test_a_limit_on_everything_at_the_end_of_a_build_does_not_silence_the_bot(desk: Desk) -> None:
    """discord.py stays silent for good where a call is cancelled that waits for such a limit."""
    desk.discord.faults.rest(r"PATCH /channels/.*", 1, 429, retry_after=2.5, everywhere=True)
    use = await desk.discord.slash("reindex")
    await desk.ended(use.original or {}, "Indexed")
    assert "Otto Kern" in description(await desk.kiosk.ask("!" + QUESTION))


async def test_the_end_of_a_build_is_told_however_long_discord_fails(desk: Desk) -> None:
    use = await desk.discord.slash("reindex")
    desk.discord.faults.rest(r"PATCH /channels/.*", 4, 503)
    await desk.ended(use.original or {}, "Indexed")
    await desk.kiosk.kept_in_time("SELECT * FROM jobs", 0)


async def test_answers_that_take_long_are_given_once(desk: Desk) -> None:
    """Until there is an index, questions wait: commands by "thinking...", typed ones by the typing indicator."""
    starts, discord = desk.discord.gateway.identifies, desk.discord
    assert await desk.kiosk.bot.stop() == 0
    builds = builds_folder(desk.data)
    with writing(desk.data):
        aside = builds.rename(builds.with_name("builds.aside"))
        current = (desk.data / "CURRENT").rename(desk.data / "CURRENT.aside")
        await desk.kiosk.bot.start()
        await discord.until(lambda: discord.gateway.identifies > starts)
        discord.faults.cut(r"POST /channels/\d+/typing")
        typed = await discord.say("!" + QUESTION)
        cut, busy, late, deleted = [await discord.slash("ask", question=QUESTION) for _ in range(4)]
        discord.faults.rest(RESPOND, 1, 404, code=10062)
        before = set(discord.world.messages)
        unanswered = await command(desk, private=False)
        await discord.until(lambda: not discord.faults.pending)
        for use, fault in ((cut, discord.faults.cut), (busy, discord.faults.rest)):
            fault(rf"PATCH /webhooks/\d+/{use.payload['token']}/messages/@original", stored=True)
        late.over = True
        del discord.world.messages[(deleted.original or {})["id"]]
        aside.rename(builds)
        current.rename(desk.data / "CURRENT")
    await discord.reply(typed)
    await discord.until(lambda: cut.answered and busy.answered and deleted.followups)

    def apart() -> list[Json]:
        new = [discord.world.messages[one] for one in set(discord.world.messages) - before]
        return [one for one in new if "asked by a command" in one["content"]]

    await discord.until(lambda: len(apart()) == 2)
    await discord.until(lambda: not discord.faults.pending)
    await desk.kiosk.ask("!help")
    assert len(answers(desk, typed)) == 1 and len(discord.replies(typed)) == 1
    for use in (cut, busy):
        assert "Otto Kern" in visible(description(use.original or {})) and not use.followups
    assert len(deleted.followups) == 1
    assert len(apart()) == 2 and all("Otto Kern" in visible(description(one)) for one in apart())
    assert discord.world.uses[unanswered["token"]].kind is None
