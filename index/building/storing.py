"""Articles into the database of a build, with their passages and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from index.articles.around import sentences_around
from index.articles.article import Article
from index.articles.corpus import Skipped
from index.articles.known import KnownArticle
from index.building.earlier import EarlierBuild
from index.building.embedding import text_hash
from index.building.origins import Origins
from index.building.progress import Listener, Progress, Stage
from index.passages import passages
from index.quotations import extract
from index.quotations.stance_verbs import tells_alone
from index.quotations.statement import Statement, StatementKind, is_short
from index.search.candidates import UnitKind
from index.storage.manifest import Versions
from index.storage.writer import DatabaseWriter

_REPORT_EVERY = 50


def store_articles(
    database: DatabaseWriter,
    articles: Iterable[Article | KnownArticle | Skipped],
    earlier: EarlierBuild | None,
    versions: Versions,
    listener: Listener,
) -> dict[UnitKind, Origins]:
    """Store all articles, cut to passages and read for statements; returns where their units come from.

    An article known from the earlier build is copied with its passages; statements are copied where
    the same text was searched by the same code. No statements are sought where `versions` has none.
    """
    storing = _Storing(database, _Earlier.of(earlier, versions), seek=bool(versions.statements))
    reported = 0
    for item in articles:
        if isinstance(item, Skipped):
            listener(item)
            continue
        if isinstance(item, KnownArticle):
            storing.take(item.number)
        else:
            storing.store(item)
        if storing.articles - reported >= _REPORT_EVERY:
            reported = storing.articles
            listener(Progress(Stage.READING, reported, None))
    storing.flush()
    listener(Progress(Stage.READING, database.articles, database.articles))
    return storing.origins


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The first unit of each article of the earlier build, by its number; the last entry is their count."""

    firsts: dict[UnitKind, list[int]]
    same_statements: bool

    @classmethod
    def of(cls, earlier: EarlierBuild | None, versions: Versions) -> _Earlier | None:
        if earlier is None:
            return None
        numbers = np.arange(earlier.manifest.articles + 1)
        firsts = {kind: np.searchsorted(earlier.rows_of(kind), numbers).tolist() for kind in UnitKind}
        return cls(firsts, earlier.manifest.versions.statements == versions.statements)

    def units(self, kind: UnitKind, articles: range) -> range:
        """The units of these articles."""
        firsts = self.firsts[kind]
        return range(firsts[articles.start], firsts[articles.stop])


@dataclass(slots=True)
class _Storing:
    database: DatabaseWriter
    earlier: _Earlier | None
    seek: bool
    origins: dict[UnitKind, Origins] = field(default_factory=lambda: {kind: Origins() for kind in UnitKind})
    pending: range = range(0)

    @property
    def articles(self) -> int:
        """How many articles are stored or about to be."""
        return self.database.articles + len(self.pending)

    def take(self, number: int) -> None:
        """Take an article over from the earlier build; neighbours are copied together."""
        if self.pending and self.pending.stop == number:
            self.pending = range(self.pending.start, number + 1)
        else:
            self.flush()
            self.pending = range(number, number + 1)

    def flush(self) -> None:
        """Copy the articles that are pending."""
        numbers, self.pending = self.pending, range(0)
        if not numbers or self.earlier is None:
            return
        first = self.database.articles
        rows = self.earlier.units(UnitKind.PASSAGE, numbers)
        self.database.copy_articles(numbers, rows)
        self.origins[UnitKind.PASSAGE].add(rows)
        if self.earlier.same_statements:
            self._copy_statements(numbers, first - numbers.start)
        else:
            for number in range(first, self.database.articles):
                self._seek(number, self.database.article(number))

    def store(self, article: Article) -> None:
        """Store an article that was read."""
        self.flush()
        number = self.database.add_article(article, _content_hash(article))
        spans = passages(article)
        self.database.add_passages(number, spans)
        self.origins[UnitKind.PASSAGE].add_new(len(spans))
        same = None
        if self.earlier is not None and self.earlier.same_statements:
            same = self.database.earlier_with(article)
        if same is None:
            self._seek(number, article)
        else:
            self._copy_statements(range(same, same + 1), number - same)

    def _copy_statements(self, numbers: range, shift: int) -> None:
        assert self.earlier is not None  # noqa: S101 - there are none to copy without it
        rows = self.earlier.units(UnitKind.STATEMENT, numbers)
        self.database.copy_statements(rows, shift)
        self.origins[UnitKind.STATEMENT].add(rows)

    def _seek(self, number: int, article: Article) -> None:
        if self.seek:
            found = [(one, sentences_around(article, one.start, one.end)) for one in _statements(article)]
            self.database.add_statements(number, found)
            self.origins[UnitKind.STATEMENT].add_new(len(found))


def _statements(article: Article) -> Iterator[Statement]:
    """What is said in an article: a statement of several speakers once for each, so that it is found
    under every one of them, and no report of a word or two, but where its verb tells something ("hailed the
    bid").
    """
    for statement in extract(article.text, article.blocks):
        text = article.text[statement.start : statement.end]
        if (
            statement.kind is StatementKind.INDIRECT
            and is_short(text)
            and not tells_alone(statement.cue or "")
        ):
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
