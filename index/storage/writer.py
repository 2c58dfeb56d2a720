"""Writing the database of a build."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles.article import Article, Block, BlockKind
from index.articles.headline import headline
from index.articles.occasion import places
from index.folding import fold
from index.people import Person
from index.quotations.statement import Statement
from index.storage.database import database_uri

_PRAGMAS = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
PRAGMA temp_store = MEMORY;
"""
_ARTICLE = (
    "id, headline, title, outlet, published, author, url, origin, blocks, hash, read_from, overrides, digest,"
    " source, places, text"
)
_STATEMENT = (
    'start, "end", around_start, around_end, kind, quoted, "group", cue, speaker, speaker_start, speaker_end,'
    " speaker_kind, description, person"
)


class DatabaseWriter:
    """The database of a build while it is made; rows are numbered from 0 in the order they come.

    Rows can be copied from the database of an `earlier` build. Nothing is synced while writing: a
    build counts only once it is published, whole.
    """

    def __init__(self, folder: Path, earlier: Path | None = None) -> None:
        self._connection = sqlite3.connect(database_uri(folder, "rwc"), uri=True)
        self._connection.executescript(_PRAGMAS + _sql("schema.sql"))
        if earlier is not None:
            self._connection.execute("ATTACH ? AS earlier", (database_uri(earlier, "ro&immutable=1"),))
        self.articles = self.passages = self.statements = 0

    def add_article(self, article: Article, content_hash: bytes) -> int:
        """Store an article; returns its number."""
        source = "\n".join(map(fold, filter(None, (article.outlet, article.title, article.id))))
        reading = article.reading
        self._connection.execute(
            f"INSERT INTO articles (number, {_ARTICLE}) VALUES ({_marks(17)})",
            (
                self.articles,
                article.id,
                headline(article),
                article.title,
                article.outlet,
                article.published,
                article.author,
                article.url,
                article.origin,
                _blocks_text(article.blocks),
                content_hash,
                *((reading.source, reading.overrides, reading.text) if reading else (None, None, None)),
                source,
                "\n".join(sorted(places(article.text))),
                article.text,
            ),
        )
        self.articles += 1
        return self.articles - 1

    def add_passages(self, article: int, spans: Iterable[tuple[int, int]]) -> None:
        """Store the passages of an article."""
        rows = [(self.passages + at, article, start, end) for at, (start, end) in enumerate(spans)]
        self._connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
        self.passages += len(rows)

    def add_statements(self, article: int, statements: Sequence[tuple[Statement, tuple[int, int]]]) -> None:
        """Store the statements of an article, each with the sentences it stands in; their persons come later."""
        rows = [
            (self.statements + at, article, *_statement_row(statement, around))
            for at, (statement, around) in enumerate(statements)
        ]
        self._connection.executemany(f"INSERT INTO statements VALUES ({_marks(15)}, NULL)", rows)
        self.statements += len(rows)

    def copy_articles(self, numbers: range, passages: range) -> None:
        """Copy these articles of the earlier build, which have these passages there."""
        shift = self.articles - numbers.start
        self._connection.execute(
            f"INSERT INTO articles SELECT number + ?, {_ARTICLE} FROM earlier.articles"
            " WHERE number >= ? AND number < ? ORDER BY number",
            (shift, numbers.start, numbers.stop),
        )
        self._connection.execute(
            'INSERT INTO passages SELECT number + ?, article + ?, start, "end" FROM earlier.passages'
            " WHERE number >= ? AND number < ? ORDER BY number",
            (self.passages - passages.start, shift, passages.start, passages.stop),
        )
        self.articles += len(numbers)
        self.passages += len(passages)

    def copy_statements(self, rows: range, shift: int) -> None:
        """Copy these statements of the earlier build, whose articles' numbers are now higher by `shift`,
        with the numbers that their persons had there.
        """
        self._connection.execute(
            f"INSERT INTO statements SELECT number + ?, article + ?, {_STATEMENT} FROM earlier.statements"
            " WHERE number >= ? AND number < ? ORDER BY number",
            (self.statements - rows.start, shift, rows.start, rows.stop),
        )
        self.statements += len(rows)

    def article(self, number: int) -> Article:
        """An article stored before, without its metadata: what statements are sought in."""
        row = self._connection.execute("SELECT id, text, blocks FROM articles WHERE number = ?", (number,))
        identity, text, blocks = row.fetchone()
        return Article(
            identity, text, tuple(Block(a, b, BlockKind(kind)) for a, b, kind in json.loads(blocks))
        )

    def earlier_with(self, article: Article) -> int | None:
        """The number that the same text, in the same blocks and under the same id, has in the earlier build."""
        row = self._connection.execute(
            "SELECT number FROM earlier.articles WHERE id = ? AND blocks = ? AND text = ?",
            (article.id, _blocks_text(article.blocks), article.text),
        ).fetchone()
        return None if row is None else int(row[0])

    def changes(self) -> tuple[int, int, int]:
        """How many articles were added, changed and removed, compared with the earlier build, by id."""
        common, changed = self._connection.execute(
            "SELECT count(*), coalesce(sum(now.hash <> was.hash), 0)"
            " FROM articles AS now JOIN earlier.articles AS was ON was.id = now.id"
        ).fetchone()
        (before,) = self._connection.execute("SELECT count(*) FROM earlier.articles").fetchone()
        return self.articles - common, changed, before - common

    def add_persons(self, persons: Sequence[Person]) -> None:
        """Store persons with the spellings of their names and how often each stands."""
        self._connection.executemany(
            "INSERT INTO persons VALUES (?, ?, ?, ?)",
            ((person.number, person.name, person.kind, person.description) for person in persons),
        )
        self._connection.executemany(
            "INSERT INTO aliases VALUES (?, ?, ?)",
            ((person.number, name, count) for person in persons for name, count in person.aliases),
        )

    def set_persons(self, rows: NDArray[np.int32], persons: NDArray[np.int32]) -> None:
        """Give these statements their persons, -1 for none."""
        self._connection.executemany(
            "UPDATE statements SET person = nullif(?, -1) WHERE number = ?",
            zip(persons.tolist(), rows.tolist(), strict=True),
        )

    def units(self, table: str, rows: NDArray[np.integer]) -> Iterator[tuple[str | None, str]]:
        """These passages or statements (ascending): (title of its article, verbatim text)."""
        number, title, text = -1, None, ""
        for first, last in _stretches(rows):
            spans = self._connection.execute(
                f'SELECT article, start, "end" FROM {table} WHERE number >= ? AND number <= ? ORDER BY number',
                (first, last),
            )
            for article, start, end in spans:
                if article != number:
                    row = self._connection.execute(
                        "SELECT title, text FROM articles WHERE number = ?", (article,)
                    )
                    number, (title, text) = article, row.fetchone()
                yield title, text[start:end]

    def articles_of(self, table: str) -> NDArray[np.int32]:
        """The number of the article of each passage or statement, int32 (N,); ascends as they were stored."""
        query = f"SELECT article, count(*) FROM {table} GROUP BY article ORDER BY article"
        counts = np.array(self._connection.execute(query).fetchall(), dtype=np.int32).reshape(-1, 2)
        return np.repeat(counts[:, 0], counts[:, 1])

    def commit(self) -> None:
        """Hand what was written to the file, where others can read it until the next writing."""
        self._connection.commit()

    def finish(self) -> None:
        """Make the indexes and write everything out; from then on the database can only be read."""
        self._connection.commit()
        self._connection.executescript(_sql("indexes.sql"))

    def close(self) -> None:
        """Close, whatever was written."""
        self._connection.close()


def _sql(name: str) -> str:
    return resources.files("index.storage").joinpath(name).read_text(encoding="utf-8")


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _stretches(rows: NDArray[np.integer]) -> Iterator[tuple[int, int]]:
    """The first and last of each unbroken stretch of ascending numbers."""
    if rows.size:
        breaks = np.flatnonzero(np.diff(rows) != 1)
        firsts, lasts = rows[np.r_[0, breaks + 1]], rows[np.r_[breaks, rows.size - 1]]
        yield from zip(firsts.tolist(), lasts.tolist(), strict=True)


def _blocks_text(blocks: Iterable[Block]) -> str:
    return json.dumps([astuple(block) for block in blocks])


def _statement_row(statement: Statement, around: tuple[int, int]) -> tuple[object, ...]:
    speaker = statement.speaker
    said_by = (
        (speaker.name, speaker.start, speaker.end, speaker.kind, speaker.description)
        if speaker
        else (None,) * 5
    )
    return (
        statement.start,
        statement.end,
        *around,
        statement.kind,
        json.dumps(statement.quoted),
        statement.group,
        statement.cue,
        *said_by,
    )
