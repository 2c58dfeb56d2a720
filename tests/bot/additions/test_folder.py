from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.additions.folder import JOURNAL, AddedArticles, Change, Kind
from bot.additions.naming import Description
from index.errors import OperationFailed

NOTHING = Description()


def tree(data: Path) -> dict[str, bytes]:
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def origin_of(change: Change) -> str:
    assert change.origin is not None
    return change.origin


def test_an_added_file_is_kept_for_the_bot_alone_with_what_was_told_of_it(tmp_path: Path) -> None:
    files = AddedArticles(tmp_path)
    told = Description("The “ferry”\\", "Post", "2020-05-01", "https://a.example/ü")
    change = files.add(b"The ferry sails.", ".txt", told, "Ferry: Talks Résumé!")
    path = Path(origin_of(change))
    assert path.read_bytes() == b"The ferry sails."
    assert path.stem.startswith("ferry-talks-resume-") and path.parent.name == path.stem
    assert tomllib.loads(path.with_name("articles.toml").read_text("utf-8")) == {path.name: told.fields}
    assert {one.stat().st_mode & 0o777 for one in path.parent.iterdir()} == {0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert files.is_added(str(path)) and not files.is_added(str(tmp_path / "corpus" / "a.txt"))
    assert files.pending() == change
    files.finish(change)
    assert files.pending() is None and path.exists()


def test_every_change_can_be_undone(tmp_path: Path) -> None:
    files = AddedArticles(tmp_path)
    one = files.add(b"One", ".txt", Description("One"), "one")
    files.finish(one)
    lines = b'{"_id": "a", "text": "A"}\nno record\n{"id": 7, "text": "B"}\n'
    two = files.add(lines, ".jsonl", Description(outlet="Post"), "two")
    files.finish(two)
    files.finish(files.remove("tower", "The tower", "/corpus/tower.txt"))
    before = tree(tmp_path)
    for change in (
        lambda: files.add(b"Three", ".md", NOTHING, "three"),
        lambda: files.remove(Path(origin_of(one)).stem, "One", origin_of(one)),
        lambda: files.remove("a", "A", origin_of(two), alone=False),
        lambda: files.remove("bridge", "The bridge", "/corpus/bridge.txt"),
        lambda: files.restore("tower"),
    ):
        made = change()
        assert tree(tmp_path) != before
        files.undo(made)
        assert tree(tmp_path) == before
        files.undo(made)
        assert tree(tmp_path) == before


def test_an_added_article_is_deleted_and_one_record_of_many_alone(tmp_path: Path) -> None:
    files = AddedArticles(tmp_path)
    change = files.add(b'{"_id": "a", "text": "A"}\n{"id": 7, "text": "B"}', ".jsonl", NOTHING, "two")
    files.finish(change)
    origin = origin_of(change)
    files.finish(files.remove("a", "A", origin, alone=False))
    assert Path(origin).read_bytes() == b'{"id": 7, "text": "B"}'
    files.finish(files.remove("7", "B", origin))
    assert tree(tmp_path) == {}
    assert not list((tmp_path / "articles").iterdir())


def test_articles_of_the_corpus_are_listed_and_never_deleted(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "tower.txt").write_text("x")
    files = AddedArticles(tmp_path / "data")
    files.finish(files.remove("tower", "The tower", str(corpus / "tower.txt")))
    assert files.removed() == {"tower": "The tower"}
    assert (corpus / "tower.txt").exists()
    files.finish(files.restore("tower"))
    assert files.removed() == {}


def test_a_damaged_journal_is_named(tmp_path: Path) -> None:
    for content in ("", "{}", '{"kind": "burn"}', '{"kind": "add", "other": 1}', "[]"):
        (tmp_path / JOURNAL).write_text(content)
        with pytest.raises(OperationFailed, match=JOURNAL):
            AddedArticles(tmp_path).pending()


def test_a_data_folder_that_cannot_be_written_is_told_without_its_path(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("a file where a folder should be")
    with pytest.raises(OperationFailed) as told:
        AddedArticles(tmp_path).add(b"x", ".txt", NOTHING, "x")
    assert str(tmp_path) not in str(told.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles"]


FULL = """
import resource, sys
from pathlib import Path
from bot.additions.folder import AddedArticles
from bot.additions.naming import Description
from index.errors import OperationFailed
data = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    AddedArticles(data).add(b"x" * 5000, ".txt", Description(), "x")
except OperationFailed as error:
    print(error)
"""


@pytest.mark.parametrize("room", [0, 2000])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, room: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path), str(room)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("the data folder cannot be written (")
    assert tree(tmp_path) == {}
    assert not list((tmp_path / "articles").iterdir())


def test_the_journal_is_on_the_disk_before_the_change(tmp_path: Path, monkeypatch: Any) -> None:
    files = AddedArticles(tmp_path)
    seen: list[Any] = []
    write = AddedArticles._write

    def spied(self: AddedArticles, *arguments: Any) -> Path:
        seen.append(json.loads((tmp_path / JOURNAL).read_text()))
        return write(self, *arguments)

    monkeypatch.setattr(AddedArticles, "_write", spied)
    change = files.add(b"x", ".txt", NOTHING, "x")
    assert seen[0]["kind"] == Kind.ADD and seen[0]["folder"] == change.folder


def test_an_added_file_is_known_after_the_data_folder_moved(tmp_path: Path) -> None:
    change = AddedArticles(tmp_path / "a").add(b"The ferry sails.", ".txt", NOTHING, "ferry")
    AddedArticles(tmp_path / "a").finish(change)
    (tmp_path / "a").rename(tmp_path / "b")
    moved = AddedArticles(tmp_path / "b")
    origin = origin_of(change)
    assert moved.is_added(origin)
    assert not moved.is_added(origin.replace("articles", "corpus"))
    moved.finish(moved.remove(Path(origin).stem, "Ferry", origin))
    assert moved.removed() == {}
    assert list((tmp_path / "b" / "articles").iterdir()) == []


def test_no_record_is_taken_out_of_a_damaged_file(tmp_path: Path) -> None:
    files = AddedArticles(tmp_path)
    change = files.add(b'{"_id": "a", "text": "A"}\n{"_id": "b", "text": "B"}\n', ".jsonl", NOTHING, "two")
    files.finish(change)
    path = Path(origin_of(change))
    path.write_bytes(path.read_bytes().replace(b"B", b"C"))
    with pytest.raises(OperationFailed, match="damaged"):
        files.remove("a", "A", str(path), alone=False)
    files.finish(files.remove("a", "A", str(path)))
    assert not path.exists()
