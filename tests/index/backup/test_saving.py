from __future__ import annotations

import sqlite3
import stat
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from hashing import Hashing

from index.backup import saving
from index.backup.saving import back_up
from index.building.pipeline import build
from index.errors import BadInput, NoIndex, OperationFailed
from index.storage.builds import builds_folder, complete_ids, current_id


def _names(file: Path) -> set[str]:
    with tarfile.open(file) as tar:
        return set(tar.getnames())


def _no_warning(said: str) -> None:
    raise AssertionError(said)


def test_it_holds_the_build_that_serves_and_all_that_was_added(data: Path, tmp_path: Path) -> None:
    told = back_up(data, tmp_path / "b.tar", _no_warning)
    serving = str(current_id(data))
    names = _names(tmp_path / "b.tar")
    assert (told.build, told.articles, told.added, told.bot) == (serving, 2, 1, True)
    assert {f"builds/{serving}/{path.name}" for path in (builds_folder(data) / serving).iterdir()} < names
    assert {"CURRENT", "removed.json", "bot.sqlite", "bot.secret", "articles/ferry-1/ferry.txt"} < names
    assert {name.split("/")[1] for name in names if name.startswith("builds/")} == {serving}
    assert stat.S_IMODE((tmp_path / "b.tar").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar", "corpus", "data"]


def test_a_write_that_is_not_committed_is_not_in_it_and_waits_for_nothing(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / "bot.sqlite", isolation_level=None)) as bot:
        bot.execute("INSERT INTO votes VALUES (2)")
        bot.execute("BEGIN IMMEDIATE")
        bot.execute("INSERT INTO votes VALUES (3)")
        back_up(data, tmp_path / "b.tar", _no_warning)
        bot.execute("COMMIT")
    with tarfile.open(tmp_path / "b.tar") as tar:
        stored = tar.extractfile("bot.sqlite")
        assert stored is not None
        (tmp_path / "copy.sqlite").write_bytes(stored.read())
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("SELECT value FROM votes ORDER BY value").fetchall() == [(1,), (2,)]


def test_a_build_that_is_cleared_away_meanwhile_is_in_it_whole(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two builds are published while the backup runs: the first attempt is given up, the second is whole."""
    copied = saving._copy_database
    rounds = iter(range(2))

    def meanwhile(source: Path, target: Path) -> None:
        if (number := next(rounds, None)) is not None:
            for turn in range(2):
                text = f"The harbour is shut, number {number} {turn}, Ada Grant said.\n"
                (tmp_path / "corpus" / "harbour.txt").write_text(text)
                build(data, [tmp_path / "corpus"], Hashing(), model=None, listener=lambda event: None)
        copied(source, target)

    monkeypatch.setattr(saving, "_copy_database", meanwhile)
    monkeypatch.setattr(saving, "_BETWEEN_TRIES_S", 0)
    told = back_up(data, tmp_path / "b.tar", _no_warning)
    assert told.build == current_id(data)
    assert next(rounds, None) is None


def test_a_folder_that_never_rests_is_told_and_leaves_the_old_backup(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(data, tmp_path / "b.tar", _no_warning)
    before = (tmp_path / "b.tar").read_bytes()
    copied = saving._copy_database

    def meanwhile(source: Path, target: Path) -> None:
        with (data / "removed.json").open("a") as file:
            file.write(" ")
        copied(source, target)

    monkeypatch.setattr(saving, "_copy_database", meanwhile)
    monkeypatch.setattr(saving, "_BETWEEN_TRIES_S", 0)
    with pytest.raises(OperationFailed, match="back up again in a moment"):
        back_up(data, tmp_path / "b.tar", _no_warning)
    assert (tmp_path / "b.tar").read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_of_a_damaged_build_the_one_before_it_is_taken(data: Path, tmp_path: Path) -> None:
    earlier, serving = complete_ids(data)
    (builds_folder(data) / serving / "passages.article.npy").write_bytes(b"")
    warnings: list[str] = []
    assert back_up(data, tmp_path / "b.tar", warnings.append).build == earlier
    assert len(warnings) == 1 and "passages.article.npy" in warnings[0]
    (builds_folder(data) / earlier / "articles.sqlite").unlink()
    with pytest.raises(OperationFailed, match="no build of the index is whole"):
        back_up(data, tmp_path / "b.tar", warnings.append)


def test_a_damaged_database_is_not_backed_up(data: Path, tmp_path: Path) -> None:
    content = bytearray((data / "bot.sqlite").read_bytes())
    content[100:4096] = bytes(3996)
    (data / "bot.sqlite").write_bytes(content)
    with pytest.raises(OperationFailed, match=r"bot\.sqlite"):
        back_up(data, tmp_path / "b.tar", _no_warning)
    assert not (tmp_path / "b.tar").exists()


def test_a_link_among_the_added_articles_is_left_out_and_told(data: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    (data / "articles" / "ferry-1" / "link.txt").symlink_to(tmp_path / "secret.txt")
    warnings: list[str] = []
    back_up(data, tmp_path / "b.tar", warnings.append)
    assert "link.txt" in warnings[0] and "articles/ferry-1/link.txt" not in _names(tmp_path / "b.tar")


def test_where_no_backup_can_be_put_is_told(data: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    for place, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "b.tar", "there is no such folder"),
        (tmp_path / "thesis.txt", "is not overwritten"),
    ):
        with pytest.raises(BadInput, match=words):
            back_up(data, place, _no_warning)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_where_there_is_nothing_to_back_up_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="nothing to back up"):
        back_up(tmp_path / "none", tmp_path / "b.tar", _no_warning)
    assert list(tmp_path.iterdir()) == []


def test_two_backups_into_one_file_at_once_are_refused(data: Path, tmp_path: Path) -> None:
    with (
        saving._work_folder(tmp_path / "b.tar"),
        pytest.raises(OperationFailed, match="another backup is being written there"),
    ):
        back_up(data, tmp_path / "b.tar", _no_warning)
