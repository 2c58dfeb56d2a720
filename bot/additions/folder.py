"""The files of added articles and the list of removed ones, changed so that every change can be undone.

data/articles/<name>/<name>.txt       an added file, with articles.toml beside it where it is described
data/articles/.<name>.new, .old       a change under way: what comes, and what was there before
data/change.json                      the change under way; whoever finds it undoes or finishes it
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.additions.naming import Description, new_name
from index.building.additions import (
    ADDED,
    CHECKSUMS,
    checksums,
    read_removed,
    require_intact,
    write_removed,
)
from index.errors import OperationFailed
from index.storage.checked_json import dump_checked, load_checked
from index.storage.durable import replace_text, sync, sync_tree

JOURNAL = "change.json"


class Kind(StrEnum):
    """What a change does."""

    ADD = "add"
    REMOVE = "remove"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Change:
    """A change under way.

    `folder` is the name of the folder below `articles/` that it makes or takes away, None where it changes
    the list of removed articles. `article` is the id that is removed or restored; an added file has
    `origin`, its path as the index names it. `before` is the list of removed articles as it was.
    """

    kind: Kind
    folder: str | None = None
    article: str | None = None
    origin: str | None = None
    before: Mapping[str, str] | None = None


class AddedArticles:
    """The added articles of a data folder. One change at a time; its methods wait for the disk."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._folder = (data / ADDED).resolve()

    def is_added(self, origin: str) -> bool:
        """Whether the article that was read from the file `origin` was added and is no file of the corpus."""
        return self._added_file(origin) is not None

    def _added_file(self, origin: str) -> Path | None:
        """The added file that is meant; the index may name it by the place of the data folder from before it
        was moved or restored elsewhere.
        """
        path = Path(origin)
        if len(path.parents) < 2:
            return None
        here = self._folder / path.parent.name / path.name
        if path == here or (path.parents[1].name == ADDED and here.is_file() and not path.exists()):
            return here
        return None

    def removed(self) -> dict[str, str]:
        """The titles of the removed articles of the corpus, by id. Raises OperationFailed."""
        return read_removed(self._data)

    def pending(self) -> Change | None:
        """The change that was under way when the bot ended, if there is one."""
        try:
            told = load_checked((self._data / JOURNAL).read_text(encoding="utf-8"))
            return Change(**{**told, "kind": Kind(told["kind"])})
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise OperationFailed(
                f"{JOURNAL} in the data folder cannot be read; delete it, and look whether the last change "
                "of the articles is as it should be"
            ) from error

    def add(self, content: bytes, suffix: str, described: Description, like: str) -> Change:
        """Keep a file. Raises OperationFailed; then nothing is kept."""
        name = new_name(like)
        file = f"{name}{suffix}"
        change = Change(Kind.ADD, folder=name, origin=str(self._folder / name / file))
        files = {file: content}
        if described.fields:
            files["articles.toml"] = described.toml(file).encode()

        def carry_out() -> None:
            self._write(name, files).rename(self._folder / name)

        return self._begin(change, carry_out)

    def remove(self, article: str, title: str, origin: str, *, alone: bool = True) -> Change:
        """Take an article away: by the list of removed articles, or where it was added with its file, or
        with its records in it where it is not `alone`. Raises OperationFailed; then all is as before.
        """
        path = self._added_file(origin)
        if path is None:
            before = self.removed()
            change = Change(Kind.REMOVE, article=article, before=before)
            return self._begin(change, lambda: write_removed(self._data, {**before, article: title}))
        if not alone:
            require_intact(self._data)  # what is left is sealed anew
        change = Change(Kind.REMOVE, folder=path.parent.name, article=article)

        def carry_out() -> None:
            rest = b"" if alone else _without(path, article)
            files = {path.name: rest}
            with contextlib.suppress(FileNotFoundError):
                files["articles.toml"] = path.with_name("articles.toml").read_bytes()
            new = self._write(path.parent.name, files) if rest else None
            path.parent.rename(self._aside(path.parent.name, "old"))
            if new is not None:
                new.rename(path.parent)

        return self._begin(change, carry_out)

    def restore(self, article: str) -> Change:
        """Take an article off the list of removed ones. Raises OperationFailed."""
        before = self.removed()
        change = Change(Kind.RESTORE, article=article, before=before)
        rest = {key: title for key, title in before.items() if key != article}
        return self._begin(change, lambda: write_removed(self._data, rest))

    def undo(self, change: Change) -> None:
        """Make all as it was before the change. Raises OperationFailed."""
        with _told():
            if change.before is not None and change.before != self.removed():
                write_removed(self._data, change.before)
            if change.folder is not None:
                self._put_back(change, change.folder)
                sync(self._folder)
            self._forget_journal()

    def finish(self, change: Change) -> None:
        """Clear away what only an undoing would have needed. Raises OperationFailed."""
        with _told():
            if change.folder is not None:
                _clear(self._aside(change.folder, "old"))
                sync(self._folder)
            self._forget_journal()

    def _forget_journal(self) -> None:
        """The change is over: what it did, or its undoing, is on the disk."""
        (self._data / JOURNAL).unlink(missing_ok=True)
        sync(self._data)

    def _begin(self, change: Change, carry_out: Callable[[], None]) -> Change:
        with _told():
            self._data.mkdir(parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            try:
                replace_text(self._data / JOURNAL, dump_checked(dataclasses.asdict(change)))
                carry_out()
                sync(self._folder)
            except BaseException:
                self.undo(change)
                raise
        return change

    def _put_back(self, change: Change, name: str) -> None:
        folder, old = self._folder / name, self._aside(name, "old")
        if change.kind is Kind.ADD:
            _clear(folder)
        elif old.exists():
            _clear(folder)
            old.rename(folder)
        _clear(self._aside(name, "new"))

    def _write(self, name: str, files: Mapping[str, bytes]) -> Path:
        """The files in a folder beside the one of that name, on the disk, readable by the bot alone."""
        new = self._aside(name, "new")
        new.mkdir(mode=0o700)
        for file, content in files.items():
            _write_private(new / file, content)
        _write_private(new / CHECKSUMS, checksums(new).encode())
        sync_tree(new)
        return new

    def _aside(self, name: str, what: str) -> Path:
        return self._folder / f".{name}.{what}"


def _write_private(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)


def _clear(folder: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _without(path: Path, article: str) -> bytes:
    """The lines of a JSON Lines file but for those of the article; empty where no record is left."""
    with path.open("rb") as file:
        return b"".join(line for line in file if line.strip() and _record_id(line) != article)


def _record_id(line: bytes) -> str | None:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    found = next((record[name] for name in ("_id", "id") if record.get(name) is not None), None)
    return None if found is None else str(found)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Failures of the disk as one sentence, without a path: it may be read by more than the bot's owner."""
    try:
        yield
    except OSError as error:
        raise OperationFailed(f"the data folder cannot be written ({error.strerror or error})") from error
