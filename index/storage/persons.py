"""The persons of a build, read whole when it is opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.errors import OperationFailed
from index.storage.database import DATABASE, database_uri


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """A person or organisation with the spellings of its name and how often each stands."""

    number: int
    name: str
    kind: str
    description: str | None
    aliases: tuple[tuple[str, int], ...]


def read_persons(folder: Path) -> tuple[StoredPerson, ...]:
    """All persons and organisations of the build in `folder` with their aliases, by their numbers.

    Raises OperationFailed where the database cannot be read.
    """
    aliases: dict[int, list[tuple[str, int]]] = {}
    try:
        with closing(sqlite3.connect(database_uri(folder, "ro&immutable=1"), uri=True)) as connection:
            for person, name, count in connection.execute(
                "SELECT person, name, count FROM aliases ORDER BY rowid"
            ):
                aliases.setdefault(person, []).append((name, count))
            rows = connection.execute("SELECT number, name, kind, description FROM persons ORDER BY number")
            return tuple(
                StoredPerson(number, name, kind, description, tuple(aliases.get(number, ())))
                for number, name, kind, description in rows
            )
    except sqlite3.Error as error:
        raise OperationFailed(f"{folder / DATABASE}: cannot be read ({error})") from error
