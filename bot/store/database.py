"""The connection to the bot's database: one writer, one reader, and failures in a sentence."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite

from bot.store.migrating import migrate, migrations
from index.errors import OperationFailed
from index.storage.disk import why

_LOG = logging.getLogger(__name__)

FILE = "bot.sqlite"

_BUSY_S = 5.0
_PRAGMAS = (
    f"PRAGMA busy_timeout = {int(_BUSY_S * 1000)}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a loss of power brings nothing back that a member has deleted
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what a member has deleted is gone from the file too
)

Row = Sequence[Any]


class Database:
    """`bot.sqlite`, open. Transactions follow one another; readers see what is committed."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator[Database]:
        """The database in `folder`, made and migrated where that is needed; closed at the end.

        Raises OperationFailed: the folder cannot be written, the file is damaged or of a newer version.
        """
        path = folder / FILE
        async with contextlib.AsyncExitStack() as stack:
            with _told(path):
                _create(path)
                writer = await stack.enter_async_context(
                    aiosqlite.connect(path, timeout=_BUSY_S, isolation_level=None)
                )
                for pragma in _PRAGMAS:
                    await writer.execute(pragma)
                await _require_sound(path, writer)
                await migrate(writer, migrations())
                reader = await stack.enter_async_context(
                    aiosqlite.connect(
                        f"file:{quote(str(path.resolve()))}?mode=ro",
                        uri=True,
                        timeout=_BUSY_S,
                        isolation_level=None,
                    )
                )
            yield cls(path, writer, reader)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """The writer inside a transaction: committed at the end, rolled back at an exception.

        Raises OperationFailed when the disk or the database refuses.
        """
        async with self._writing:
            with _told(self._path):
                try:
                    await self._writer.execute("BEGIN IMMEDIATE")
                    yield self._writer
                    await self._writer.execute("COMMIT")
                except BaseException:
                    # The connection works off its statements in order, so that this one is carried out
                    # before the next transaction begins, also where the waiting is cancelled.
                    with contextlib.suppress(sqlite3.Error, ValueError):
                        await self._writer.execute("ROLLBACK")
                    raise

    async def write(self, sql: str, values: Sequence[Any] = ()) -> int:
        """One statement in a transaction of its own; returns the number of rows that it changed."""
        async with self.transaction() as connection, connection.execute(sql, values) as cursor:
            return cursor.rowcount

    async def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query. Raises OperationFailed."""
        with _told(self._path):
            return list(await self._reader.execute_fetchall(sql, values))

    async def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, None when it has none. Raises OperationFailed."""
        rows = await self.rows(sql, values)
        return rows[0] if rows else None


async def _require_sound(path: Path, connection: aiosqlite.Connection) -> None:
    """Look through all pages. Raises OperationFailed for a damaged database, and sqlite3.Error."""
    async with connection.execute("PRAGMA quick_check(1)") as cursor:
        row = await cursor.fetchone()
    if row is None or row[0] != "ok":
        raise _damaged(path, row[0] if row else "it cannot be checked")


def _damaged(path: Path, how: object) -> OperationFailed:
    return OperationFailed(
        f"{path}: the bot's database is damaged ({str(how).strip().splitlines()[-1]}); restore it from a backup, or "
        "move it away to begin anew"
    )


def _create(path: Path) -> None:
    """Make the file, readable by its owner alone; SQLite gives its journal the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Failures of the disk and of SQLite as one sentence."""
    try:
        yield
    except OSError as error:
        raise OperationFailed(f"{path}: cannot be written ({why(error, path.parent)})") from error
    except sqlite3.Error as error:
        _LOG.error("The bot's database failed: %s", error)
        if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise _damaged(path, error) from error
        raise OperationFailed(f"{path}: the bot's database failed ({why(error, path.parent)})") from error
