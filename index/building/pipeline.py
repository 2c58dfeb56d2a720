"""The pipeline of a build: read, cut, extract, name, weigh, embed, publish."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from index.articles.article import Article
from index.articles.corpus import Skipped, read_changes, require
from index.articles.known import KnownArticle, nothing_known
from index.building.additions import read_removed, require_intact, with_added, without_removed
from index.building.arrays import ArrayWriter
from index.building.earlier import EarlierArticles, EarlierBuild, checking, kept_encoders
from index.building.persons import name_persons, store_persons
from index.building.progress import MOST_KEPT, Listener, Progress, Skips, Stage, Summary
from index.building.storing import store_articles
from index.building.versions import versions
from index.encoding.choosing import keep_export
from index.encoding.encoder import Encoder
from index.encoding.exports import MODELS, prune_exports
from index.errors import BadInput, OperationFailed
from index.storage.builds import builds_folder, current_id, new_build, publish, writing
from index.storage.database import DATABASE
from index.storage.disk import why
from index.storage.manifest import FORMAT, Manifest, Versions
from index.storage.sealing import Sealer
from index.storage.writer import DatabaseWriter

Reader = Callable[[Sequence[Path]], Iterable[Article | Skipped]]


def build(
    data: Path,
    corpus: Sequence[Path],
    encoder: Encoder,
    *,
    model: str | None,
    listener: Listener,
    reader: Reader | None = None,
    statements: bool = True,
) -> Summary:
    """Build an index of the files and folders `corpus`, and of what was added in the data folder, and
    publish it in the folder `data`.

    `reader` turns the corpus into articles in another way than `read_corpus`; with `statements` False
    only passages are indexed. `model` is what was asked for, None for the default. What did not change
    is taken over from the build that serves; the result is the same as without it. Raises BadInput for
    a corpus that is not there, OperationFailed when the data folder cannot be written and BuildUnderWay
    for another build; whatever happens, the build that served before goes on serving.
    """
    began = time.monotonic()
    require(corpus)
    skips = Skips[Skipped](MOST_KEPT)

    def report(event: Progress | Skipped) -> None:
        if isinstance(event, Skipped):
            skips.add(event)
        listener(event)

    with writing(data), _fresh_folder(data) as folder, Sealer(folder) as sealer:
        paths, removed = with_added(corpus, data), read_removed(data)
        require_intact(data)
        earlier = EarlierBuild.read(data)
        code = versions(statements=statements)
        before = earlier.folder if earlier else None
        with closing(DatabaseWriter(folder, before)) as database, checking(earlier) as whole:
            with _articles(paths, reader, earlier, code) as articles:
                left_out: set[str] = set()
                kept = without_removed(articles, removed, left_out)
                origins = store_articles(database, kept, earlier, code, report)
            if (
                not database.articles
                and earlier
                and earlier.manifest.articles
                and (skips.count or not left_out)
            ):
                # A folder that is not mounted looks like one that was emptied.
                found = f"could be read ({skips.count} skipped)" if skips.count else "is left in the corpus"
                raise OperationFailed(f"no article {found}; the earlier index goes on serving")
            database.commit()
            arrays = ArrayWriter.of(database, folder, sealer, whole(), origins)
            collected = arrays.collect_terms(code)
            # Words of a whole corpus are weighed before persons are named: at once they take too much memory.
            at_once = 1 if any(one.mostly_new for one in collected) else 2
            with _meanwhile(at_once) as meanwhile:
                weighing = meanwhile.submit(arrays.write_terms, collected)
                naming = meanwhile.submit(name_persons, folder, corpus, database.statements)
                del collected  # once they are weighed, nobody holds them

                def report_unless_failed(event: Progress | Skipped) -> None:
                    for work in (weighing, naming):
                        if work.done():
                            work.result()  # embedding takes long: what is in vain is not gone on with
                    report(event)

                embedded = arrays.write_vectors(encoder, report_unless_failed)
                named = naming.result()  # from here on the database is written to, and no longer read
                arrays.write_persons(named.numbers)
                for fault in named.faults:
                    report(fault)
                store_persons(database, named)
                database.finish()
                sealer.add(DATABASE)
                weighing.result()
            report(Progress(Stage.WRITING, 0, None))
            _still_there(paths)
            added, changed, gone = database.changes() if earlier else (database.articles, 0, 0)
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
                persons=len(named.persons),
                versions=code,
                files=sealer.seals(),
            )
        keep_export(encoder, data)
        manifest.write(folder)
        publish(data, folder)
        prune_exports(data / MODELS, kept_encoders(data))
    return Summary(
        build=manifest.id,
        articles=manifest.articles,
        passages=manifest.passages,
        statements=manifest.statements,
        persons=len(named.persons),
        added=added,
        changed=changed,
        removed=gone,
        skipped=tuple(skips.first),
        embedded=embedded,
        seconds=round(time.monotonic() - began, 3),
        skips=skips.count,
    )


@contextmanager
def _meanwhile(at_once: int) -> Iterator[ThreadPoolExecutor]:
    """Threads for so many works at once; where the block fails, those that have not begun never do."""
    with ThreadPoolExecutor(at_once, thread_name_prefix="meanwhile") as threads:
        try:
            yield threads
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _articles(
    paths: Sequence[Path], reader: Reader | None, earlier: EarlierBuild | None, code: Versions
) -> Iterator[Iterable[Article | KnownArticle | Skipped]]:
    """The articles to store; those that the same code read before from the same bytes come unread."""
    if reader is not None:
        yield reader(paths)
    elif earlier is None or earlier.manifest.versions.articles != code.articles:
        yield read_changes(paths, nothing_known)
    else:
        with closing(EarlierArticles(earlier.folder)) as before:
            yield read_changes(paths, before.recall)


def _still_there(paths: Sequence[Path]) -> None:
    """Raise OperationFailed where a path of the corpus went away: its articles may have been missed."""
    try:
        require(paths)
    except BadInput as error:
        raise OperationFailed(f"{error} any more; the index is as it was before") from error


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
    except (OSError, sqlite3.Error) as error:
        reason = why(error, data)
        if not builds_folder(data).is_dir():
            reason = "the folder went away during the build"
        raise OperationFailed(f"{data}: the index cannot be written ({reason})") from error
