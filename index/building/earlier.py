"""The build that serves while a new one is made: what can be taken over, and what has changed since."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from index.building.embedding import KnownVectors
from index.errors import OperationFailed
from index.search.candidates import UnitKind
from index.storage.builds import builds_folder, complete_ids, current_id
from index.storage.manifest import Manifest
from index.storage.writer import DATABASE


def kept_encoders(data: Path) -> set[str]:
    """The identities of the encoders of all builds that are kept and can be read."""
    identities: set[str] = set()
    for name in complete_ids(data):
        with suppress(OperationFailed):
            identities.add(Manifest.read(builds_folder(data) / name).encoder)
    return identities


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """The folder and manifest of the build that serves; None for both where none can be read."""

    folder: Path | None
    manifest: Manifest | None

    @classmethod
    def read(cls, data: Path) -> EarlierBuild:
        """The build that serves now in the data folder."""
        try:
            name = current_id(data)
            if name is None:
                return cls(None, None)
            folder = builds_folder(data) / name
            return cls(folder, Manifest.read(folder))
        except OperationFailed:
            return cls(None, None)

    def vectors(self, encoder: str) -> KnownVectors:
        """Its vectors, if they come from the encoder of that identity and can be read."""
        if self.folder is None or self.manifest is None or self.manifest.encoder != encoder:
            return KnownVectors.none()
        try:
            return KnownVectors.read(self.folder, tuple(UnitKind))
        except (OSError, ValueError):
            return KnownVectors.none()

    def article_hashes(self) -> dict[str, bytes]:
        """The content hash of each of its articles, by id."""
        if self.folder is None:
            return {}
        path = f"file:{self.folder / DATABASE}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(path, uri=True)) as connection:
                return dict(connection.execute("SELECT id, hash FROM articles"))
        except sqlite3.Error:
            return {}
