from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hashing import Hashing

import index
from index.backup.restoring import restore
from index.backup.saving import back_up
from index.building.pipeline import build
from index.errors import BadInput, BuildUnderWay, OperationFailed
from index.storage import swapping
from index.storage.bot_lock import bot_lock
from index.storage.builds import builds_folder, complete_ids, current_id, writing

Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def file(data: Path, tmp_path: Path) -> Path:
    """A backup of the data folder."""
    back_up(data, tmp_path / "b.tar", print)
    return tmp_path / "b.tar"


def _other(tmp_path: Path) -> Path:
    """Another data folder that is in use."""
    other = tmp_path / "other"
    (other / "articles" / "train-2").mkdir(parents=True)
    (other / "articles" / "train-2" / "train.txt").write_text("The train waits, Bo Lind said.\n")
    (tmp_path / "corpus2").mkdir()
    (tmp_path / "corpus2" / "bridge.txt").write_text("The bridge is open, Bo Lind said.\n")
    build(other, [tmp_path / "corpus2"], Hashing(), model=None, listener=lambda event: None)
    for name in ("bot.sqlite", "bot.sqlite-wal", "bot.secret", "notes.txt"):
        (other / name).write_text(f"the {name} of the other")
    return other


def test_a_restored_folder_has_what_was_backed_up(data: Path, file: Path, tmp_path: Path, tree: Tree) -> None:
    told = restore(tmp_path / "new" / "data", file)
    new = tmp_path / "new" / "data"
    serving = str(current_id(data))
    expected = {name: content for name, content in tree(data).items() if not name.startswith("builds/")}
    expected |= {
        f"builds/{serving}/{p.name}": p.read_bytes() for p in (builds_folder(data) / serving).iterdir()
    }
    found = tree(new)
    assert told.build == current_id(new) == serving
    del expected["bot.sqlite"], found["bot.sqlite"]  # its pages are those of one moment, not of the file
    assert found == expected
    with closing(sqlite3.connect(new / "bot.sqlite")) as connection:
        assert connection.execute("SELECT value FROM votes").fetchall() == [(1,)]
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in new.rglob("*")}
    assert {modes[name] for name in ("bot.sqlite", "bot.secret", "ferry.txt", "articles.toml")} == {0o600}
    assert {modes["articles"], modes["ferry-1"]} == {0o700}
    assert not list(new.glob(".*"))


async def test_it_opens(file: Path, tmp_path: Path) -> None:
    restore(tmp_path / "new", file)
    async with index.open(tmp_path / "new") as library:
        assert (await library.status()).articles == 2
        assert "noon" in (await library.article("ferry")).text


def test_a_folder_that_holds_something_is_left_alone(file: Path, tmp_path: Path, tree: Tree) -> None:
    other = _other(tmp_path)
    before = tree(other)
    with pytest.raises(BadInput, match=r"is not empty \(it has CURRENT\).*--replace"):
        restore(other, file)
    assert tree(other) == before


def test_what_is_replaced_is_gone_and_what_no_backup_holds_stays(
    file: Path, tmp_path: Path, tree: Tree
) -> None:
    other = _other(tmp_path)
    old = complete_ids(other)
    restore(other, file, replace=True)
    restore(tmp_path / "new", file)
    found = tree(other)
    assert found.pop("notes.txt") == b"the notes.txt of the other"
    assert found == tree(tmp_path / "new")
    assert not set(old) & set(complete_ids(other))
    assert not (other / "bot.sqlite-wal").exists() and not list(other.glob(".*"))


def test_a_backup_without_an_index_replaces_one_with_it(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    with closing(sqlite3.connect(tmp_path / "bare" / "bot.sqlite")) as connection:
        connection.execute("CREATE TABLE votes (value INTEGER)")
    back_up(tmp_path / "bare", tmp_path / "b.tar", print)
    other = _other(tmp_path)
    assert str(restore(other, tmp_path / "b.tar", replace=True)) == "the bot's database"
    assert current_id(other) is None and complete_ids(other) == []
    assert not (other / "articles").exists()


def test_a_damaged_build_of_the_same_id_is_replaced(data: Path, file: Path) -> None:
    damaged = builds_folder(data) / str(current_id(data)) / "articles.sqlite"
    content = damaged.read_bytes()
    damaged.write_bytes(content[:-1] + b"x")
    restore(data, file, replace=True)
    assert damaged.read_bytes() == content


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b[: len(b) // 2], lambda b: b[:9000] + b"x" + b[9001:]]
)
def test_a_damaged_backup_changes_nothing(
    file: Path, tmp_path: Path, tree: Tree, damage: Callable[[bytes], bytes]
) -> None:
    other = _other(tmp_path)
    before = tree(other)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(BadInput, match="damaged or cut short; nothing was changed"):
        restore(other, file, replace=True)
    with pytest.raises(BadInput):
        restore(tmp_path / "new", file)
    assert tree(other) == before and not (tmp_path / "new").exists()


def test_a_folder_in_use_is_refused(data: Path, file: Path, tree: Tree) -> None:
    before = tree(data)
    with (
        bot_lock(data, ""),
        pytest.raises(OperationFailed, match=r"a bot runs on this data folder.*stop it first"),
    ):
        restore(data, file, replace=True)
    with writing(data), pytest.raises(BuildUnderWay):
        restore(data, file, replace=True)
    assert tree(data) == before


@pytest.mark.parametrize("step", range(12))
def test_a_failure_at_any_move_leaves_the_old_state(
    file: Path, tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    other = _other(tmp_path)
    before = tree(other)
    rename, count = Path.rename, iter(range(100))

    def failing(self: Path, target: Path) -> Path:
        if ".restore" in f"{self}{target}" and next(count) == step:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    monkeypatch.setattr(
        swapping, "settle", lambda data, settle=swapping.settle: (monkeypatch.undo(), settle(data))
    )
    try:
        restore(other, file, replace=True)
    except OperationFailed as error:
        assert "the disk is full" in str(error)
        assert tree(other) == before and not list(other.glob(".*"))
    else:
        assert next(count) <= step  # there are no more moves than that
