"""A corpus folder in which somebody has put all that is no article."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hashing import Hashing

from index.articles.article import Article
from index.articles.corpus import Skipped, read_corpus, require
from index.articles.decoding import LARGEST
from index.building.pipeline import build
from index.errors import BadInput
from index.people.aliases import read_aliases
from index.storage.builds import builds_folder, current_id
from index.storage.connection import Connection

HALF = "it holds half of a surrogate pair, which is no character"
TEXT = "The ferry to Norre sails again, harbour master Ilse Brandt said on Monday."


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """Reading a folder never waits for what is not there: after a minute the test fails."""

    def late(*_: object) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "ferry.txt").write_text(TEXT)
    return folder


def read(folder: Path) -> tuple[list[str], dict[str, str]]:
    """The ids of the articles, and the reason for each file that is none, by its name."""
    items = list(read_corpus([folder]))
    read_aliases([folder])
    skipped = {Path(item.file).name: item.reason for item in items if isinstance(item, Skipped)}
    return [item.id for item in items if isinstance(item, Article)], skipped


def test_what_can_hang_is_not_opened(corpus: Path) -> None:
    for name in ("fifo.txt", "fifo.jsonl", "articles.toml", "aliases.toml"):
        os.mkfifo(corpus / name)
    bound = socket.socket(socket.AF_UNIX)
    before = Path.cwd()
    try:
        os.chdir(corpus)  # a socket's path may have no more than about 100 bytes
        bound.bind("socket.md")
    finally:
        os.chdir(before)
        bound.close()
    for name, target in (("zero.txt", "/dev/zero"), ("tty.md", "/dev/tty"), ("stdin.html", "/dev/stdin")):
        (corpus / name).symlink_to(target)
    articles, skipped = read(corpus)
    assert articles == ["ferry"]
    regular, link = "it is not a regular file", "it is a link that leaves the corpus folder"
    assert {skipped[name] for name in ("fifo.txt", "fifo.jsonl", "socket.md")} == {regular}
    assert skipped["zero.txt"] == link
    assert set(skipped) <= {"fifo.txt", "fifo.jsonl", "socket.md", "zero.txt", "tty.md", "stdin.html"}


def test_a_device_that_is_named_itself_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (item,) = read_corpus([tmp_path / "zero.txt"])
    assert isinstance(item, Skipped) and item.reason == "it is not a regular file"


def test_links_lead_nowhere_else(corpus: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("The key is under the mat, the keeper said.")
    (outside / "articles.toml").write_text('[ferry]\ntitle = "from outside"\n')
    (outside / "aliases.toml").write_text('"Ilse Brandt" = ["Somebody"]\n')
    (corpus / "file.txt").symlink_to(outside / "secret.txt")
    (corpus / "up.txt").symlink_to("../outside/secret.txt")
    (corpus / "folder").symlink_to(outside)
    (corpus / "self").symlink_to(".")
    (corpus / "parent").symlink_to("..")
    (corpus / "loop.txt").symlink_to("loop.txt")
    (corpus / "one.txt").symlink_to("two.txt")
    (corpus / "two.txt").symlink_to("one.txt")
    (corpus / "nothing.txt").symlink_to("gone.txt")
    (corpus / "articles.toml").symlink_to(outside / "articles.toml")
    (corpus / "aliases.toml").symlink_to(outside / "aliases.toml")
    items = list(read_corpus([corpus]))
    (article,) = [item for item in items if isinstance(item, Article)]
    assert article.id == "ferry" and article.title != "from outside"
    leaves = {Path(item.file).name for item in items if isinstance(item, Skipped) and "leaves" in item.reason}
    assert leaves == {"file.txt", "up.txt", "folder", "parent", "articles.toml", "aliases.toml"}
    aliases, faults = read_aliases([corpus])
    assert not aliases.joined and "leaves its folder" in faults[0].reason


def test_folders_and_names_of_any_kind(corpus: Path) -> None:
    (corpus / "folder.txt").mkdir()
    (corpus / "folder.txt" / "inner.txt").write_text(TEXT + " In the folder.")
    (corpus / "empty.jsonl").mkdir()
    (corpus / "new\nline.txt").write_text(TEXT + " On two lines.")
    (corpus / "\u202etxt.exe.txt").write_text(TEXT + " Backwards.")
    try:
        (_bytes(corpus, b"\xff\xfe.txt")).write_text(TEXT + " Bytes.")
        _bytes(corpus, b"\xff").mkdir()
        (_bytes(corpus, b"\xff") / "plain.txt").write_text(TEXT + " In bytes.")
    except OSError:
        pytest.skip("this file system takes names of UTF-8 alone")
    deep = corpus
    for _ in range(60):
        deep = deep / "deeper"
        deep.mkdir()
    (deep / "bottom.txt").write_text(TEXT + " At the bottom.")
    articles, skipped = read(corpus)
    assert sorted(articles) == sorted(["ferry", "inner", "new\nline", "\u202etxt.exe", "bottom"])
    assert sorted(skipped.values()) == [
        "its name is not valid UTF-8",
        "the name of a folder it lies in is not valid UTF-8",
    ]
    for name in skipped:
        name.encode()


def test_a_corpus_below_a_folder_of_no_valid_name_is_refused(tmp_path: Path) -> None:
    corpus = _bytes(tmp_path, b"b\xffd")
    try:
        corpus.mkdir()
    except OSError:
        pytest.skip("this file system takes names of UTF-8 alone")
    with pytest.raises(BadInput, match="the path is not valid UTF-8"):
        require([corpus])


def test_data_may_lie_below_a_folder_of_no_valid_name(tmp_path: Path) -> None:
    data = _bytes(tmp_path, b"b\xffd") / "data"
    corpus = tmp_path / "ferry.txt"
    corpus.write_text(TEXT)
    try:
        data.parent.mkdir()
    except OSError:
        pytest.skip("this file system takes names of UTF-8 alone")
    build(data, [corpus], Hashing(), model=None, listener=lambda _: None)
    folder = builds_folder(data) / str(current_id(data))
    with closing(Connection(folder)) as connection:
        assert connection.rows("SELECT id FROM articles") == [("ferry",)]
        assert connection.rows("SELECT id FROM articles WHERE id = ?", ["\udcff"]) == []
        assert connection.rows("SELECT id FROM articles WHERE number = ?", [1 << 70]) == []


def _bytes(folder: Path, name: bytes) -> Path:
    return folder / os.fsdecode(name)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b"\xef\xbb\xbf", "it is empty"),
        ("a.txt", b"a\0b", "it is binary"),
        ("a.html", b"<p>a\0b", "it is binary"),
        ("a.txt", TEXT.encode("utf-16"), "it is not encoded in UTF-8"),
        ("a.md", TEXT.encode("utf-32"), "it is not encoded in UTF-8"),
        ("a.html", "<p>é".encode("latin-1"), "it is not encoded in UTF-8 (byte 3)"),
        ("a.txt", b"\xed\xa0\x80", "it is not encoded in UTF-8 (byte 0)"),
        ("a.txt", b"\x1f\x8b\x08\x00gzip", "it is binary"),
        ("a.txt", b"PK\x03\x04\x14\x00zip", "it is binary"),
        ("a.jsonl", b"[" * 100_000, "line 1: it is not valid JSON"),
        ("a.jsonl", b'{"a":' * 100_000, "line 1: it is not valid JSON"),
        ("a.jsonl", b'{"id": "a", "text": ' + b"9" * 10_000 + b"}", "line 1: it is not valid JSON"),
        ("a.jsonl", b'{"id": "a", "text": "\\ud800"}', f"line 1: {HALF}"),
        ("a.jsonl", b'{"id": "a", "text": "b\\u0000"}', "line 1: its text is binary"),
        ("a.jsonl", b'{"id": [1], "text": "b"}', "line 1: it has no _id or id"),
        ("a.jsonl", b'{"id": true, "text": "b"}', "line 1: it has no _id or id"),
        ("a.jsonl", b"NaN", "line 1: it is not a JSON object"),
        ("a.html", b"<div>" * 100_000, "it holds no article"),
        ("a.html", b"<!--" * 100_000, "it holds no article"),
        ("a.html", b"<table><tr><td>" * 30_000, "it holds no article"),
    ],
    ids=[str(number) for number in range(21)],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_sentence(
    corpus: Path, name: str, content: bytes, reason: str
) -> None:
    (corpus / name).write_bytes(content)
    assert read(corpus) == (["ferry"], {name: reason})


def test_what_is_too_large_is_not_read_into_memory(corpus: Path) -> None:
    for name in ("large.txt", "large.md", "large.html"):
        with (corpus / name).open("wb") as file:
            file.truncate(
                50_000_000_000
            )  # a hole: it takes no room on the disk, and none in memory if read in part
    with (corpus / "lines.jsonl").open("wb") as file:
        file.write(b'{"id": "first", "text": "The quay is dry."}\n')
        file.write(b'{"id": "long", "text": "' + b"a" * LARGEST + b'"}\n')
        file.write(b'{"id": "last", "text": "The quay is wet."}\n')
    articles, skipped = read(corpus)
    sentence = "it is larger than 8 MB, and no article is; part it into articles"
    assert articles == ["ferry", "first", "last"]
    assert skipped == {
        "large.txt": sentence,
        "large.md": sentence,
        "large.html": sentence,
        "lines.jsonl": f"line 2: {sentence}",
    }


def test_many_small_files_are_read_one_by_one(corpus: Path) -> None:
    for number in range(500):
        (corpus / f"{number}.txt").write_bytes(b"")
    items = read_corpus([corpus])
    assert isinstance(next(iter(items)), Skipped)
    assert sum(isinstance(item, Skipped) for item in items) == 499
