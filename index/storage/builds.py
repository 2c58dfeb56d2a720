"""The folder of builds: which one serves, who may write, and what is cleared away.

data/CURRENT          the id of the build that serves
data/builds/<id>/     one immutable build
data/lock             held by the process that builds
"""

from __future__ import annotations

import contextlib
import datetime
import errno
import fcntl
import itertools
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from index.errors import BuildUnderWay, OperationFailed
from index.storage.durable import make_folder, replace_text, sync, sync_tree
from index.storage.locks import held
from index.storage.manifest import MANIFEST, Manifest, OtherFormat, verify_all
from index.storage.swapping import is_pending, settle

KEPT = 2
"""How many complete builds are kept: the one that serves and the one before."""

_MOMENT = "%Y%m%dT%H%M%S%f"
_TRIES = 3


def builds_folder(data: Path) -> Path:
    """Where the builds lie."""
    return data / "builds"


def current_id(data: Path) -> str | None:
    """The id of the build that serves, None when none was ever published."""
    try:
        name = (data / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise OperationFailed(f"{data / 'CURRENT'}: cannot be read ({reason})") from error
    if not name or name != Path(name).name or name.startswith("."):
        raise OperationFailed(f"{data / 'CURRENT'}: does not name a build; run: python -m index build")
    return name


def serving_id(data: Path) -> str | None:
    """As `current_id`, but where `CURRENT` is damaged or names no complete build the latest one that is, and
    where it is missing the latest one that is whole (see `whole_ids`).

    A build that died between its last file and its publishing is whole, too. While there is a `CURRENT`
    that names an earlier one, that one serves; but where nothing tells what was published, as after a
    first build that died so, it is an index of the corpus as good as any, all of whose files are on the
    disk, and better than none. None while a restoring is to be settled: then what is missing is meant so.
    """
    complete = complete_ids(data)
    try:
        name = current_id(data)
    except OperationFailed:
        if complete:
            return complete[-1]
        raise
    if name is None:
        return None if is_pending(data) else next(whole_ids(data), None)
    if name in complete or not complete:
        return name
    return ([earlier for earlier in complete if earlier < name] or complete)[-1]


def whole_ids(data: Path) -> Iterator[str]:
    """The ids of the builds of this program's format whose every file is as it was written, latest first.

    Each is read in full, which takes a second for some gigabytes.
    """
    for name in reversed(complete_ids(data)):
        folder = builds_folder(data) / name
        with contextlib.suppress(OperationFailed):
            verify_all(folder, Manifest.read(folder))
            yield name


def why_to_build(data: Path) -> str | None:
    """Why questions need a build first: there is none, or only one of another format; None where they do not."""
    name = serving_id(data)
    if name is None:
        return f"there is no index in {data} yet"
    try:
        Manifest.read(builds_folder(data) / name)
    except OtherFormat:
        return f"the index in {data} was made by another version of this program"
    except OperationFailed:
        return None  # opening it falls back to an earlier build or says what is wrong
    return None


def complete_ids(data: Path) -> list[str]:
    """The ids of all complete builds, oldest first. Raises OperationFailed where they cannot be listed."""
    folder = builds_folder(data)
    try:
        names = sorted(path.name for path in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise OperationFailed(f"{folder}: the builds cannot be listed ({error.strerror})") from error
    return [name for name in names if os.path.isfile(folder / name / MANIFEST)]  # noqa: PTH113 - False where forbidden


@contextlib.contextmanager
def writing(data: Path) -> Iterator[None]:
    """Hold the right to build in `data`, clearing away first what a dead build or restoring left behind.

    Raises BuildUnderWay when another process holds it, and OperationFailed when the folder cannot be
    written. The lock is the operating system's and ends with the process, however that ends.
    """

    def refuse(by: str) -> BuildUnderWay:
        return BuildUnderWay(f"{data}: another build is under way{by}; wait for it to end")

    # Tried more than once: who looks whether a build is under way holds the lock for a moment.
    with held(data / "lock", refuse, tries=_TRIES):
        try:
            make_folder(builds_folder(data))
            settle(data)
            prune(data)
        except OSError as error:
            raise OperationFailed(f"{data}: the data folder cannot be written ({error.strerror})") from error
        yield


def build_under_way(data: Path) -> bool:
    """Whether a process builds in `data` at this moment."""
    try:
        with (data / "lock").open(encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError as error:
        return error.errno in {errno.EAGAIN, errno.EACCES}
    return False


def new_build(data: Path) -> Path:
    """A new, empty folder for a build; ids sort by time, also where the clock was set back."""
    moment = datetime.datetime.now(datetime.UTC)
    for path in builds_folder(data).iterdir():
        with contextlib.suppress(ValueError, OverflowError):
            before = datetime.datetime.strptime(path.name.partition("-")[0], _MOMENT).replace(
                tzinfo=datetime.UTC
            )
            moment = max(moment, before + datetime.timedelta(microseconds=1))
    folder = builds_folder(data) / f"{moment.strftime(_MOMENT)}-{secrets.token_hex(3)}"
    folder.mkdir()
    return folder


def publish(data: Path, folder: Path) -> None:
    """Make the complete build in `folder` the one that serves, then clear older ones away.

    Every file and every folder on the way to it is on the disk before `CURRENT` names the build, so
    that any interruption leaves either the earlier build serving or this one.
    """
    sync_tree(folder)
    sync(folder.parent)
    sync(data)
    replace_text(data / "CURRENT", folder.name + "\n")
    prune(data)


def prune(data: Path) -> None:
    """Remove all builds but the last published ones; call it only while no build is under way.

    What is newer than the build that serves was never published: its build died. Where `CURRENT` is
    missing, what is whole is kept instead, until another build is published.
    """
    published = complete_ids(data)
    serving: str | None = ""
    with contextlib.suppress(OperationFailed):
        serving = current_id(data)
    if serving is None:
        published = sorted(itertools.islice(whole_ids(data), KEPT))
    elif serving in published:  # else it is damaged, and does not tell what was published
        published = published[: published.index(serving) + 1]
    keep = {*published[-KEPT:], serving}
    for path in builds_folder(data).iterdir():
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)
