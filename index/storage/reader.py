"""Reading the database of a published build, without ever blocking the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from index.articles.article import Article
from index.folding import fold
from index.storage.connection import Connection
from index.storage.stored import ARTICLE, Stored, StoredArticle, article_of

Result = TypeVar("Result")


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
    """The database of one build, opened read-only and immutable; `stored` reads by number, in the thread
    that works for a question.

    Every method raises OperationFailed, naming the file, where it cannot be read.
    """

    def __init__(self, connection: Connection, executor: Executor) -> None:
        self.stored = Stored(connection)
        self._connection = connection
        self._executor = executor

    @classmethod
    async def open(cls, folder: Path, executor: Executor) -> DatabaseReader:
        """Open the database of the build in `folder`, to be read in `executor`.

        Raises OperationFailed where it is missing or damaged.
        """
        connection = await asyncio.get_running_loop().run_in_executor(executor, Connection, folder)
        return cls(connection, executor)

    async def close(self) -> None:
        """Close the connection."""
        await self._run(self._connection.close)

    async def article_by_id(self, article_id: str) -> Article | None:
        """The article of that id, None when there is none."""
        stored = await self.stored_article(article_id)
        return stored.article if stored else None

    async def stored_article(self, article_id: str) -> StoredArticle | None:
        """The article of that id with its number and headline, None when there is none."""
        rows = await self._rows(f"SELECT {ARTICLE} FROM articles WHERE id = ?", (article_id,))
        return article_of(rows[0]) if rows else None

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

    async def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        return await self._run(self._connection.rows, query, values)

    async def _run(self, work: Callable[..., Result], *arguments: object) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *arguments)


def _holding(words: Sequence[str]) -> tuple[str, list[str]]:
    """The condition that every one of the words stands in what an article is called, and its values."""
    condition = "(instr(source, ?) OR (title IS NULL AND instr(folded(headline), ?)))"
    values = [value for word in map(fold, words) for value in (word, word)]
    return " AND ".join(["1", *[condition] * len(words)]), values
