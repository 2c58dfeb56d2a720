"""Bringing the database to the form that this version of the bot reads."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import aiosqlite

from index.errors import OperationFailed

_NAME = re.compile(r"(\d{4})_(\w+)\.sql")
_RECORDS = (
    "CREATE TABLE IF NOT EXISTS migrations"
    " (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied INTEGER NOT NULL) STRICT"
)


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number (from 1, without gaps), what it brings, and its SQL."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """All steps, in order."""
    folder = resources.files("bot.store").joinpath("migrations")
    found = ((_NAME.fullmatch(file.name), file) for file in folder.iterdir())
    return tuple(
        sorted(
            (Migration(int(name[1]), name[2], file.read_text("utf-8")) for name, file in found if name),
            key=lambda migration: migration.number,
        )
    )


async def migrate(connection: aiosqlite.Connection, steps: tuple[Migration, ...]) -> None:
    """Apply the steps that `connection` (in autocommit) lacks, each in one transaction with its record.

    Raises OperationFailed for a database that a newer version has written, and sqlite3.Error.
    """
    await connection.execute(_RECORDS)
    async with connection.execute("SELECT coalesce(max(number), 0) FROM migrations") as cursor:
        (at,) = await cursor.fetchone() or (0,)
    if at > len(steps):
        raise OperationFailed(
            f"the bot's database was written by a newer version of whosaid (step {at}, this version knows "
            f"{len(steps)}); install that version or newer"
        )
    for step in steps[at:]:
        await connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in _statements(step.sql):
                await connection.execute(statement)
            await connection.execute(
                "INSERT INTO migrations VALUES (?, ?, ?)", (step.number, step.name, int(time.time()))
            )
            await connection.execute("COMMIT")
        except BaseException:
            await connection.execute("ROLLBACK")
            raise


def _statements(sql: str) -> Iterator[str]:
    """The statements of a file; `executescript` would end the transaction that they belong to."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
