"""Making a backup of a data folder that is in use: while a bot runs on it, and while a build does."""

from __future__ import annotations

import contextlib
import datetime
import fcntl
import io
import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from index.backup.archive import (
    ARTICLES,
    BUILDS,
    CHANGE,
    CURRENT,
    DATABASE,
    MODELS,
    REMOVED,
    SECRET,
    ArchiveWriter,
    Contents,
    is_backup,
)
from index.encoding.exports import export_folder, intact_export
from index.errors import BadInput, NoIndex, OperationFailed
from index.storage.builds import builds_folder, complete_ids, serving_id
from index.storage.disk import why
from index.storage.durable import sync
from index.storage.manifest import Manifest, OtherFormat, recorded, verify_all

_TRIES = 20
_BETWEEN_TRIES_S = 0.25

Notify = Callable[[str], None]
"""Told, in a sentence each, what could not be taken along."""


class _ChangedError(Exception):
    """The folder was changed while it was read: what was read may not belong together."""


def back_up(data: Path, file: Path, notify: Notify) -> Contents:
    """Write a backup of the data folder `data` to `file`, in place of an earlier backup there.

    It holds the build that serves, or where that is damaged the one before it, the model that the build
    needs, the added articles, the list of removed ones, and the bot's database. The file has its name
    only once it is whole and on the disk. Raises BadInput for a place where no backup can be put, and
    OperationFailed: there is nothing to back up, the database is damaged, or a disk is full.
    """
    _require_place(file)
    damaged: set[str] = set()
    try:
        with _work_folder(file) as work:
            archive = work / "archive"
            for _ in range(_TRIES):
                try:
                    contents = _write(data, _healthy_build(data, damaged, notify), archive, notify)
                except _ChangedError:
                    time.sleep(_BETWEEN_TRIES_S)
                    continue
                archive.replace(file)
                sync(file.parent)
                return contents
    except OSError as error:
        raise OperationFailed(f"{file}: the backup cannot be written ({why(error, file.parent)})") from error
    raise OperationFailed(f"{data}: the articles or the index are being changed; back up again in a moment")


def _require_place(file: Path) -> None:
    if file.is_dir():
        raise BadInput(f"{file}: is a folder; name the file that the backup is to be written to")
    if not file.parent.is_dir():
        raise BadInput(f"{file.parent}: there is no such folder")
    if file.exists() and not file.is_file():  # to read from a pipe would wait for ever
        raise BadInput(f"{file}: is no file; name the file that the backup is to be written to")
    try:
        if file.exists() and not is_backup(file):
            raise BadInput(f"{file}: is no backup and is not overwritten; name another file")
    except OSError as error:
        raise BadInput(f"{file}: cannot be read ({error.strerror})") from error


@contextlib.contextmanager
def _work_folder(file: Path) -> Iterator[Path]:
    """A folder beside the file, for this backup and its owner alone; gone afterwards."""
    work = file.with_name(f".{file.name}.new")
    with contextlib.suppress(FileExistsError):
        work.mkdir(mode=0o700)
    descriptor = os.open(work, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OperationFailed(f"{file}: another backup is being written there") from error
        work.chmod(0o700)
        yield work
    finally:
        os.close(descriptor)
        shutil.rmtree(work, ignore_errors=True)


def _healthy_build(data: Path, damaged: set[str], notify: Notify) -> str | None:
    """The build to take along: the one that serves, or the latest before it that is whole; None: there is none."""
    serving = serving_id(data)
    if serving is None:
        return None
    for name in [serving, *(name for name in reversed(complete_ids(data)) if name < serving)]:
        if name in damaged:
            continue
        folder = builds_folder(data) / name
        try:
            verify_all(folder, Manifest.read(folder))
        except OtherFormat:
            return name  # to be made anew by who restores it, as it is here
        except OperationFailed as error:
            if not folder.is_dir():
                continue
            notify(f"{error}; the index before it is taken along, if there is one")
            damaged.add(name)
        else:
            return name
    raise OperationFailed(
        f"{builds_folder(data)}: no build of the index is whole; run: python -m index build"
    )


def _write(data: Path, build: str | None, archive: Path, notify: Notify) -> Contents:
    """Write the archive. Raises _ChangedError where the folder is changed meanwhile."""
    with ExitStack() as stack:
        big = {**_opened(data, build, stack), **_opened_model(data, build, stack, notify)}
        before = _fingerprint(data)
        added = _added(data, notify)
        bot = (data / DATABASE).is_file()
        if build is None and not added and not bot and not (data / REMOVED).exists():
            raise NoIndex(f"{data}: there is nothing to back up")
        contents = Contents(
            created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            build=build,
            articles=None if build is None else _articles(builds_folder(data) / build),
            added=sum(1 for name in added if not _is_beside(name)),
            bot=bot,
        )
        with os.fdopen(os.open(archive, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            writer = ArchiveWriter(file, contents)
            for name in (*(name for name in (REMOVED, CHANGE, SECRET) if (data / name).is_file()), *added):
                _add(writer, data, name)
            if bot:
                copy = archive.with_name(DATABASE)
                _copy_database(data / DATABASE, copy)
                with copy.open("rb") as content:
                    writer.add(DATABASE, content, copy.stat().st_size)
                copy.unlink()
            if _fingerprint(data) != before:
                raise _ChangedError
            for name, opened in big.items():
                writer.add(name, opened, os.fstat(opened.fileno()).st_size)
            if build is not None:
                current = f"{build}\n".encode()
                writer.add(CURRENT, io.BytesIO(current), len(current))
            writer.seal()
            file.flush()
            os.fsync(file.fileno())
    return contents


def _opened(data: Path, build: str | None, stack: ExitStack) -> dict[str, BinaryIO]:
    """The files of a build, open: they can be read to their end also when the build is cleared away."""
    if build is None:
        return {}
    folder = builds_folder(data) / build
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
        return {f"{BUILDS}/{build}/{name}": stack.enter_context((folder / name).open("rb")) for name in names}
    except FileNotFoundError as error:
        raise _ChangedError from error
    except OSError as error:
        raise OperationFailed(f"{folder}: the index cannot be read ({error.strerror})") from error


def _opened_model(data: Path, build: str | None, stack: ExitStack, notify: Notify) -> dict[str, BinaryIO]:
    """The exported model that the build needs, open; nothing where it is made again from what is installed."""
    identity = recorded(builds_folder(data) / build).encoder if build is not None else None
    if identity is None:
        return {}
    folder = export_folder(data / MODELS, identity)
    if intact_export(data / MODELS, identity) is None:
        if folder.exists():
            notify(
                f"{folder}: the exported model is damaged and left out; it is made again when it is needed"
            )
        return {}
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
        return {
            f"{MODELS}/{folder.name}/{name}": stack.enter_context((folder / name).open("rb"))
            for name in names
        }
    except OSError as error:
        raise _ChangedError from error


def _articles(build: Path) -> int | None:
    try:
        return Manifest.read(build).articles
    except OperationFailed:
        return None


def _added(data: Path, notify: Notify) -> list[str]:
    """The files below the folder of added articles, also of a change under way."""
    found: list[str] = []
    for path in sorted((data / ARTICLES).rglob("*")):
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            found.append(path.relative_to(data).as_posix())
        elif not stat.S_ISDIR(mode):
            notify(f"{path}: is no plain file and is left out")
    return found


def _is_beside(name: str) -> bool:
    """Whether a file below the added articles only tells of others."""
    parts = name.split("/")
    return parts[-1].endswith(".toml") or any(part.startswith(".") for part in parts)


def _add(writer: ArchiveWriter, data: Path, name: str) -> None:
    try:
        with (data / name).open("rb") as content:
            writer.add(name, content, os.fstat(content.fileno()).st_size)
    except (FileNotFoundError, EOFError) as error:
        raise _ChangedError from error
    except PermissionError as error:
        raise OperationFailed(f"{data / name}: cannot be read ({error.strerror})") from error


def _fingerprint(data: Path) -> list[tuple[str, int, int, int]]:
    """What tells whether the index, the added articles or the list of removed ones were changed."""
    paths = [data / name for name in (CURRENT, REMOVED, CHANGE, SECRET)]
    try:
        facts = [
            (str(path), path.lstat()) for path in (*paths, *(data / ARTICLES).rglob("*")) if path.exists()
        ]
    except FileNotFoundError as error:
        raise _ChangedError from error
    return sorted((name, found.st_ino, found.st_mtime_ns, found.st_size) for name, found in facts)


def _copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use, as it is at one moment, and check the copy."""
    target.unlink(missing_ok=True)
    try:
        with closing(_connected(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            ((found,),) = copy.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.Error as error:
        raise OperationFailed(
            f"{source}: cannot be copied to {target.parent.parent} ({why(error, target.parent)})"
        ) from error
    if found != "ok":
        raise OperationFailed(f"{source}: the bot's database is damaged ({found}); restore it from a backup")


def _connected(source: Path) -> sqlite3.Connection:
    """The database, read-only; also where its folder cannot be written and nobody has it open."""
    uri = f"file:{quote(os.fsencode(source.resolve()))}?mode=ro"
    connection = sqlite3.connect(uri, uri=True)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if source.with_name(f"{source.name}-wal").exists():
            raise
        connection = sqlite3.connect(f"{uri}&immutable=1", uri=True)
    return connection
