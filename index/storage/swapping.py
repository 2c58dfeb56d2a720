"""Putting other files in the place of those of a data folder, all of them or none.

data/.restore/new/...         what comes, by its path in the data folder
data/.restore/old/...         what was there
data/.restore/journal.json    what is exchanged; while it is there, the exchange is under way

Everything new is on the disk before the journal is, and the journal before the first file is moved.
`CURRENT`, by which readers find the index, is replaced last. Whoever next holds the right to build, or
starts a bot, undoes an exchange that ended before that, and finishes one that ended after it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import OperationFailed
from index.storage.checked_json import dump_checked, load_checked
from index.storage.durable import replace_text, sync, sync_tree

STAGED = ".restore"
CURRENT, BUILDS = "CURRENT", "builds"
_JOURNAL = "journal.json"
_DONE = "done"


@dataclass(frozen=True, slots=True)
class _Exchange:
    """`names` are the paths that are exchanged, `new` those of them that come, and `old` those that were
    there. `current` is the id of the build that is to serve, `before` of the one that did; None for none.
    """

    names: tuple[str, ...]
    new: tuple[str, ...]
    old: tuple[str, ...]
    current: str | None
    before: str | None

    @classmethod
    def read(cls, staged: Path) -> _Exchange | None:
        """The exchange under way, None where there is none. Raises OperationFailed."""
        path = staged / _JOURNAL
        try:
            values = load_checked(path.read_text(encoding="utf-8"))
            return cls(
                names=tuple(values["names"]),
                new=tuple(values["new"]),
                old=tuple(values["old"]),
                current=values["current"],
                before=values["before"],
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise OperationFailed(
                f"{path}: cannot be read ({error}), and restoring was cut short: restore the backup again into "
                "another folder"
            ) from error


def is_pending(data: Path) -> bool:
    """Whether an exchange was cut short and is to be settled."""
    return os.path.lexists(data / STAGED)


def staging_folder(data: Path) -> Path:
    """A new, empty folder for what comes, for the owner alone; call it while nothing is pending."""
    (data / STAGED).mkdir(mode=0o700)
    new = data / STAGED / "new"
    new.mkdir()
    return new


def swap_in(data: Path, names: Sequence[str], current: str | None) -> None:
    """Put what is staged in the place of `names`; those that are not staged are only taken away.

    `current` is the id of the build that serves from then on, None for none; all other builds go. The
    caller holds the right to build, and no bot runs. Raises OSError; then all is as it was before.
    """
    staged = data / STAGED
    exchange = _Exchange(
        names=tuple(names),
        new=tuple(name for name in names if os.path.lexists(staged / "new" / name)),
        old=tuple(name for name in names if os.path.lexists(data / name)),
        current=current,
        before=_serving(data),
    )
    for name in names:
        (staged / "old" / name).parent.mkdir(parents=True, exist_ok=True)
        if name in exchange.new:
            (data / name).parent.mkdir(parents=True, exist_ok=True)
    sync_tree(staged)
    replace_text(staged / _JOURNAL, dump_checked(dataclasses.asdict(exchange)))
    sync(data)
    try:
        for name in names:
            if name in exchange.old:
                (data / name).rename(staged / "old" / name)
            if name in exchange.new:
                (staged / "new" / name).rename(data / name)
        _sync_places(data, exchange)
        _commit(data, exchange)
    except BaseException:
        settle(data)
        raise
    settle(data)


def settle(data: Path) -> None:
    """Undo or finish an exchange that was cut short, if there is one. Raises OSError and OperationFailed.

    The caller holds the right to build.
    """
    staged = data / STAGED
    if not is_pending(data):
        return
    exchange = _Exchange.read(staged)
    if exchange is not None:
        if _is_committed(data, exchange):
            _finish(data, exchange)
        else:
            _undo(data, exchange)
        _sync_places(data, exchange)
        (data / f".{CURRENT}.new").unlink(missing_ok=True)  # of a replacing that was cut short
        (staged / _JOURNAL).unlink()
        sync(staged)
    shutil.rmtree(staged)


def _commit(data: Path, exchange: _Exchange) -> None:
    """The one step from which on the new files count."""
    if exchange.current == exchange.before:
        (data / STAGED / _DONE).touch()
        sync(data / STAGED)
    elif exchange.current is not None:
        replace_text(data / CURRENT, exchange.current + "\n")
    else:
        (data / CURRENT).unlink()
        sync(data)


def _is_committed(data: Path, exchange: _Exchange) -> bool:
    if exchange.current == exchange.before:
        return (data / STAGED / _DONE).exists()
    return _serving(data) == exchange.current


def _finish(data: Path, exchange: _Exchange) -> None:
    for path in (data / BUILDS).iterdir() if (data / BUILDS).is_dir() else ():
        if path.name != exchange.current:
            _clear(path)


def _undo(data: Path, exchange: _Exchange) -> None:
    old = data / STAGED / "old"
    for name in exchange.names:
        if name not in exchange.old:
            _clear(data / name)
        elif os.path.lexists(old / name):
            _clear(data / name)
            (old / name).rename(data / name)


def _sync_places(data: Path, exchange: _Exchange) -> None:
    for folder in {(data / name).parent for name in exchange.names} | {data}:
        if folder.is_dir():
            sync(folder)


def _serving(data: Path) -> str | None:
    """What stands in `CURRENT`, whatever it is."""
    with contextlib.suppress(FileNotFoundError):
        return (data / CURRENT).read_text(encoding="utf-8", errors="replace").strip()
    return None


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
