"""Forms with suggestions, mentions, replies, direct messages, a message's menu, and a server's settings."""

from __future__ import annotations

import re
from typing import Any

import pytest
from loopback.kiosk import SIGNS, Kiosk, description, key_of
from loopback.objects import BOT, CHANNEL, OTHER_CHANNEL
from loopback.view import visible

BRIDGE = "the swing bridge stays closed until the bearings are replaced"


def title(message: dict[str, Any]) -> str:
    return str(message["embeds"][0]["title"])


async def used(kiosk: Kiosk, line: str, **more: Any) -> dict[str, Any]:
    """What a slash command shows in the end."""
    use = await kiosk.discord.slash(line, **more)
    await kiosk.discord.until(lambda: use.answered)
    return use.original or {}


async def test_forms_narrow_a_question(kiosk: Kiosk) -> None:
    shown = await used(kiosk, "who", question=BRIDGE, source="Echo")
    text = visible(description(shown))
    assert "Only source Echo." in text and "No way across" in text and "Bridge closed" not in text
    shown = await used(kiosk, "ask", question=f"who said {BRIDGE}", after="2020-02-03", before="2021")
    assert "Bridge closed" in visible(description(shown)) and "No way across" not in visible(
        description(shown)
    )
    shown = await used(kiosk, "who", question=BRIDGE, speaker="Mara Lindt")
    assert "Nothing in the corpus" in visible(description(shown))
    shown = await used(kiosk, "what", speaker="Lindt", about="pilot boats")
    assert title(shown) == "what did Lindt say about pilot boats" and "pilot boats" in visible(
        description(shown)
    )
    shown = await used(kiosk, "quotes", speaker="Otto Kern")
    assert title(shown) == "quotes by Otto Kern"
    use = await kiosk.discord.slash("who", question=BRIDGE, before="soon")
    assert use.ephemeral and "no date" in (use.original or {})["content"]
    use = await kiosk.discord.slash("quotes", speaker=" ")
    assert use.ephemeral and "Name somebody" in (use.original or {})["content"]


async def test_forms_suggest_speakers_and_sources(kiosk: Kiosk) -> None:
    async def suggested(command: str, name: str, typed: str) -> list[str]:
        given = {"question": "x"} if command in {"who", "ask"} else {}
        use = await kiosk.discord.slash(command, focus=name, **given, **{name: typed})
        assert use.kind == 8
        return [choice["value"] for choice in use.data["choices"]]

    for command in ("who", "what", "ask", "quotes"):
        assert "Mara Lindt" in await suggested(command, "speaker", "lind")
    assert "Mara Lindt" in await suggested("who", "speaker", "Mära Lnidt")
    assert await suggested("who", "source", "coast") == ["Coast Post"]
    assert await suggested("who", "speaker", "x" * 6000 + "\u202e") == []


async def test_text_commands(kiosk: Kiosk) -> None:
    reply = await kiosk.ask("!quotes Otto Kern about the bridge")
    assert title(reply) == "quotes by Otto Kern about the bridge" and "stays closed" in visible(
        description(reply)
    )
    reply = await kiosk.ask("!help")
    assert "!quotes Cameron about extremists" in visible(description(reply))
    reply = await kiosk.ask("!qoutes Otto Kern", by=kiosk.discord.person("slip"))
    assert reply["content"] == "Did you mean !quotes?"
    reply = await kiosk.ask("!privacy")
    assert "/privacy" in visible(description(reply)) and "About you" not in description(reply)
    reply = await kiosk.ask("!sources")
    assert "Coast Post: 1 article" in visible(description(reply))
    for line in ("help", "sources", "privacy"):
        use = await kiosk.discord.slash(line)
        await kiosk.discord.until(lambda use=use: use.answered)
        assert use.ephemeral


async def test_mentions_and_direct_messages(kiosk: Kiosk) -> None:
    reply = await kiosk.ask(f"<@{BOT}> did Otto Kern say {BRIDGE}?")
    assert "Otto Kern" in description(reply)
    reply = await kiosk.ask(f"who said {BRIDGE} <@{BOT}>")
    assert title(reply) == f"who said {BRIDGE}"
    reply = await kiosk.ask(f"!who **{BRIDGE}** https://post.example/news/1")
    assert title(reply) == f"who said {BRIDGE}"
    assert "Commands" in description(await kiosk.ask(f"<@{BOT}>"))
    reply = await kiosk.ask(f"who said {BRIDGE}", direct=True)
    assert "Otto Kern" in description(reply)
    more = await kiosk.ask("and about pineapples?", direct=True, reply_to=reply)
    assert title(more) == "what did Otto Kern say about pineapples"
    assert "Commands" in description(await kiosk.ask("help", direct=True))
    assert "About you" in description(await kiosk.ask("Privacy", direct=True))
    opened = await kiosk.discord.choose(reply, "0")
    assert "stays closed" in visible(description(opened.original or {}))


async def test_bots_webhooks_and_edits_are_not_answered(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    robot = discord.person("robot")
    discord.world.people[robot]["bot"] = True
    silent = [
        await discord.say(f"!who said {BRIDGE}", by=robot),
        await discord.say(f"!who said {BRIDGE}", by=discord.person("hook"), webhook_id="77"),
        await discord.say("!weather"),
    ]
    await discord.edit(silent[2], f"!who said {BRIDGE}")
    await kiosk.ask("!who")
    assert not any(discord.replies(message) for message in silent)


async def test_a_reply_to_an_answer_is_a_follow_up(kiosk: Kiosk) -> None:
    first = await kiosk.ask("!what did Mara Lindt say about pilot boats source:council")
    second = await kiosk.ask("and about dredging?", reply_to=first)
    assert title(second) == "what did Mara Lindt say about dredging"
    assert "Only source council." in visible(description(second)) and "dredging" in visible(
        description(second)
    )
    third = await kiosk.ask("what about Otto Kern?", reply_to=second)
    assert title(third) == "what did Otto Kern say about dredging"
    fourth = await kiosk.ask("and did Mara Lindt say that?", reply_to=third)
    assert title(fourth) == "did Mara Lindt say dredging"
    unclear = await kiosk.ask("really?", reply_to=fourth)
    assert unclear["content"].startswith("I do not understand that as a question about this answer")
    other = await kiosk.ask("!help")
    ignored = await kiosk.discord.say("and about dredging?", reply_to=other)
    thanks = await kiosk.discord.say("ok, thanks!", reply_to=third)
    answered = await kiosk.ask(f"<@{BOT}> who said {BRIDGE}", reply_to=other)
    assert title(answered) == f"who said {BRIDGE}"
    assert not kiosk.discord.replies(ignored) and not kiosk.discord.replies(thanks)


async def test_who_said_this(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    menu = discord.commands["Who said this?"]
    assert menu["type"] == 3 and menu["integration_types"] == [0, 1] and menu["contexts"] == [0, 1, 2]

    async def asked(content: str, **said: Any) -> tuple[Any, list[dict[str, Any]]]:
        message = await discord.say(content, **said)
        use = await discord.menu("Who said this?", message, by=discord.person("mia"))
        await discord.until(lambda: use.answered)
        assert use.ephemeral
        return use, [use.original or {}, *use.followups]

    _, (shown,) = await asked(f"I read “{BRIDGE}” somewhere")
    text = visible(description(shown))
    assert text.startswith("Otto Kern · sure\nWord for word:") and "Bridge closed" in text
    assert title(shown) == f"“{BRIDGE}”"
    _, (shown,) = await asked("“the swing bridge remains closed until the bearings are oiled”")
    lines = description(shown).split("\n")
    (wording,) = [line for line in lines if "~~" in line]
    assert "~~stays~~ __remains__" in wording and "__oiled__" in wording
    assert f"“The{BRIDGE[3:]}" in visible(re.sub("~~|__", "", description(shown))), "verbatim beside it"
    use, both = await asked(f"“{BRIDGE}” and “I adore mangoes on every moon”")
    await discord.until(lambda: len(use.followups) == 1)
    assert use.followups[0]["flags"] & 64 and "Nothing in the corpus" in description(use.followups[0])
    assert both[0] is use.original
    _, (shown,) = await asked(f"“{SIGNS}”")
    assert SIGNS in visible(re.sub("~~|__", "", description(shown)))
    for content, said, words in (
        ("", {}, "no text"),
        ("", {"files": {"a.png": b"x"}}, "text of messages only"),
        ("oh no", {}, "three words at least"),
        ("word " * 790, {}, "too long"),
    ):
        use, (shown,) = await asked(content, **said)
        assert words in shown["content"]
    assert not any("mangoes" in question for (question,) in kiosk.kept("SELECT question FROM unanswered"))


async def test_who_said_this_works_in_a_server_without_the_bot(kiosk: Kiosk) -> None:
    message = await kiosk.discord.say(f"“{BRIDGE}”", by=kiosk.discord.person("far"))
    more = {
        "guild_id": "98765",
        "channel": "4567",
        "authorizing_integration_owners": {"1": "2001"},
        "context": 0,
    }
    use = await kiosk.discord.menu("Who said this?", message, **more)
    await kiosk.discord.until(lambda: use.answered)
    assert use.ephemeral and "Otto Kern" in description(use.original or {})


async def test_a_cooldown_says_how_long_it_lasts(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    member = discord.person("hasty")
    for _ in range(5):
        await discord.say(f"!who said {BRIDGE}", by=member)
    refused = await kiosk.ask(f"!who said {BRIDGE}", by=member)
    assert re.search(r"again .*\d", refused["content"])
    use = await discord.slash("who", question=BRIDGE, by=member)
    assert use.ephemeral and "faster than I may answer" in (use.original or {})["content"]


async def test_a_deleted_question_is_answered_without_a_reference(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    asked = await discord.say("!who said the old lock")
    del discord.world.messages[asked["id"]]

    def answers() -> list[dict[str, Any]]:
        messages = discord.world.messages.values()
        return [item for item in messages if item["embeds"] and title(item) == "who said the old lock"]

    (answer,) = await discord.until(answers)
    assert "Mara Lindt" in description(answer) and "message_reference" not in answer


async def test_a_server_chooses_its_channels(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    await discord.slash("settings channels", step="add", values={"channel": CHANNEL})
    try:
        silent = await discord.say(f"!who said {BRIDGE}", channel=OTHER_CHANNEL)
        mention = await discord.say(f"<@{BOT}> is it so?", channel=OTHER_CHANNEL)
        use = await discord.slash("who", question=BRIDGE, channel=OTHER_CHANNEL)
        assert use.ephemeral and "other channels only" in (use.original or {})["content"]
        assert "Otto Kern" in description(await kiosk.ask(f"!who said {BRIDGE}"))
        assert not discord.replies(silent) and not discord.replies(mention)
    finally:
        await discord.slash("settings channels", step="clear")


async def test_long_answers_go_to_a_thread(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    await discord.slash("settings threads", step="add", values={"channel": CHANNEL})
    try:
        announced = await kiosk.ask("!quotes Mara Lindt")
        assert "thread" in announced["content"] and not announced["embeds"]

        def in_thread(thread: str) -> list[dict[str, Any]]:
            return [message for message in discord.world.messages.values() if message["channel_id"] == thread]

        (answer,) = await discord.until(lambda: in_thread(announced["id"]))
        assert discord.world.threads[announced["id"]]["name"] == "quotes by Mara Lindt"
        await discord.click(answer, "Next")
        assert answer["embeds"][0]["footer"]["text"].startswith("Page 2 of ")
        short = await kiosk.ask(f"!who said {BRIDGE}")
        assert "Otto Kern" in description(short)
        use = await discord.slash("quotes", speaker="Mara Lindt")
        announced = use.original or {}
        (answer,) = await discord.until(lambda: in_thread(announced["id"]))
        private = await used(kiosk, "quotes", speaker="Mara Lindt", private=True)
        assert "Mara Lindt" in description(private)
        discord.fail("POST /channels/.*/threads", 403, code=50013)
        refused = await kiosk.ask("!quotes Mara Lindt")
        await discord.until(lambda: refused["embeds"])
        assert refused["content"] in {"", None} and "Mara Lindt" in description(refused)
        await discord.click(refused, "Next")
    finally:
        await discord.slash("settings threads", step="clear")


async def test_votes_can_be_switched_off(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    before = await kiosk.ask(f"!who said {BRIDGE}")
    await discord.slash("settings feedback", on=False)
    try:
        refused = await discord.click(before, "👍")
        assert refused.ephemeral and "switched off" in (refused.original or {})["content"]
        with pytest.raises(AssertionError, match="no button"):
            await discord.click(await kiosk.ask(f"!who said {BRIDGE}"), "👍")
        plain = await kiosk.ask("!ask source:council who said pineapples adore every moon after:2021")
        assert not plain["components"]
        await kiosk.kept_in_time(f"SELECT * FROM sent_answers WHERE message = {plain['id']}", 1)  # noqa: S608
        follow = await kiosk.ask("what about Otto Kern?", reply_to=plain)
        assert title(follow).startswith("what did Otto Kern say about pineapples")
    finally:
        await discord.slash("settings feedback", on=True)


async def test_a_server_may_let_anyone_turn_pages(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    reply = await kiosk.ask("!quotes Mara Lindt")
    await discord.slash("settings paging", who="anyone")
    try:
        await discord.click(reply, "Next", by=discord.person("helper"))
        assert reply["embeds"][0]["footer"]["text"].startswith("Page 2 of ")
        forged = await discord.forge(
            f"page:{key_of(reply)}:1", by=discord.person("else"), channel=OTHER_CHANNEL
        )
        assert "given elsewhere" in (forged.original or {})["content"]
    finally:
        await discord.slash("settings paging", who="asker")
