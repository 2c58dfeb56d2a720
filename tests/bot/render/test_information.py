"""The pages that are no answers: help, sources, privacy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from loopback.limits import check_message
from loopback.view import visible

from bot.messages.phrasing import Command
from bot.render.embeds import embed
from bot.render.help import help_page
from bot.render.pages import Page
from bot.render.privacy import NAMED, deleted, privacy_page
from bot.render.sources import SHOWN, sources_page
from bot.render.terminal import plain
from bot.store.database import FILE
from bot.store.privacy import KeptAbout
from bot.store.store import open_store
from index.library import Status
from index.storage.reader import Source

STATUS = Status(
    build="b1", created="2020-02-03T04:05:06+00:00", model="m", runtime="r", articles=1200, passages=5,
    statements=30, speakers=1, corpus=(),
)  # fmt: skip


def shown(page: Page) -> str:
    check_message({"embeds": [embed(page).to_dict()]})
    return visible(embed(page).description or "")


@pytest.mark.parametrize("prefix", ["!", "`*_~|<", "1."])
def test_help_names_every_way_to_ask(prefix: str) -> None:
    text = shown(help_page(prefix))
    for command in (*Command, "sources", "privacy", "help"):
        assert f"\n{prefix}{command}" in text
    for word in ("speaker:", "source:", "after:", "before:", "Who said this?", "perhaps", "/settings"):
        assert word in text


def test_the_terminal_is_told_what_it_can_do() -> None:
    text = plain(help_page("!", discord=False))
    assert "!quotes" in text and "!privacy" not in text and "menu" not in text


def test_sources_are_listed_with_their_articles() -> None:
    sources = (Source(None, 1), Source("Coast *Post*", 1000))
    text = shown(sources_page(sources, STATUS))
    assert text.split("\n") == [
        "1,200 articles · 30 statements by 1 speaker, as of 2020-02-03",
        "Coast *Post*: 1,000 articles",
        "no outlet named: 1 article",
    ]
    assert shown(sources_page((), STATUS)).startswith("1,200 articles")


def test_very_many_sources_are_counted() -> None:
    many = tuple(Source("**" * 200 + str(number), 2) for number in range(SHOWN + 3))
    assert shown(sources_page(many, STATUS)).endswith("and 3 other outlets with 6 articles")


def test_privacy_says_what_is_kept() -> None:
    text = shown(privacy_page(30, KeptAbout(answers=2, votes=1, reasons=1)))
    assert "30 days" in text and text.endswith("About you at the moment\n2 answers and 1 vote (1 reason)")
    assert "About you" not in shown(privacy_page(30, None))


async def test_privacy_names_every_table_of_the_database(tmp_path: Path) -> None:
    async with open_store(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    tables = {name for (name,) in rows} - {"migrations"}
    assert tables == NAMED.keys()
    text = shown(privacy_page(30, None))
    for table, words in NAMED.items():
        assert words in text, table


def test_what_was_deleted_is_said() -> None:
    assert deleted(KeptAbout(0, 0, 0)).startswith("There was nothing to delete")
    assert deleted(KeptAbout(1, 2, 0)).startswith("Deleted: 1 answer and 2 votes.")
