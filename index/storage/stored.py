"""What the database holds of articles, passages and statements, read by number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.articles.article import Article, Block, BlockKind
from index.folding import fold, word_sequence
from index.storage.connection import Connection

ARTICLE = "number, id, text, headline, title, outlet, published, author, url, origin, blocks"
"""The columns that `article_of` reads."""
_ARTICLES_AT_ONCE = 64
"""The texts of so many articles are in memory at once, of some megabytes each at most."""
_PIECES = 8
"""So many statements on, in the order of the article, the pieces of a quotation are looked for."""


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

    `text` are its words and `around` the sentences that they stand in, from `around_start` on, verbatim;
    `cue` are the words that report it. `published` and `places` are its article's date (ISO) and the
    places that it opens with.
    """

    number: int
    article: int
    start: int
    end: int
    kind: str
    cue: str | None
    speaker: str | None
    description: str | None
    person: int | None
    text: str
    around_start: int
    around: str
    published: str | None
    places: frozenset[str]

    @property
    def cue_before(self) -> tuple[int, int] | None:
        """Where in `around` the cue stands last before the statement."""
        cue = self.cue or ""
        place = self.around.rfind(cue, 0, self.start - self.around_start) if cue else -1
        return None if place < 0 else (place, place + len(cue))


@dataclass(frozen=True, slots=True)
class StatementPiece:
    """A statement that is a piece of a quotation which its attribution breaks up: where it stands, and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stored:
    """Reads in the thread that calls, which is not to be the event loop's.

    Every method raises OperationFailed, naming the file, where it cannot be read.
    """

    connection: Connection

    def articles(self, numbers: Iterable[int]) -> dict[int, StoredArticle]:
        """The articles of these numbers, by number."""
        query = f"SELECT {ARTICLE} FROM articles WHERE number IN"
        return {row[0]: article_of(row) for row in self.connection.rows_in(query, sorted(set(numbers)))}

    def passages(self, numbers: Iterable[int]) -> dict[int, StoredPassage]:
        """The passages of these numbers, by number."""
        query = 'SELECT number, article, start, "end" FROM passages WHERE number IN'
        return {row[0]: StoredPassage(*row) for row in self.connection.rows_in(query, numbers)}

    def statements(self, numbers: Iterable[int]) -> dict[int, StoredStatement]:
        """The statements of these numbers, by number."""
        rows = self.connection.rows_in(
            'SELECT article, number, start, "end", kind, cue, speaker, description, person,'
            " around_start, around_end FROM statements WHERE number IN",
            numbers,
        )
        found: dict[int, StoredStatement] = {}
        for (text, published, places), theirs in self._by_article(rows):
            standing = frozenset(places.splitlines())
            for article, number, start, end, kind, cue, speaker, description, person, first, last in theirs:
                found[number] = StoredStatement(
                    number,
                    article,
                    start,
                    end,
                    kind,
                    cue,
                    speaker,
                    description,
                    person,
                    text[start:end],
                    first,
                    text[first:last],
                    published,
                    standing,
                )
        return found

    def pieces(self, numbers: Iterable[int]) -> dict[int, list[StatementPiece]]:
        """The pieces of the quotations that the statements of these numbers belong to, by the statement's number;
        a quotation that is not broken up is one piece.
        """
        rows = self.connection.rows_in(
            'SELECT one.article, one.number, piece.start, piece."end" FROM statements AS one'
            " JOIN statements AS piece"
            f" ON piece.number BETWEEN one.number - {_PIECES} AND one.number + {_PIECES}"
            ' AND piece.article = one.article AND piece."group" = one."group" WHERE one.number IN',
            numbers,
        )
        pieces: dict[int, list[StatementPiece]] = {}
        for (text, *_), theirs in self._by_article(rows):
            for _, number, start, end in theirs:
                pieces.setdefault(number, []).append(StatementPiece(start, end, text[start:end]))
        return pieces

    def texts(self, table: str, numbers: Iterable[int]) -> dict[int, str]:
        """The verbatim texts of passages or statements, by number."""
        rows = self.connection.rows_in(
            f'SELECT article, number, start, "end" FROM {table} WHERE number IN', numbers
        )
        return {
            number: text[start:end]
            for (text, *_), theirs in self._by_article(rows)
            for _, number, start, end in theirs
        }

    def _by_article(
        self, rows: Iterable[Sequence[Any]]
    ) -> Iterator[tuple[Sequence[Any], list[Sequence[Any]]]]:
        """Rows that begin with an article's number, by article, with its text, date and places. An article is read
        once: SQLite would go through its text for each stretch that is cut out of it.
        """
        grouped: dict[int, list[Sequence[Any]]] = {}
        for row in rows:
            grouped.setdefault(row[0], []).append(row)
        query = "SELECT number, text, published, places FROM articles WHERE number IN"
        numbers = sorted(grouped)
        for start in range(0, len(numbers), _ARTICLES_AT_ONCE):
            for number, *article in self.connection.rows_in(
                query, numbers[start : start + _ARTICLES_AT_ONCE]
            ):
                yield article, grouped[number]

    def places(self, table: str, first: int, end: int) -> list[tuple[int, int, int, int]]:
        """The numbers of passages or statements from `first` on, before `end`, each with its article's and
        where it starts and ends there.
        """
        query = f'SELECT number, article, start, "end" FROM {table} WHERE number >= ? AND number < ?'
        return self.connection.rows(query, (first, end))

    def article_bytes(self, first: int, end: int) -> list[tuple[int, bytes]]:
        """The numbers of articles from `first` on, before `end`, each with its text in UTF-8."""
        query = "SELECT number, CAST(text AS BLOB) FROM articles WHERE number >= ? AND number < ?"
        return self.connection.rows(query, (first, end))

    def outlets(self) -> dict[str, NDArray[np.int32]]:
        """The numbers of the articles of each outlet, by its name."""
        return self._numbers(
            "SELECT outlet, group_concat(number) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet"
        )

    def days(self) -> dict[str, NDArray[np.int32]]:
        """The numbers of the articles of each day (ISO) on which some were published."""
        return self._numbers(
            "SELECT published, group_concat(number) FROM articles WHERE published IS NOT NULL GROUP BY published"
        )

    def unnamed(self) -> dict[str, NDArray[np.int32]]:
        """The numbers of the statements of each speaker who is no person, by what it is called."""
        return self._numbers(
            "SELECT speaker, group_concat(number) FROM statements WHERE person IS NULL AND speaker IS NOT NULL"
            " GROUP BY speaker"
        )

    def _numbers(self, query: str) -> dict[str, NDArray[np.int32]]:
        rows = self.connection.rows(query)
        return {value: np.fromstring(numbers, dtype=np.int32, sep=",") for value, numbers in rows}

    def matching_articles(self, source: str | None, before: str | None, after: str | None) -> list[int]:
        """The numbers of the articles that pass the filters; one without a date passes no date filter.

        `source` stands in whole words in an article's outlet, title or id, or is the title it is shown
        under; half a word counts where no article passes so, whatever its date.
        """
        called = None if source is None else frozenset(self._with_words(source) or self._with_letters(source))
        if before is None and after is None and called is not None:
            return sorted(called)
        conditions: list[str] = ["1"]
        values: list[str] = []
        if before is not None:
            conditions.append("published < ?")
            values.append(before)
        if after is not None:
            conditions.append("published >= ?")
            values.append(after)
        rows = self.connection.rows(f"SELECT number FROM articles WHERE {' AND '.join(conditions)}", values)
        return sorted(number for (number,) in rows if called is None or number in called)

    def _with_words(self, source: str) -> list[int]:
        """The articles that are called so, or whose outlet, title and id hold these words in a row."""
        called = word_sequence(source)
        words = called.split()
        if not words:
            return []
        rows = self.connection.rows(
            "SELECT number, source, headline FROM articles WHERE instr(source, ?) OR headline = ?",
            (max(words, key=len), source),
        )
        return [
            number
            for number, names, title in rows
            if title == source or any(called in word_sequence(name) for name in names.split("\n"))
        ]

    def _with_letters(self, source: str) -> list[int]:
        """The articles whose outlet, title or id holds these letters."""
        rows = self.connection.rows("SELECT number FROM articles WHERE instr(source, ?)", (fold(source),))
        return [number for (number,) in rows]


def article_of(row: Sequence[Any]) -> StoredArticle:
    """The article of a row of `ARTICLE`."""
    number, identity, text, headline, title, outlet, published, author, url, origin, blocks = row
    parts = tuple(Block(start, end, _BLOCK_KINDS[kind]) for start, end, kind in json.loads(blocks))
    article = Article(identity, text, parts, title, outlet, published, author, url, origin)
    return StoredArticle(number, headline, article)


_BLOCK_KINDS = {kind.value: kind for kind in BlockKind}
