"""The build that serves while a new one is made: what can be taken over from it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles.known import KnownArticle, Reading
from index.errors import OperationFailed
from index.search.arrays import map_array
from index.search.candidates import UnitKind
from index.storage.builds import builds_folder, complete_ids, serving_id
from index.storage.database import DATABASE, database_uri
from index.storage.manifest import Manifest, Recorded, recorded, verify, verify_rest
from index.storage.sealing import StoppedError


def kept_encoders(data: Path) -> set[str]:
    """The identities of the encoders of all builds that are kept and can be read."""
    identities: set[str] = set()
    for name in complete_ids(data):
        with suppress(OperationFailed):
            identities.add(Manifest.read(builds_folder(data) / name).encoder)
    return identities


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """The build that serves, of this program's format, with a whole database.

    Of the files that are `unchecked` it is not known yet whether they are whole; see `checking`.
    """

    folder: Path
    manifest: Manifest
    unchecked: tuple[str, ...]

    @classmethod
    def read(cls, data: Path) -> EarlierBuild | None:
        """The build that serves now in the data folder, None where there is none to build on.

        What articles are taken over by is checked, and some more; damage is not to be carried over into the
        next build.
        """
        try:
            name = serving_id(data)
            if name is None:
                return None
            folder = builds_folder(data) / name
            manifest = Manifest.read(folder)
            left = verify(folder, manifest)
            first = {DATABASE, *(f"{kind}.article.npy" for kind in UnitKind)}
            verify_rest(folder, manifest, first.intersection(left))
        except OperationFailed:
            return None
        return cls(folder, manifest, tuple(name for name in left if name not in first))

    def rows_of(self, kind: UnitKind) -> NDArray[np.int32]:
        """The number of the article of each unit; ascends."""
        return map_array(self.folder, f"{kind}.article")


@contextmanager
def checking(earlier: EarlierBuild | None) -> Iterator[Callable[[], EarlierBuild | None]]:
    """Check what is left of the earlier build meanwhile. What it yields waits for that, and returns the build
    if all of it is whole, else None.
    """
    stop = threading.Event()

    def whole() -> EarlierBuild | None:
        with suppress(OperationFailed, StoppedError):
            if earlier is not None:
                verify_rest(earlier.folder, earlier.manifest, earlier.unchecked, stop)
            return earlier
        return None

    with ThreadPoolExecutor(1, thread_name_prefix="check") as pool:
        checked = pool.submit(whole)
        try:
            yield checked.result
        finally:
            stop.set()


class EarlierArticles:
    """The articles of an earlier build by what they were read from, for `read_changes`; close it after use."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(database_uri(folder, "ro&immutable=1"), uri=True)

    def recall(self, source: bytes) -> KnownArticle | None:
        """The article that was read from the source of this digest; see `Recall`."""
        row = self._connection.execute(
            "SELECT number, id, overrides, digest FROM articles WHERE read_from = ?", (source,)
        ).fetchone()
        return None if row is None else KnownArticle(row[0], row[1], Reading(source, row[2], row[3]))

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


def last_recorded(data: Path) -> Recorded:
    """What the build that serves was made of, or where it does not tell its corpus the latest one that does;
    nothing where there is none.
    """
    try:
        names = [serving_id(data), *reversed(complete_ids(data))]
    except OperationFailed:
        names = []
    told = (recorded(builds_folder(data) / name) for name in names if name is not None)
    return next((found for found in told if found.corpus), Recorded())
