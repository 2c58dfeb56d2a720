from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hashing import Hashing

from index.building.additions import write_removed
from index.building.pipeline import build


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with two builds, an added article, a removed one, and a database in WAL mode."""
    folder, corpus = tmp_path / "data", tmp_path / "corpus"
    added = folder / "articles" / "ferry-1"
    added.mkdir(parents=True)
    (added / "ferry.txt").write_text("The ferry sails at noon, Ada Grant said.\n")
    (added / "articles.toml").write_text('["ferry.txt"]\noutlet = "Post"\n')
    write_removed(folder, {"tower": "The tower"})
    corpus.mkdir()
    for text in ("The harbour stays open, Ada Grant said.\n", "The harbour closes, Ada Grant said.\n"):
        (corpus / "harbour.txt").write_text(text)
        build(folder, [corpus], Hashing(), model=None, listener=lambda event: None)
    (folder / "bot.secret").write_text("0" * 64 + "\n")
    with closing(sqlite3.connect(folder / "bot.sqlite")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE votes (value INTEGER)")
        connection.execute("INSERT INTO votes VALUES (1)")
        connection.commit()
    return folder


def _read_tree(data: Path) -> dict[str, bytes]:
    """The content of every file of a data folder, but for locks and what SQLite keeps beside a database."""
    passing = {"lock", "bot.lock", "bot.sqlite-shm", "bot.sqlite-wal"}
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file() and path.name not in passing
    }


@pytest.fixture(name="tree")
def _tree() -> object:
    return _read_tree
