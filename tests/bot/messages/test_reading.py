import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages.cleaning import question_in
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


@pytest.mark.parametrize(
    "text",
    [
        "is it over? https://post.example/news/123",
        "https://post.example/news/123 is it over?",
        "is it over? <https://post.example>",
        "<@1002> is it over?",
        "is it over? <@!1002> <@&77> <#88>",
        "@Lena is it over?",
        "👍🏽 is it over?",
        "is it over? ❤️ 🇩🇪",
        "<:yes:123456789012345678> is it over? <a:no:12>",
        "# is it over?",
        "- is it over?",
        "> is it over?",
        "**is it over?**",
        "*is it over?*",
        "||__is it over?__||",
        "`is it over?`",
        "```\nis it over?\n```",
        "> **is it\nover?** 🙏",
        "is it over? :pray: :+1:",
        "[is it over?](https://post.example/news)",
    ],
)
def test_what_stands_around_a_question_is_no_part_of_it(text: str) -> None:
    assert reading(text, direct=True) == Reading(Kind.QUESTION, "is it over?", addressed=True)
    assert reading(f"<@1001> {text}") == Reading(Kind.QUESTION, "is it over?", addressed=True)
    assert reading(text, reply=True) == Reading(Kind.REPLY, "is it over?", addressed=False)


@pytest.mark.parametrize(
    "text",
    [
        'who said "no **way**, see https://post.example <@1002> 👍"',
        "who said “we `never` lie”",
        "who said 5 * 3 is #1",
        "-5 degrees in the harbour",
        "#harbour is over",
        "who said snake_case_names",
        "what about C++?",
        "is it over? source:https://post.example/news",
        "$5 for a ferry",
        "“over”, or not?",
        "who said meet at 10:30:15",
    ],
)
def test_what_is_asked_for_is_left_as_it_is(text: str) -> None:
    assert reading(text, direct=True).text == text


def test_a_message_of_signs_alone_asks_nothing() -> None:
    assert reading("https://post.example/news", direct=True).kind is Kind.HELP
    assert reading("<@1001> https://post.example/news").kind is Kind.HELP
    assert reading("https://post.example/news", reply=True).kind is Kind.NOTHING


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab >*_`#@<:1"“”😀\ufe0f[](/.-|~', max_size=60))
def test_any_message_can_be_cleaned_with_nothing_added_to_it(message: str) -> None:
    cleaned = question_in(message)
    assert len(cleaned) <= len(message)
    assert set(filter(str.isalnum, cleaned)) <= set(message)


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
