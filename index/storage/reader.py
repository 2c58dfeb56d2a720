"""Reading the database of a published build, without ever blocking the event loop."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.articles.article import Article, Block, BlockKind
from index.errors import OperationFailed
from index.folding import fold
from index.storage.database import DATABASE, database_uri

_PRAGMAS = ("PRAGMA mmap_size = 67108864", "PRAGMA cache_size = -4096", "PRAGMA query_only = 1")
"""Pages come out of the mapped file, which processes share, instead of a cache of each one's own."""

_ARTICLE = "number, id, text, headline, title, outlet, published, author, url, origin, blocks"


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its number in the build and the title it is shown under."""

    number: int
    headline: str
    article: Article


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage: `text[start:end]` of the article of that number."""

    number: int
    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement; `speaker` is the name resolved in its article, `person` the person's number.

    `text` are its words and `around` the sentences that they stand in, verbatim; `published` and
    `places` are its article's date (ISO) and the places that it opens with.
    """

    number: int
    article: int
    start: int
    end: int
    kind: str
    speaker: str | None
    description: str | None
    person: int | None
    text: str
    around: str
    published: str | None
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """What is known about an article, without its text; `title` is the one it is shown under."""

    number: int
    id: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet (None: articles that name none) and how many articles it has."""

    outlet: str | None
    articles: int


class DatabaseReader:
    """The database of one build, opened read-only and immutable.

    Every method raises OperationFailed, naming the file, where it cannot be read.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, executor: Executor) -> None:
        self._folder = folder
        self._connection = connection
        self._executor = executor

    @classmethod
    async def open(cls, folder: Path, executor: Executor) -> DatabaseReader:
        """Open the database of the build in `folder`, to be read in `executor`, which has one thread.

        Raises OperationFailed where it is missing or damaged.
        """
        connection = await asyncio.get_running_loop().run_in_executor(executor, _connect, folder)
        return cls(folder, connection, executor)

    async def close(self) -> None:
        """Close the connection."""
        await asyncio.get_running_loop().run_in_executor(self._executor, self._connection.close)

    async def article_by_id(self, article_id: str) -> Article | None:
        """The article of that id, None when there is none."""
        stored = await self.stored_article(article_id)
        return stored.article if stored else None

    async def stored_article(self, article_id: str) -> StoredArticle | None:
        """The article of that id with its number and headline, None when there is none."""
        rows = await self._rows(f"SELECT {_ARTICLE} FROM articles WHERE id = ?", (article_id,))
        return _article(rows[0]) if rows else None

    async def listed_articles(self, start: int, limit: int) -> list[ListedArticle]:
        """At most `limit` articles from number `start` on, in the order of the corpus."""
        rows = await self._rows(
            "SELECT number, id, headline, outlet, published, url, origin FROM articles"
            " WHERE number >= ? ORDER BY number LIMIT ?",
            (start, limit),
        )
        return [ListedArticle(*row) for row in rows]

    async def found_articles(self, words: Sequence[str], start: int, limit: int) -> list[ListedArticle]:
        """At most `limit` articles whose outlet, title or id holds every one of the words, in the order of
        the corpus, from the one at place `start` among them on.
        """
        conditions, values = _holding(words)
        rows = await self._rows(
            "SELECT number, id, headline, outlet, published, url, origin FROM articles"
            f" WHERE {conditions} ORDER BY number LIMIT ? OFFSET ?",
            (*values, limit, start),
        )
        return [ListedArticle(*row) for row in rows]

    async def count_articles(self, words: Sequence[str]) -> int:
        """How many articles `found_articles` finds."""
        conditions, values = _holding(words)
        ((count,),) = await self._rows(f"SELECT count(*) FROM articles WHERE {conditions}", values)
        return int(count)

    async def articles_of(self, origin: str) -> list[ListedArticle]:
        """The articles that were read from the file `origin`, in its order."""
        rows = await self._rows(
            "SELECT number, id, headline, outlet, published, url, origin FROM articles"
            " WHERE origin = ? ORDER BY number",
            (origin,),
        )
        return [ListedArticle(*row) for row in rows]

    async def sources(self) -> list[Source]:
        """The outlets, most articles first; of equal ones by name."""
        rows = await self._rows(
            "SELECT outlet, count(*) FROM articles GROUP BY outlet ORDER BY count(*) DESC, outlet"
        )
        return [Source(*row) for row in rows]

    async def headlines(self) -> list[str]:
        """The titles under which the articles are shown, in the order of the corpus."""
        return [row[0] for row in await self._rows("SELECT headline FROM articles ORDER BY number")]

    async def articles(self, numbers: Iterable[int]) -> dict[int, StoredArticle]:
        """The articles of these numbers, by number."""
        rows = await self._in(f"SELECT {_ARTICLE} FROM articles WHERE number IN", sorted(set(numbers)))
        return {row[0]: _article(row) for row in rows}

    async def passages(self, numbers: Sequence[int]) -> dict[int, StoredPassage]:
        """The passages of these numbers, by number."""
        rows = await self._in('SELECT number, article, start, "end" FROM passages WHERE number IN', numbers)
        return {row[0]: StoredPassage(*row) for row in rows}

    async def statements(self, numbers: Sequence[int]) -> dict[int, StoredStatement]:
        """The statements of these numbers, by number."""
        rows = await self._in(
            'SELECT statements.number, article, start, "end", kind, speaker, description, person,'
            ' substr(text, start + 1, "end" - start), substr(text, around_start + 1, around_end - around_start),'
            " published, places FROM statements JOIN articles ON articles.number = article"
            " WHERE statements.number IN",
            numbers,
        )
        return {row[0]: _statement(*row) for row in rows}

    async def texts(self, table: str, numbers: Sequence[int]) -> dict[int, str]:
        """The verbatim texts of passages or statements, by number."""
        rows = await self._in(
            f'SELECT {table}.number, substr(text, start + 1, "end" - start) FROM {table}'
            f" JOIN articles ON articles.number = article WHERE {table}.number IN",
            numbers,
        )
        return dict(rows)

    async def said_by_unnamed(self, name: str) -> list[int]:
        """The numbers of the statements whose speaker is no person and is called so: "activists"."""
        pattern = "".join(f"\\{one}" if one in "%_\\" else one for one in name.strip().lower())
        rows = await self._rows(
            "SELECT number FROM statements WHERE person IS NULL AND speaker IS NOT NULL"
            " AND lower(speaker) LIKE ? ESCAPE '\\'",
            (f"%{pattern}%",),
        )
        return sorted(
            row[0] for row in rows
        )  # asked for in order, the rows would be read instead of an index

    async def matching_articles(self, source: str | None, before: str | None, after: str | None) -> list[int]:
        """The numbers of the articles that pass the filters; one without a date passes no date filter."""
        conditions, values = ["1"], []
        if source is not None:
            conditions.append("instr(source, ?)")
            values.append(fold(source))
        if before is not None:
            conditions.append("published < ?")
            values.append(before)
        if after is not None:
            conditions.append("published >= ?")
            values.append(after)
        query = f"SELECT number FROM articles WHERE {' AND '.join(conditions)}"
        return sorted(row[0] for row in await self._rows(query, values))

    async def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        def read() -> list[Any]:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise _unreadable(self._folder, error) from error

        return await asyncio.get_running_loop().run_in_executor(self._executor, read)

    async def _in(self, query: str, numbers: Sequence[int]) -> list[Any]:
        # Filled up with the last one to a power of two: few queries are then compiled, and kept for reuse.
        listed = [int(number) for number in numbers]
        listed += listed[-1:] * ((1 << (len(listed) - 1).bit_length()) - len(listed))
        return await self._rows(f"{query} ({', '.join('?' * len(listed))})", listed)


def _connect(folder: Path) -> sqlite3.Connection:
    """A connection for the thread that calls. Raises OperationFailed."""
    try:
        uri = database_uri(folder, "ro&immutable=1")
        connection = sqlite3.connect(uri, uri=True)
    except sqlite3.Error as error:
        raise _unreadable(folder, error) from error
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute("SELECT number FROM articles LIMIT 1").fetchall()
    except sqlite3.Error as error:
        connection.close()
        raise _unreadable(folder, error) from error
    return connection


def _unreadable(folder: Path, error: sqlite3.Error) -> OperationFailed:
    return OperationFailed(f"{folder / DATABASE}: the index cannot be read ({error})")


def _holding(words: Sequence[str]) -> tuple[str, list[str]]:
    """The condition that every one of the words stands in what an article is called, and its values."""
    condition = "(instr(source, ?) OR instr(lower(headline), ?))"
    values = [value for word in map(fold, words) for value in (word, word)]
    return " AND ".join(["1", *[condition] * len(words)]), values


def _statement(*row: Any) -> StoredStatement:
    facts = (*row[:-1], frozenset(row[-1].splitlines()))
    return StoredStatement(*facts)


def _article(row: Any) -> StoredArticle:
    number, identity, text, headline, title, outlet, published, author, url, origin, blocks = row
    parts = tuple(Block(start, end, BlockKind(kind)) for start, end, kind in json.loads(blocks))
    article = Article(identity, text, parts, title, outlet, published, author, url, origin)
    return StoredArticle(number, headline, article)
