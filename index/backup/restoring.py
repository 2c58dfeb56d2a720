"""Putting a backup into a data folder: all of it, or nothing."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from index.backup.archive import (
    ARTICLES,
    BUILDS,
    CHANGE,
    CURRENT,
    DATABASE,
    MODELS,
    REMOVED,
    SECRET,
    Contents,
    check,
    contents,
    is_private,
    members,
)
from index.errors import BadInput, OperationFailed
from index.storage.bot_lock import FILE as BOT_LOCK
from index.storage.bot_lock import bot_lock
from index.storage.builds import builds_folder, writing
from index.storage.disk import why
from index.storage.manifest import Manifest, OtherFormat, verify_all
from index.storage.swapping import STAGED, staging_folder, swap_in

_UNIMPORTANT = frozenset({"lock", BOT_LOCK, STAGED})
_REFUSAL = "a bot runs on this data folder{}; stop it first, or restore into another folder with --data"
_EXCHANGED = (ARTICLES, REMOVED, CHANGE, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", SECRET)


def restore(data: Path, file: Path, *, replace: bool = False) -> Contents:
    """Put the backup in `file` into the data folder `data`, which must be empty or is to be replaced.

    What a backup never holds stays in a folder that is replaced; all builds but the restored one go.
    Raises BadInput for a file that is no whole backup and for a folder that is not empty, and
    OperationFailed: a bot runs on the folder, a build is under way, or the disk refuses. Then, and where
    the process ends in the middle, all is as it was before.
    """
    if not replace:
        _require_empty(data)
    try:
        archive = file.open("rb")
    except OSError as error:
        raise BadInput(f"{file}: cannot be read ({error.strerror})") from error
    with archive:
        try:
            check(archive, file)
        except OSError as error:
            raise BadInput(f"{file}: cannot be read ({error.strerror})") from error
        told = contents(archive, file)
        with bot_lock(data, _REFUSAL), writing(data):
            try:
                _put(data, archive, file, told)
            except OSError as error:
                raise OperationFailed(f"{data}: cannot be restored ({why(error, data)})") from error
            finally:
                with suppress(OSError):
                    builds_folder(data).rmdir()  # where the backup has no index
    return told


def _require_empty(data: Path) -> None:
    try:
        kept = sorted(path.name for path in data.iterdir() if path.name not in _UNIMPORTANT)
    except FileNotFoundError:
        return
    except OSError as error:
        raise OperationFailed(f"{data}: the data folder cannot be read ({error.strerror})") from error
    if kept:
        raise BadInput(
            f"{data}: is not empty (it has {kept[0]}); restore into another folder with --data, or replace "
            "what is there with --replace"
        )


def _put(data: Path, archive: BinaryIO, file: Path, told: Contents) -> None:
    new = staging_folder(data)
    try:
        _extract(archive, file, new)
        _require_build(new, file, told.build)
        kept = _keep_what_is_there(data, new)
        staged = [
            f"{folder}/{path.name}"
            for folder in (BUILDS, MODELS)
            for path in sorted((new / folder).iterdir() if (new / folder).is_dir() else ())
            if f"{folder}/{path.name}" not in kept
        ]
    except BaseException:
        shutil.rmtree(data / STAGED, ignore_errors=True)
        raise
    swap_in(data, (*staged, *_EXCHANGED), told.build)


def _extract(archive: BinaryIO, file: Path, new: Path) -> None:
    """Write every file of the archive below `new`, a folder that nobody else writes to."""
    for name, size, content in members(archive, file):
        path = new / name
        _make_folders(path.parent, new, private=is_private(name))
        mode = 0o600 if is_private(name) else 0o666
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode), "wb"
        ) as target:
            shutil.copyfileobj(content, target, 1 << 20)
            if target.tell() != size:
                raise BadInput(f"{file}: {name} in it is cut short; nothing was changed")


def _make_folders(folder: Path, new: Path, *, private: bool) -> None:
    if folder != new and not folder.is_dir():
        _make_folders(folder.parent, new, private=private)
        folder.mkdir(mode=0o700 if private else 0o777)


def _require_build(new: Path, file: Path, build: str | None) -> None:
    """Check the build that was extracted. Raises BadInput where it is none."""
    found = sorted(path.name for path in (new / BUILDS).iterdir()) if (new / BUILDS).is_dir() else []
    pointer = (new / CURRENT).read_text(encoding="utf-8").strip() if (new / CURRENT).exists() else None
    if found != ([] if build is None else [build]) or pointer != build:
        raise BadInput(f"{file}: what the backup says of its index does not fit; nothing was changed")
    if build is not None:
        folder = new / BUILDS / build
        try:
            verify_all(folder, Manifest.read(folder))
        except OtherFormat:
            return  # it is made anew where it is asked
        except OperationFailed as error:
            raise BadInput(f"{file}: the index in it is damaged; nothing was changed") from error


def _keep_what_is_there(data: Path, new: Path) -> set[str]:
    """The folders of builds and models that the data folder has already, byte for byte."""
    kept: set[str] = set()
    for folder in (BUILDS, MODELS):
        for path in (new / folder).iterdir() if (new / folder).is_dir() else ():
            if _same(path, data / folder / path.name):
                kept.add(f"{folder}/{path.name}")
    return kept


def _same(one: Path, other: Path) -> bool:
    try:
        names = {path.name for path in one.iterdir()}
        return names == {path.name for path in other.iterdir()} and all(
            _equal(one / name, other / name) for name in names
        )
    except OSError:
        return False


def _equal(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while block := first.read(1 << 20):
            if block != second.read(len(block)):
                return False
        return not second.read(1)
