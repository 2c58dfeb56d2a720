"""The pipeline of a build: read, cut, extract, name, weigh, embed, publish."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from index.articles.article import Article
from index.articles.corpus import Skipped, read_corpus
from index.building.embedding import KnownVectors, text_hash, write_vectors
from index.building.persons import write_persons
from index.building.progress import Listener, Progress, Stage, Summary
from index.errors import OperationFailed
from index.passages import passages, scoring_text
from index.quotations import extract
from index.search.candidates import UnitKind
from index.search.encoder import Encoder
from index.search.lexical import LexicalIndex
from index.search.tokens import terms
from index.storage.builds import builds_folder, current_id, new_build, publish, writing
from index.storage.manifest import FORMAT, Manifest, checksums
from index.storage.writer import DATABASE, DatabaseWriter

Reader = Callable[[Sequence[Path]], Iterable[Article | Skipped]]

_REPORT_EVERY = 50


def build(
    data: Path,
    corpus: Sequence[Path],
    encoder: Encoder,
    *,
    model: str | None,
    listener: Listener,
    reader: Reader = read_corpus,
    statements: bool = True,
) -> Summary:
    """Build an index of the files and folders `corpus` and publish it in the folder `data`.

    `reader` turns the corpus into articles; with `statements` False only passages are indexed. Raises BadInput for a corpus that is not
    there and OperationFailed when the data folder cannot be written or another build is under way;
    whatever happens, the build that served before goes on serving.
    """
    began = time.monotonic()
    articles = reader(corpus)
    with writing(data):
        try:
            folder = new_build(data)
            try:
                return _fill(data, folder, corpus, articles, encoder, model, listener, statements, began)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        except OSError as error:
            raise OperationFailed(
                f"{data}: the index cannot be written ({error.strerror or error})"
            ) from error
        except sqlite3.Error as error:
            raise OperationFailed(f"{data}: the index cannot be written ({error})") from error


def _fill(
    data: Path,
    folder: Path,
    corpus: Sequence[Path],
    articles: Iterable[Article | Skipped],
    encoder: Encoder,
    model: str | None,
    listener: Listener,
    statements: bool,
    began: float,
) -> Summary:
    earlier = _earlier(data)
    skipped: list[Skipped] = []

    def report(event: Progress | Skipped) -> None:
        if isinstance(event, Skipped):
            skipped.append(event)
        listener(event)

    with closing(DatabaseWriter(folder)) as database:
        hashes = _read(database, articles, report, statements)
        persons, faults = write_persons(database, corpus)
        for fault in faults:
            report(fault)
        embedded = _write_arrays(database, folder, encoder, _known(earlier, encoder), listener)
        counts = (database.articles, database.passages, database.statements)
    listener(Progress(Stage.WRITING, 0, None))
    manifest = Manifest(
        format=FORMAT,
        id=folder.name,
        created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        model=model,
        encoder=encoder.identity,
        corpus=tuple(str(path.resolve()) for path in corpus),
        articles=counts[0],
        passages=counts[1],
        statements=counts[2],
        persons=persons,
        files=checksums(folder),
    )
    before = _article_hashes(earlier)
    manifest.write(folder)
    publish(data, folder)
    return Summary(
        build=manifest.id,
        articles=manifest.articles,
        passages=manifest.passages,
        statements=manifest.statements,
        persons=persons,
        added=len(hashes.keys() - before.keys()),
        changed=sum(1 for key in hashes.keys() & before.keys() if hashes[key] != before[key]),
        removed=len(before.keys() - hashes.keys()),
        skipped=tuple(skipped),
        embedded=embedded,
        seconds=round(time.monotonic() - began, 3),
    )


def _read(
    database: DatabaseWriter, articles: Iterable[Article | Skipped], report: Listener, statements: bool
) -> dict[str, bytes]:
    """Store all articles with their passages and statements; returns the content hash of each by id."""
    hashes: dict[str, bytes] = {}
    for item in articles:
        if isinstance(item, Skipped):
            report(item)
            continue
        hashes[item.id] = _content_hash(item)
        number = database.add_article(item, hashes[item.id])
        database.add_passages(number, passages(item))
        if statements:
            database.add_statements(number, extract(item.text, item.blocks))
        if database.articles % _REPORT_EVERY == 0:
            report(Progress(Stage.READING, database.articles, None))
    report(Progress(Stage.READING, database.articles, database.articles))
    return hashes


def _write_arrays(
    database: DatabaseWriter, folder: Path, encoder: Encoder, known: KnownVectors, listener: Listener
) -> int:
    """Write the search arrays of both kinds of units; returns how many texts were embedded."""
    counts = {UnitKind.PASSAGE: database.passages, UnitKind.STATEMENT: database.statements}
    total = sum(counts.values())
    embedded = finished = 0
    for kind, count in counts.items():
        LexicalIndex.build(terms(text) for text in _scored(database, kind)).save(folder, kind)
        articles = np.fromiter(database.columns(kind, "article"), np.int32, count)
        np.save(folder / f"{kind}.article.npy", articles)

        def advance(done: int, offset: int = finished) -> None:
            listener(Progress(Stage.EMBEDDING, offset + done, total))

        embedded += write_vectors(folder, kind, _scored(database, kind), count, encoder, known, advance)
        finished += count
    people = np.fromiter(database.columns(UnitKind.STATEMENT, "person"), np.int32, database.statements)
    np.save(folder / f"{UnitKind.STATEMENT}.person.npy", people)
    return embedded


def _scored(database: DatabaseWriter, kind: UnitKind) -> Iterator[str]:
    """What is scored of each unit: a passage has its article's title in front, a statement stands alone."""
    for title, text in database.units(kind):
        yield scoring_text(title if kind is UnitKind.PASSAGE else None, text)


def _content_hash(article: Article) -> bytes:
    known = (article.text, article.title, article.outlet, article.published, article.author, article.url)
    return text_hash(hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest())


def _earlier(data: Path) -> Path | None:
    """The folder of the build that serves now, if it can be read."""
    try:
        name = current_id(data)
        folder = builds_folder(data) / (name or "")
        Manifest.read(folder)
    except OperationFailed:
        return None
    return folder


def _known(earlier: Path | None, encoder: Encoder) -> KnownVectors:
    """The earlier build's vectors, if they come from the same encoder."""
    if earlier is None or Manifest.read(earlier).encoder != encoder.identity:
        return KnownVectors.none()
    try:
        return KnownVectors.read(earlier, tuple(UnitKind))
    except (OSError, ValueError):
        return KnownVectors.none()


def _article_hashes(earlier: Path | None) -> dict[str, bytes]:
    """The content hash of each article in the earlier build, by id."""
    if earlier is None:
        return {}
    try:
        with closing(
            sqlite3.connect(f"file:{earlier / DATABASE}?mode=ro&immutable=1", uri=True)
        ) as connection:
            return dict(connection.execute("SELECT id, hash FROM articles"))
    except sqlite3.Error:
        return {}
