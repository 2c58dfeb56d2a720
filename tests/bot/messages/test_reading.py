import pytest

from bot.messages.near_misses import near_miss
from bot.messages.reading import Kind, Reading, read

NAMES = ("who", "what", "ask", "quotes", "sources", "help", "privacy")
ALONE = ("sources", "help", "privacy")


def reading(text: str, *, direct: bool = False, reply: bool = False) -> Reading:
    return read(text, prefix="!", me=1001, direct=direct, reply=reply, names=NAMES, alone=ALONE)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("!who said no", Kind.COMMAND, "who"),
        ("!HELP", Kind.COMMAND, "help"),
        ("!weather", Kind.NOTHING, ""),
        ("! who said no", Kind.NOTHING, ""),
        ("!", Kind.NOTHING, ""),
        ("!qoutes Lindt", Kind.SLIP, "quotes"),
        ("!whoo said no", Kind.SLIP, "who"),
        ("who said no", Kind.NOTHING, ""),
        ("<@1001>", Kind.HELP, ""),
        ("<@!1001> ", Kind.HELP, ""),
        ("<@1001> Hello!", Kind.HELP, ""),
        ("hello", Kind.NOTHING, ""),
        ("<@1001> who said no", Kind.COMMAND, "who"),
        ("<@1001> is it over?", Kind.QUESTION, "is it over?"),
        ("is it over? <@1001>", Kind.QUESTION, "is it over?"),
        ("who said no <@1001>", Kind.QUESTION, "who said no"),
        ("<@1001> help", Kind.WORD, "help"),
        ("<@1001> sources say no", Kind.QUESTION, "sources say no"),
        ("I asked <@1001> before", Kind.NOTHING, ""),
        ("<@1002> who said no", Kind.NOTHING, ""),
    ],
)
def test_messages_in_a_channel(text: str, kind: Kind, words: str) -> None:
    assert (reading(text).kind, reading(text).text) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "ok",
        "lol nice",
        "Wow, that’s good :)",
        "👍",
        "<:yes:123456789012345678>",
        "thank you so much",
    ],
)
def test_small_talk_asks_nothing(text: str) -> None:
    for said in (
        reading(text, reply=True),
        reading(text, direct=True),
        reading(f"<@1001> {text}", reply=True),
    ):
        assert said.kind is Kind.NOTHING


@pytest.mark.parametrize(
    "text", ["and Lindt?", "no, Cameron", "what?", "source:AFP", "he said it?", "thanks to whom"]
)
def test_few_words_may_ask_something(text: str) -> None:
    assert reading(text, reply=True).kind is Kind.REPLY


def test_a_prefix_behind_a_mention_is_no_part_of_the_question() -> None:
    assert reading("<@1001> !help") == Reading(Kind.WORD, "help")
    assert reading("<@1001> !who said no") == Reading(Kind.COMMAND, "who")


def test_direct_messages_are_questions() -> None:
    assert reading("is it over?", direct=True) == Reading(Kind.QUESTION, "is it over?", addressed=True)
    assert reading("Privacy", direct=True).kind is Kind.WORD
    assert reading("!who said no", direct=True).kind is Kind.COMMAND
    assert reading("", direct=True).kind is Kind.NOTHING


def test_replies_to_the_bot_are_follow_ups() -> None:
    assert reading("and Lindt?", reply=True) == Reading(Kind.REPLY, "and Lindt?", addressed=False)
    assert reading("<@1001> and Lindt?", reply=True) == Reading(Kind.REPLY, "and Lindt?", addressed=True)
    assert reading("!ask the harbour", reply=True).kind is Kind.COMMAND
    assert reading("help", reply=True).kind is Kind.REPLY


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("whoo", "who"), ("hwo", "who"), ("qoutes", "quotes"), ("quotse", "quotes"), ("sorces", "sources"),
        ("privcay", "privacy"), ("hepl", "help"), ("WAHT", "what"),
        ("wh", None), ("who", None), ("weather", None), ("rank", None), ("ping", None), ("hello", None),
        ("whoever", None), ("play", None), ("", None),
    ],
)  # fmt: skip
def test_slips_of_the_fingers(word: str, meant: str | None) -> None:
    assert near_miss(word, NAMES) == meant
