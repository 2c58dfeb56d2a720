"""The file operations of a piece of work, as Python's audit events and `os.fsync` tell them.

Single writes are not recorded: what was not synced may be on a disk after a loss of power in any state.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

Tree = dict[str, bytes | None]
"""Contents by path below a folder; None: a folder."""


class Kind(Enum):
    """What is done to a path."""

    MAKE_FOLDER = auto()
    WRITE = auto()  # opened for writing, made where it is missing
    MOVE = auto()
    LINK = auto()
    REMOVE = auto()
    SYNC = auto()


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; `target` of moves and links, `content` of a synced file. Paths are below the folder."""

    kind: Kind
    path: str
    target: str = ""
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """The tree before, the operations, and the tree after them."""

    before: Tree
    operations: tuple[Operation, ...]
    after: Tree


def read_tree(root: Path) -> Tree:
    """Everything below `root`."""
    return {
        path.relative_to(root).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in root.rglob("*")
    }


def record(root: Path, work: Callable[[], object]) -> Recording:
    """Do `work` and record what it does below `root`."""
    root = root.resolve()
    before = read_tree(root)
    recorder = _Recorder(root)
    with recorder.listening():
        work()
    return Recording(before, tuple(recorder.operations), read_tree(root))


class _Recorder:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.RLock()
        self._deaf = True
        self.operations: list[Operation] = []

    @contextmanager
    def listening(self) -> Iterator[None]:
        sync = os.fsync

        def synced(descriptor: Any) -> None:
            number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
            path = self._path_of(number)
            whole = self._root / (path or "")
            content = whole.read_bytes() if path is not None and whole.is_file() else None
            sync(number)
            if path is not None:
                self._note(Kind.SYNC, path, content=content)

        sys.addaudithook(self._hear)  # it cannot be taken away again, only be deaf
        self._deaf = False
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(os, "fsync", synced)
                yield
        finally:
            self._deaf = True

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._deaf:
            return
        match event, arguments:
            case "open", (path, _, flags):
                if not isinstance(path, int) and flags & (os.O_WRONLY | os.O_RDWR):
                    self._note(Kind.WRITE, self._below(path))
            case "sqlite3.connect", (database,):
                name, _, options = os.fsdecode(database).removeprefix("file:").partition("?")
                if "mode=rwc" in options:
                    self._note(Kind.WRITE, self._below(unquote(name)))
            case "os.mkdir", (path, _, folder):
                self._note(Kind.MAKE_FOLDER, self._below(path, folder))
            case "os.rename", (source, target, folder, other):
                self._note(Kind.MOVE, self._below(source, folder), self._below(target, other))
            case "os.link", (source, target, folder, other):
                self._note(Kind.LINK, self._below(source, folder), self._below(target, other))
            case (("os.remove" | "os.rmdir"), (path, folder)):
                self._note(Kind.REMOVE, self._below(path, folder))

    def _note(
        self, kind: Kind, path: str | None, target: str | None = "", content: bytes | None = None
    ) -> None:
        if path is not None and target is not None:
            with self._lock:
                self.operations.append(Operation(kind, path, target, content))

    def _below(self, path: Any, folder: int = -1) -> str | None:
        """The path below the root, None outside of it."""
        whole = Path(os.fsdecode(path))
        if folder != -1:
            above = self._path_of(folder)
            if above is None:
                return None
            whole = self._root / above / whole
        whole = Path(os.path.realpath(whole.parent)) / whole.name
        return whole.relative_to(self._root).as_posix() if whole.is_relative_to(self._root) else None

    def _path_of(self, descriptor: int) -> str | None:
        """The path of an open file or folder; found by its number, which every system has."""
        facts = os.fstat(descriptor)
        for folder, _, names in os.walk(self._root):
            for path in (folder, *(f"{folder}/{name}" for name in names)):
                found = Path(path).stat()
                if (found.st_dev, found.st_ino) == (facts.st_dev, facts.st_ino):
                    return Path(path).relative_to(self._root).as_posix()
        return None
