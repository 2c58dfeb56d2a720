"""The pipeline of a build: read, cut, extract, name, weigh, embed, publish."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from index.articles.article import Article
from index.articles.corpus import Skipped, read_corpus
from index.building.additions import read_removed, with_added, without_removed
from index.building.arrays import write_arrays
from index.building.earlier import EarlierBuild, kept_encoders
from index.building.persons import write_persons
from index.building.progress import Listener, Progress, Stage, Summary
from index.building.storing import store_articles
from index.encoding.choosing import keep_export
from index.encoding.encoder import Encoder
from index.encoding.exports import MODELS, prune_exports
from index.errors import OperationFailed
from index.storage.builds import current_id, new_build, publish, writing
from index.storage.manifest import FORMAT, Manifest, checksums
from index.storage.writer import DatabaseWriter

Reader = Callable[[Sequence[Path]], Iterable[Article | Skipped]]


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
    """Build an index of the files and folders `corpus`, and of what was added in the data folder, and
    publish it in the folder `data`.

    `reader` turns the corpus into articles; with `statements` False only passages are indexed.
    `model` is what was asked for, None for the default. Raises BadInput for a corpus that is not
    there, OperationFailed when the data folder cannot be written and BuildUnderWay for another build;
    whatever happens, the build that served before goes on serving.
    """
    began = time.monotonic()
    articles = without_removed(reader(with_added(corpus, data)), read_removed(data))
    skipped: list[Skipped] = []

    def report(event: Progress | Skipped) -> None:
        if isinstance(event, Skipped):
            skipped.append(event)
        listener(event)

    with writing(data), _fresh_folder(data) as folder:
        earlier = EarlierBuild.read(data)
        with closing(DatabaseWriter(folder)) as database:
            hashes = store_articles(database, articles, report, statements=statements)
            if skipped and not hashes and earlier.article_hashes():
                raise OperationFailed(
                    f"no article could be read ({len(skipped)} skipped); the earlier index goes on serving"
                )
            persons, faults = write_persons(database, corpus)
            for fault in faults:
                report(fault)
            known = earlier.vectors(encoder.identity)
            embedded = write_arrays(database, folder, encoder, known, report)
        report(Progress(Stage.WRITING, 0, None))
        manifest = Manifest(
            format=FORMAT,
            id=folder.name,
            created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            model=model,
            encoder=encoder.identity,
            corpus=tuple(str(path.resolve()) for path in corpus),
            articles=database.articles,
            passages=database.passages,
            statements=database.statements,
            persons=persons,
            files=checksums(folder),
        )
        before = earlier.article_hashes()
        keep_export(encoder, data)
        manifest.write(folder)
        publish(data, folder)
        prune_exports(data / MODELS, kept_encoders(data))
    return Summary(
        build=manifest.id,
        articles=manifest.articles,
        passages=manifest.passages,
        statements=manifest.statements,
        persons=persons,
        added=len(hashes.keys() - before.keys()),
        changed=sum(hashes[key] != before[key] for key in hashes.keys() & before.keys()),
        removed=len(before.keys() - hashes.keys()),
        skipped=tuple(skipped),
        embedded=embedded,
        seconds=round(time.monotonic() - began, 3),
    )


@contextmanager
def _fresh_folder(data: Path) -> Iterator[Path]:
    """A folder for the new build, removed when it fails; failures of the disk become OperationFailed."""
    try:
        folder = new_build(data)
        try:
            yield folder
        except BaseException:
            if current_id(data) != folder.name:  # else it is published, and only clearing away failed
                shutil.rmtree(folder, ignore_errors=True)
            raise
    except OSError as error:
        raise OperationFailed(f"{data}: the index cannot be written ({error.strerror or error})") from error
    except sqlite3.Error as error:
        raise OperationFailed(f"{data}: the index cannot be written ({error})") from error
