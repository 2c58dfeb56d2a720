from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path

import aiosqlite
import pytest

from bot.store.database import FILE
from bot.store.migrating import migrate, migrations
from bot.store.store import open_store
from index.errors import OperationFailed


def schema(folder: Path) -> set[tuple[str, str]]:
    with sqlite3.connect(folder / FILE) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_schema"))


@pytest.mark.parametrize("version", range(len(migrations())))
async def test_every_older_version_is_brought_up(tmp_path: Path, version: int) -> None:
    async with aiosqlite.connect(tmp_path / FILE, isolation_level=None) as old:
        await migrate(old, migrations()[:version])
        if version:
            await old.execute("INSERT INTO guilds VALUES (1, '?', 1, 'asker')")
    async with open_store(tmp_path) as store:
        assert store.guilds.of(1).prefix == ("?" if version else None)
    async with open_store(tmp_path / "fresh"):
        pass
    assert schema(tmp_path) == schema(tmp_path / "fresh")
    with sqlite3.connect(tmp_path / FILE) as connection:
        steps = connection.execute("SELECT number, name FROM migrations ORDER BY number").fetchall()
    assert steps == [(step.number, step.name) for step in migrations()]


def test_the_migrations_are_numbered_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


async def test_a_step_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    bad = dataclasses.replace(migrations()[0], sql="CREATE TABLE half (x);\nCREATE TABLE half (x);\n")
    async with aiosqlite.connect(tmp_path / FILE, isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError):
            await migrate(connection, (bad,))
        await migrate(connection, migrations())
    assert "half" not in {name for name, _ in schema(tmp_path)}


async def test_a_database_of_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    async with open_store(tmp_path):
        pass
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'later', 0)")
    before = schema(tmp_path)
    with pytest.raises(OperationFailed, match="newer version"):
        async with open_store(tmp_path):
            pass
    assert schema(tmp_path) == before
