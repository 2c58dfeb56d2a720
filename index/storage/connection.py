"""A connection to the database of a published build that threads share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from index.errors import OperationFailed
from index.folding import fold
from index.storage.database import DATABASE, database_uri

_PRAGMAS = ("PRAGMA mmap_size = 67108864", "PRAGMA cache_size = -4096", "PRAGMA query_only = 1")
"""Pages come out of the mapped file, which processes share, instead of a cache of each one's own."""
_AT_ONCE = 1 << 12
"""Numbers in one query: SQLite takes 32,766 values, and other threads read between two queries."""


class Connection:
    """The database of the build in `folder`, opened read-only and immutable; one thread reads at a time. Queries
    may use `folded`, which is `fold`.

    Every method raises OperationFailed, naming the file, where it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        try:
            uri = database_uri(folder, "ro&immutable=1")
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise self._unreadable(error) from error
        try:
            for pragma in _PRAGMAS:
                self._connection.execute(pragma)
            self._connection.create_function("folded", 1, fold, deterministic=True)
            self._connection.execute("SELECT number FROM articles LIMIT 1").fetchall()
        except sqlite3.Error as error:
            self._connection.close()
            raise self._unreadable(error) from error

    def close(self) -> None:
        """Close the connection, when who reads is done."""
        with self._lock:
            self._connection.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that `query` finds."""
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unreadable(error) from error
        except (UnicodeEncodeError, OverflowError):
            return []  # a value that cannot be stored stands in no row

    def rows_in(self, query: str, numbers: Iterable[int]) -> list[Any]:
        """The rows that `query`, which ends with IN, finds for the numbers."""
        listed = [int(number) for number in numbers]
        parts = (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE))
        return [row for part in parts for row in self._rows_of(query, part)]

    def _rows_of(self, query: str, listed: list[int]) -> list[Any]:
        # Filled up with the last one to a power of two: few queries are then compiled, and kept for reuse.
        filled = listed + listed[-1:] * ((1 << (len(listed) - 1).bit_length()) - len(listed))
        return self.rows(f"{query} ({', '.join('?' * len(filled))})", filled)

    def _unreadable(self, error: sqlite3.Error) -> OperationFailed:
        return OperationFailed(f"{self._folder / DATABASE}: the index cannot be read ({error})")
