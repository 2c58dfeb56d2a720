"""Members ask an unmodified bot process, over the seeds."""

from __future__ import annotations

from typing import Any

import pytest
from loopback.objects import BOT
from loopback.view import bold, visible

QUESTION = "!who said territorial integrity"


def description(message: dict[str, Any]) -> str:
    return str(message["embeds"][0]["description"])


@pytest.fixture(scope="session")
async def answered(newsroom: Any) -> dict[str, Any]:
    """The reply to the question that was asked before there was an index."""
    return dict(await newsroom.discord.reply(newsroom.early, within=300))


async def test_a_question_before_the_first_build_is_answered_after_it(newsroom: Any, answered: Any) -> None:
    assert "Vladimir Putin" in description(answered)
    assert any(call.path.endswith("/typing") for call in newsroom.discord.calls)
    assert (newsroom.folder / "data" / "CURRENT").is_file()


async def test_the_answer_names_quotes_and_cites(answered: Any) -> None:
    text = description(answered)
    assert text.startswith("**Vladimir Putin**")
    seen = visible(text)
    assert "keeps Syria's territorial integrity and sovereignty" in seen
    assert "preservation of Syria’s territorial integrity and sovereignty" in seen
    assert "territorial integrity" in bold(text)
    assert "Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10" in seen
    assert "[1]" in seen and "[2]" in seen
    assert answered["embeds"][0]["title"] == "who said territorial integrity"


async def test_the_answer_replies_to_the_question_and_pings_nobody(newsroom: Any, answered: Any) -> None:
    assert answered["message_reference"]["message_id"] == newsroom.early["id"]
    sent = [call.body for call in newsroom.discord.calls if call.method == "POST" and "embeds" in call.body]
    assert sent
    assert all(body["allowed_mentions"]["parse"] == [] for body in sent)
    assert not any(body["allowed_mentions"].get("replied_user") for body in sent)


@pytest.mark.parametrize(
    "line",
    [
        QUESTION,
        "!who territorial integrity",
        "!WHO said territorial integrity",
        f"<@{BOT}> who said territorial integrity",
    ],
)
async def test_all_ways_to_ask_by_text_mean_the_same(newsroom: Any, answered: Any, line: str) -> None:
    reply = await newsroom.discord.reply(await newsroom.discord.say(line))
    assert description(reply) == description(answered)


@pytest.mark.parametrize(
    "question", ["said territorial integrity", "territorial integrity", "who said territorial integrity"]
)
async def test_the_slash_command_means_the_same(newsroom: Any, answered: Any, question: str) -> None:
    use = await newsroom.discord.slash("who", question=question)
    await newsroom.discord.until(lambda: use.answered)
    assert description(use.original) == description(answered)
    assert not use.ephemeral


async def test_a_direct_message_is_answered(newsroom: Any, answered: Any) -> None:
    reply = await newsroom.discord.reply(await newsroom.discord.say(QUESTION, direct=True))
    assert description(reply) == description(answered)


async def test_what_somebody_said(newsroom: Any) -> None:
    reply = await newsroom.discord.reply(
        await newsroom.discord.say("!what did Westerwelle say about arms deliveries")
    )
    assert "Guido Westerwelle" in description(reply)
    assert "international arms deliveries to Syria must end" in visible(description(reply))


@pytest.mark.parametrize(
    "line", ["!ask what is the recipe for lemon cake", "!who said the moon is made of cheese"]
)
async def test_nothing_found_is_said(newsroom: Any, line: str) -> None:
    reply = await newsroom.discord.reply(await newsroom.discord.say(line))
    assert description(reply).startswith("Nothing in the corpus")


async def test_slash_ask_takes_any_question(newsroom: Any) -> None:
    use = await newsroom.discord.slash("ask", question="did Putin say gang of cutthroats")
    await newsroom.discord.until(lambda: use.answered)
    seen = visible(description(use.original))
    assert seen.startswith("Nothing in the corpus has Vladimir Putin saying “gang of cutthroats”.")
    assert "John Wight" in seen


async def test_a_command_without_a_question_is_explained(newsroom: Any) -> None:
    for line in ("!who", "!ask  ", "!WHAT"):
        reply = await newsroom.discord.reply(await newsroom.discord.say(line))
        assert reply["content"].startswith("Ask me something, for example: `!")


async def test_an_unusable_question_gets_a_sentence(newsroom: Any) -> None:
    reply = await newsroom.discord.reply(await newsroom.discord.say("!ask " + "x" * 1990 + " " + "y" * 100))
    assert "characters" in reply["content"] and reply["content"].endswith(".")


async def test_other_messages_are_left_alone(newsroom: Any) -> None:
    others = [
        await newsroom.discord.say(line) for line in ("!weather today", "who said that?", "! who", "!whoever")
    ]
    asked = await newsroom.discord.say("!who")
    await newsroom.discord.reply(asked)
    assert not any(newsroom.discord.replies(other) for other in others)


async def test_a_question_that_was_deleted_meanwhile_is_answered_all_the_same(newsroom: Any) -> None:
    count = len(newsroom.discord.world.messages)
    asked = await newsroom.discord.say(QUESTION)
    del newsroom.discord.world.messages[asked["id"]]
    await newsroom.discord.until(lambda: len(newsroom.discord.world.messages) > count)


async def test_a_rate_limit_only_delays_the_answer(newsroom: Any) -> None:
    newsroom.discord.fail("POST /channels/.*/messages", 429)
    assert await newsroom.discord.reply(await newsroom.discord.say(QUESTION))


async def test_a_channel_that_takes_no_answers_is_told_what_they_need(newsroom: Any) -> None:
    newsroom.discord.fail("POST /channels/.*/messages", 403, code=50013)
    refused = await newsroom.discord.say(QUESTION)
    await newsroom.bot.said("Discord refused an answer")
    messages = newsroom.discord.world.messages
    told = await newsroom.discord.until(
        lambda: [text for message in messages.values() if "I lack" in (text := message["content"])]
    )
    assert told == [
        "I cannot answer here: I lack the permission Embed Links. An admin of the server can give it to me."
    ]
    assert await newsroom.discord.reply(await newsroom.discord.say(QUESTION))
    assert not newsroom.discord.replies(refused)


async def test_a_lost_connection_is_resumed_and_nothing_is_missed(newsroom: Any) -> None:
    resumes = newsroom.discord.gateway.resumes
    await newsroom.discord.gateway.drop(4000)
    asked = await newsroom.discord.say(QUESTION)
    assert await newsroom.discord.reply(asked)
    assert newsroom.discord.gateway.resumes == resumes + 1


async def test_the_pages_of_a_long_answer_are_turned_by_the_asker_alone(newsroom: Any) -> None:
    discord = newsroom.discord
    member = discord.person("paula")
    first = await discord.reply(await discord.say("!what did David Cameron say", by=member))
    assert first["embeds"][0]["footer"]["text"].startswith("Page 1 of ")
    page_one = description(first)
    with pytest.raises(PermissionError):
        await discord.click(first, "Previous", by=member)
    stranger = await discord.click(first, "Next")
    assert stranger.ephemeral and "Only the member who asked" in stranger.original["content"]
    assert description(first) == page_one
    await discord.click(first, "Next", by=member)
    assert first["embeds"][0]["footer"]["text"].startswith("Page 2 of ")
    assert description(first) != page_one
    await discord.click(first, "Previous", by=member)
    assert description(first) == page_one


async def test_only_the_needed_intents_are_asked_for(newsroom: Any) -> None:
    guilds, guild_messages, direct_messages, message_content = 1 << 0, 1 << 9, 1 << 12, 1 << 15
    assert newsroom.discord.gateway.intents == guilds | guild_messages | direct_messages | message_content


async def test_the_token_is_in_no_line_of_the_log(newsroom: Any) -> None:
    assert newsroom.bot.lines
    assert not any(newsroom.variables["DISCORD_TOKEN"] in line for line in newsroom.bot.lines)
