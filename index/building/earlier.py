"""The build that serves while a new one is made: what can be taken over from it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles.known import KnownArticle, Reading
from index.errors import OperationFailed
from index.search.arrays import map_array
from index.search.candidates import UnitKind
from index.storage.builds import builds_folder, complete_ids, serving_id
from index.storage.database import database_uri
from index.storage.manifest import Manifest, recorded, verify_all


def kept_encoders(data: Path) -> set[str]:
    """The identities of the encoders of all builds that are kept and can be read."""
    identities: set[str] = set()
    for name in complete_ids(data):
        with suppress(OperationFailed):
            identities.add(Manifest.read(builds_folder(data) / name).encoder)
    return identities


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """The build that serves, whole and of this program's format."""

    folder: Path
    manifest: Manifest

    @classmethod
    def read(cls, data: Path) -> EarlierBuild | None:
        """The build that serves now in the data folder, None where there is none to build on.

        Every file is checked, so that damage is not carried over into the next build.
        """
        try:
            name = serving_id(data)
            if name is None:
                return None
            folder = builds_folder(data) / name
            manifest = Manifest.read(folder)
            verify_all(folder, manifest)
        except OperationFailed:
            return None
        return cls(folder, manifest)

    def rows_of(self, kind: UnitKind) -> NDArray[np.int32]:
        """The number of the article of each unit; ascends."""
        return map_array(self.folder, f"{kind}.article")


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


def recorded_sources(data: Path) -> tuple[tuple[Path, ...], str | None]:
    """The corpus and the model that the build that serves was made of, or where that cannot be told the
    latest one that tells it; () and None where there is none.
    """
    try:
        names = [serving_id(data), *reversed(complete_ids(data))]
    except OperationFailed:
        names = []
    told = (recorded(builds_folder(data) / name) for name in names if name is not None)
    return next((found for found in told if found[0]), ((), None))
