import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loopback.view import InterpretedError, visible

from bot.render.markdown import escape, units

HOSTILE = [
    "*stars* **bold** __under__ ~~struck~~ ||spoiler|| `code` ```fence```",
    "a\\*b \\\\ end\\",
    "<@2001> <@&3101> <#4001> <:e:1> <a:e:1> <t:0> </who:1> <id:home> <https://a.example>",
    "@everyone @here",
    "[click](https://evil.example) and [more] (text)",
    "https://a.example/x_y_z discord.gg/abc steam://run",
    ":smile: at 10:30:45 :a:b:",
    "# heading",
    "### heading",
    "-# small",
    "- item",
    "+ item",
    "> quote",
    ">>> quote",
    "1. first",
    "1999) last",
    "plain\n- item\n2. item\n# heading\n> quote",
    "¯\\_(ツ)_/¯",
    "\u202eright to left\u202c 🤷🏽‍♀️ שלום",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_members_see_the_very_characters(text: str) -> None:
    assert visible(escape(text)) == text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*"\\*_~|`<>()[]#-+.:@1 a\n", "](", "://", ":x:", "**", "1. "]), max_size=30))
def test_any_mixture_of_signs_is_seen_as_it_is(parts: list[str]) -> None:
    text = "".join(parts)
    assert visible(escape(text)) == text


@pytest.mark.parametrize("text", ["The talks, he said, went well (so far).", "It's 5-10 % - at best!", ""])
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    assert escape(text) == text


def test_discord_py_alone_would_not_do() -> None:
    with pytest.raises(InterpretedError):
        visible(discord.utils.escape_markdown("<@2001>"))


def test_a_text_in_the_middle_of_a_line_begins_no_list() -> None:
    assert escape("1. May", line_start=False) == "1. May"
    assert escape("1. May") == "1\\. May"


def test_units_count_what_discord_counts() -> None:
    assert units("aé…") == 3
    assert units("🤷") == 2
