"""Articles into the database of a build, with their passages and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.articles.around import sentences_around
from index.articles.article import Article
from index.articles.corpus import Skipped
from index.building.embedding import text_hash
from index.building.progress import Listener, Progress, Stage
from index.passages import passages
from index.quotations import extract
from index.quotations.statement import Statement, StatementKind
from index.storage.writer import DatabaseWriter

_REPORT_EVERY = 50
_FEWEST_WORDS = 3


def store_articles(
    database: DatabaseWriter, articles: Iterable[Article | Skipped], listener: Listener, *, statements: bool
) -> dict[str, bytes]:
    """Store all articles, cut to passages and read for statements; returns their content hashes by id."""
    hashes: dict[str, bytes] = {}
    for item in articles:
        if isinstance(item, Skipped):
            listener(item)
            continue
        hashes[item.id] = _content_hash(item)
        number = database.add_article(item, hashes[item.id])
        database.add_passages(number, passages(item))
        if statements:
            found = [(one, sentences_around(item, one.start, one.end)) for one in _statements(item)]
            database.add_statements(number, found)
        if database.articles % _REPORT_EVERY == 0:
            listener(Progress(Stage.READING, database.articles, None))
    listener(Progress(Stage.READING, database.articles, database.articles))
    return hashes


def _statements(article: Article) -> Iterator[Statement]:
    """What is said in an article: a statement of several speakers once for each, so that it is found
    under every one of them, and no report of a word or two ("hailed the bid"), which tells nothing.
    """
    for statement in extract(article.text, article.blocks):
        words = article.text[statement.start : statement.end].split()
        if statement.kind is StatementKind.INDIRECT and len(words) < _FEWEST_WORDS:
            continue
        speaker = statement.speaker
        if speaker is None or not speaker.members:
            yield statement
            continue
        for member in speaker.members:
            yield replace(statement, speaker=replace(speaker, name=member, description=None, members=()))


def _content_hash(article: Article) -> bytes:
    known = (article.text, article.title, article.outlet, article.published, article.author, article.url)
    return text_hash(repr(known))
