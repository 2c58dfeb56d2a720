from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hashing import Hashing

from index.building.pipeline import build
from index.storage.builds import builds_folder, current_id
from index.storage.connection import Connection
from index.storage.stored import Stored, StoredArticle

_TEXT = "“The lock gates will be mended by {},” the engineer Ida Brook said on Friday. Boats waited below.\n"
_RECORDS: tuple[dict[str, str | None], ...] = (
    {"id": "a", "outlet": "The Canal Post", "published": "2019-03-04", "title": "Gates"},
    {"id": "b", "outlet": "Weir & Wharf", "published": "2019-03-05", "title": "Émile's barge"},
    {"id": "c", "outlet": None, "published": "2019-03-05", "title": None},
    {"id": "d", "outlet": "The Canal Post", "published": None, "title": "100 % open"},
    {"id": "e", "outlet": "运河报", "published": "March 2019", "title": "A year: 2019"},
)
"""The last one has no whole date."""


@dataclass(frozen=True)
class _Read:
    stored: Stored
    by_id: dict[str, StoredArticle]

    def ids(self, numbers: list[int]) -> str:
        return "".join(sorted(key for key, article in self.by_id.items() if article.number in numbers))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Read]:
    """What was stored of the records."""
    folder = tmp_path_factory.mktemp("stored")
    records = [{**record, "text": _TEXT.format(f"day {at}")} for at, record in enumerate(_RECORDS)]
    corpus = folder / "corpus.jsonl"
    corpus.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    build(folder / "data", [corpus], Hashing(), model=None, listener=lambda _: None)
    with closing(Connection(builds_folder(folder / "data") / str(current_id(folder / "data")))) as connection:
        stored = Stored(connection)
        articles = stored.articles(range(len(_RECORDS)))
        yield _Read(stored, {article.article.id: article for article in articles.values()})


def test_articles_come_with_all_that_is_known_of_them(read: _Read) -> None:
    assert sorted(read.by_id) == ["a", "b", "c", "d", "e"]
    for record in _RECORDS:
        article = read.by_id[str(record["id"])].article
        assert (article.outlet, article.title) == (record["outlet"], record["title"])
        assert article.published == (None if record["id"] == "e" else record["published"])
        assert article.text.startswith("“The lock gates")
    assert read.stored.articles([]) == {}
    assert list(read.stored.articles([99, 1, 1])) == [1]


def test_passages_and_statements_stand_in_their_articles(read: _Read) -> None:
    articles = {article.number: article.article for article in read.by_id.values()}
    passages = read.stored.passages(range(len(_RECORDS)))
    statements = read.stored.statements(range(len(_RECORDS)))
    texts = read.stored.texts("passages", passages)
    assert [passages[at].article for at in sorted(passages)] == sorted(articles)
    for number, passage in passages.items():
        assert texts[number] == articles[passage.article].text[passage.start : passage.end]
    assert {statement.article for statement in statements.values()} == set(articles)
    assert read.stored.texts("statements", statements) == {at: one.text for at, one in statements.items()}
    for statement in statements.values():
        article = articles[statement.article]
        assert statement.text == article.text[statement.start : statement.end]
        assert statement.text in statement.around
        assert statement.published == article.published
        assert (statement.speaker, statement.person) == ("Ida Brook", 0)


def test_articles_are_told_by_their_outlets_and_days(read: _Read) -> None:
    outlets = {name: read.ids(numbers.tolist()) for name, numbers in read.stored.outlets().items()}
    days = {day: read.ids(numbers.tolist()) for day, numbers in read.stored.days().items()}
    assert outlets == {"The Canal Post": "ad", "Weir & Wharf": "b", "运河报": "e"}
    assert days == {"2019-03-04": "a", "2019-03-05": "bc"}


@pytest.mark.parametrize(
    ("source", "before", "after", "found"),
    [
        (None, None, None, "abcde"),
        ("canal post", None, None, "ad"),
        ("CANAL", None, "2019-01-01", "a"),
        ("emile", None, None, "b"),
        ("100 %", None, None, "d"),
        ("运河", None, None, "e"),
        ("nowhere", None, None, ""),
        ("weir wharf", None, None, "b"),
        ("canal post gates", None, None, ""),
        ("gates a", None, None, ""),
        ("e", None, None, "e"),
        ("A", None, None, "ae"),
        ("a", "2019-03-05", None, "a"),
        ("e", "2019-03-06", None, ""),
        ("ost", None, None, "ad"),
        ("%", None, None, "d"),
        (None, "2019-03-05", None, "a"),
        (None, None, "2019-03-05", "bc"),
        (None, "2019-03-06", "2019-03-05", "bc"),
        (None, "2019-03-05", "2019-03-05", ""),
    ],
)
def test_filters(read: _Read, source: str | None, before: str | None, after: str | None, found: str) -> None:
    numbers = read.stored.matching_articles(source, before, after)
    assert read.ids(numbers) == found
    assert numbers == sorted(numbers)


def test_an_article_without_a_title_is_found_by_the_one_it_is_shown_under(read: _Read) -> None:
    assert read.ids(read.stored.matching_articles(read.by_id["c"].headline, None, None)) == "c"


def test_without_articles_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    build(tmp_path / "data", [tmp_path / "corpus"], Hashing(), model=None, listener=lambda _: None)
    with closing(Connection(builds_folder(tmp_path / "data") / str(current_id(tmp_path / "data")))) as empty:
        stored = Stored(empty)
        assert (stored.outlets(), stored.days(), stored.matching_articles(None, None, None)) == ({}, {}, [])
