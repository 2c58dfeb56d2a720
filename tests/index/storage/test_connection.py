from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index.articles.article import Article
from index.errors import OperationFailed
from index.storage.connection import Connection
from index.storage.database import DATABASE
from index.storage.writer import DatabaseWriter

_COUNT = 40
_QUERY = "SELECT number, text FROM articles WHERE number IN"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database of some articles."""
    folder = tmp_path_factory.mktemp("build")
    with closing(DatabaseWriter(folder)) as database:
        for number in range(_COUNT):
            database.add_article(Article(f"a{number}", f"Tide {number}.\n" * 200, ()), bytes(16))
        database.finish()
    return folder


@pytest.fixture
def connection(folder: Path) -> Iterator[Connection]:
    """The database, open."""
    with closing(Connection(folder)) as opened:
        yield opened


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 31, 32, 33, _COUNT])
def test_rows_are_found_for_any_count_of_numbers(connection: Connection, count: int) -> None:
    numbers = list(range(_COUNT))[::-1][:count]
    rows = connection.rows_in(_QUERY, iter(numbers))
    assert sorted(row[0] for row in rows) == sorted(numbers)


def test_numbers_that_are_not_there_or_stand_twice_add_no_rows(connection: Connection) -> None:
    assert sorted(row[0] for row in connection.rows_in(_QUERY, [7, 7, -1, _COUNT, 3])) == [3, 7]


def test_more_numbers_than_a_query_takes_are_read_by_several(connection: Connection) -> None:
    numbers = [*range(-40_000, 0), *range(_COUNT)]
    assert [row[0] for row in connection.rows_in(_QUERY, numbers)] == list(range(_COUNT))


def test_nothing_can_be_written(connection: Connection) -> None:
    with pytest.raises(OperationFailed, match=DATABASE):
        connection.rows("DELETE FROM articles")
    assert connection.rows("SELECT count(*) FROM articles") == [(_COUNT,)]


def test_threads_read_what_each_asks_for(connection: Connection) -> None:
    def read(number: int) -> bool:
        ((found, text),) = connection.rows_in(_QUERY, [number])
        return bool(found == number and text.startswith(f"Tide {number}.\n"))

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(read, list(range(_COUNT)) * 10))


def test_closing_waits_for_who_reads_and_fails_who_comes_later(folder: Path) -> None:
    connection = Connection(folder)
    reading = threading.Barrier(4)

    def read() -> str:
        assert len(connection.rows_in(_QUERY, range(_COUNT))) == _COUNT
        reading.wait()
        while True:
            try:
                found = connection.rows_in(_QUERY, range(_COUNT))
            except OperationFailed as error:
                return str(error)
            assert len(found) == _COUNT

    with ThreadPoolExecutor(3) as threads:
        ended = [threads.submit(read) for _ in range(3)]
        reading.wait()
        connection.close()
        assert all(DATABASE in one.result() for one in ended)
    connection.close()  # once more does no harm


@pytest.mark.parametrize("content", [None, b"", b"not a database" * 1000])
def test_what_cannot_be_opened_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(OperationFailed, match=DATABASE):
        Connection(tmp_path)
    assert content is not None or not (tmp_path / DATABASE).exists()


def test_damage_that_is_met_while_reading_is_named(tmp_path: Path, folder: Path) -> None:
    shutil.copy(folder / DATABASE, tmp_path)
    with closing(sqlite3.connect(folder / DATABASE)) as whole:
        (size,) = whole.execute("PRAGMA page_size").fetchone()
        (page,) = whole.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passages'").fetchone()
    with (tmp_path / DATABASE).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with closing(Connection(tmp_path)) as damaged:
        assert damaged.rows("SELECT count(*) FROM articles") == [(_COUNT,)]
        with pytest.raises(OperationFailed, match=DATABASE):
            damaged.rows("SELECT * FROM passages")
