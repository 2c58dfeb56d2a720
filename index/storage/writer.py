"""Writing the database of a build."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path

from index.articles.article import Article
from index.articles.headline import headline
from index.articles.occasion import places
from index.folding import fold
from index.people import Person
from index.quotations.statement import Speaker, SpeakerKind, Statement

DATABASE = "articles.sqlite"


class DatabaseWriter:
    """The database of a build while it is made; rows are numbered from 0 in the order they come.

    Nothing is synced while writing: a build counts only once it is published, whole.
    """

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / DATABASE)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self._connection.executescript(resources.files("index.storage").joinpath("schema.sql").read_text())
        self.articles = self.passages = self.statements = 0

    def add_article(self, article: Article, content_hash: bytes) -> int:
        """Store an article; returns its number."""
        source = fold("\n".join(filter(None, (article.outlet, article.title, article.id))))
        blocks = json.dumps([(block.start, block.end, block.kind) for block in article.blocks])
        self._connection.execute(
            f"INSERT INTO articles VALUES ({_marks(14)})",
            (
                self.articles,
                article.id,
                article.text,
                headline(article),
                article.title,
                article.outlet,
                article.published,
                article.author,
                article.url,
                article.origin,
                blocks,
                content_hash,
                source,
                "\n".join(sorted(places(article.text))),
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

    def mentions(self) -> Iterator[tuple[int, str, Speaker]]:
        """Every statement with a speaker: (number of the statement, id of the article, speaker)."""
        rows = self._connection.execute(
            "SELECT statements.number, articles.id, speaker, speaker_start, speaker_end, speaker_kind, description"
            " FROM statements JOIN articles ON articles.number = article"
            " WHERE speaker IS NOT NULL ORDER BY statements.number"
        )
        for number, article, name, start, end, kind, description in rows:
            yield number, article, Speaker(name, start, end, SpeakerKind(kind), description)

    def add_person(self, person: Person) -> None:
        """Store a person with the spellings of their name and how often each stands."""
        self._connection.execute(
            "INSERT INTO persons VALUES (?, ?, ?, ?)",
            (person.number, person.name, person.kind, person.description),
        )
        rows = [(person.number, name, count) for name, count in person.aliases]
        self._connection.executemany("INSERT INTO aliases VALUES (?, ?, ?)", rows)

    def set_persons(self, persons: Iterable[tuple[int, int]]) -> None:
        """Give statements their persons: pairs (number of the person, number of the statement)."""
        self._connection.executemany("UPDATE statements SET person = ? WHERE number = ?", persons)

    def units(self, table: str) -> Iterator[tuple[str | None, str]]:
        """Every passage or statement in order: (title of its article, verbatim text)."""
        yield from self._connection.execute(
            f'SELECT title, substr(text, start + 1, "end" - start) FROM {table}'
            f" JOIN articles ON articles.number = article ORDER BY {table}.number"
        )

    def column(self, table: str, column: str) -> Iterator[int]:
        """One integer column in the order of the rows, -1 for NULL."""
        query = f"SELECT coalesce({column}, -1) FROM {table} ORDER BY number"
        for (value,) in self._connection.execute(query):
            yield value

    def close(self) -> None:
        """Commit and close."""
        self._connection.commit()
        self._connection.close()


def _marks(count: int) -> str:
    return ", ".join("?" * count)


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
