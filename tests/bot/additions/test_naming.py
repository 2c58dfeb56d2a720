from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.additions.naming import Description, new_name, suffix_of
from index.articles.article import Article
from index.articles.corpus import read_corpus
from index.errors import BadInput


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_every_name_is_safe_and_new(like: str) -> None:
    name = new_name(like)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}", name)
    assert name != new_name(like)


@pytest.mark.parametrize("like", ["README", "license", "../../etc/passwd", ".hidden", "", "北京", "CON"])
def test_a_name_is_one_of_an_article(tmp_path: Path, like: str) -> None:
    (tmp_path / f"{new_name(like)}.txt").write_text("The ferry sails, Ada Grant said.")
    (article,) = read_corpus([tmp_path])
    assert isinstance(article, Article)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_told_is_read_back(title: str, outlet: str) -> None:
    told = Description.of(title, outlet, "2020-05-01")
    read = tomllib.loads(told.toml("a b.txt").encode("utf-8").decode("utf-8"))
    assert read == {"a b.txt": told.fields}


def test_dates_are_checked() -> None:
    assert Description.of(None, " ", None) == Description()
    assert Description.of(None, None, " 10 May 2013 ").published == "2013-05-10"
    for date in ("yesterday", "2013-02-30", "2013"):
        with pytest.raises(BadInput, match="no date"):
            Description.of(None, None, date)


def test_only_kinds_that_are_read_can_be_added() -> None:
    assert [suffix_of(name) for name in ("A.TXT", "b.md", "c.htm", "d.x.jsonl")] == [
        ".txt", ".md", ".htm", ".jsonl",
    ]  # fmt: skip
    for name in ("a.pdf", "txt", "", "a.txt.exe", "articles.toml"):
        with pytest.raises(BadInput, match="can be added"):
            suffix_of(name)
