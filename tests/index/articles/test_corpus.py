import json
import os
import socket
from pathlib import Path

import pytest

from index.articles.article import Article
from index.articles.corpus import Skipped, read_corpus
from index.errors import BadInput

STORY = "The bridge {} opened on Friday, the mayor said.\n"


def write(folder: Path, name: str, content: str | bytes = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((content or STORY.format(name)).encode() if isinstance(content, str) else content)
    return path


def ids(*paths: Path) -> list[str]:
    return [item.id for item in read_corpus(paths) if isinstance(item, Article)]


def skipped(*paths: Path) -> dict[str, str]:
    return {Path(item.file).name: item.reason for item in read_corpus(paths) if isinstance(item, Skipped)}


def test_folders_are_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.txt", "a/b/c.md", "c.jsonl", "d.HTM"]:
        write(tmp_path, name, json.dumps({"_id": "j", "text": "Ten years."}) if name == "c.jsonl" else "")
    page = (
        "<html><body><article><p>"
        + "The bridge opened on Friday, the mayor said. " * 6
        + "</p></article></body></html>"
    )
    write(tmp_path, "d.HTM", page)
    assert ids(tmp_path) == ["c", "z", "b", "j", "d"]


def test_what_is_never_an_article(tmp_path: Path) -> None:
    for name in [
        "README.md",
        "readme.txt",
        "LICENSE.txt",
        ".hidden.txt",
        ".git/a.txt",
        "notes.toml",
        "picture.png",
        "a.txt~",
    ]:
        write(tmp_path, name)
    write(tmp_path, "real.txt")
    assert list(ids(tmp_path)) == ["real"]
    assert skipped(tmp_path) == {}


def test_a_named_file_of_another_kind_is_reported(tmp_path: Path) -> None:
    assert skipped(write(tmp_path, "a.pdf")) == {"a.pdf": ".pdf is no kind of article"}
    assert "README" in skipped(write(tmp_path, "README.md"))["README.md"]


def test_a_missing_path_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nowhere"):
        read_corpus([tmp_path, tmp_path / "nowhere"])


def test_unreadable_files_are_skipped_with_a_reason(tmp_path: Path) -> None:
    write(tmp_path, "empty.txt", b" \n")
    write(tmp_path, "binary.txt", b"\0\1")
    write(tmp_path, "latin.txt", "Zürich".encode("latin-1"))
    write(tmp_path, "good.txt")
    assert ids(tmp_path) == ["good"]
    assert skipped(tmp_path) == {
        "binary.txt": "it is binary",
        "empty.txt": "it is empty",
        "latin.txt": "it is not encoded in UTF-8 (byte 1)",
    }


def test_what_is_there_twice_is_reported_with_its_holder(tmp_path: Path) -> None:
    first = write(tmp_path, "a/one.txt")
    write(tmp_path, "b/one.txt", "Another text under the same name.\n")
    write(tmp_path, "b/two.txt", first.read_text() + "\n\n")
    assert ids(tmp_path) == ["one"]
    found = skipped(tmp_path)
    assert "one" in found["one.txt"] and str(first) in found["one.txt"]
    assert str(first) in found["two.txt"]


def test_records_of_one_file_may_share_a_text_but_no_id(tmp_path: Path) -> None:
    lines = [{"_id": i, "text": "The bridge opened."} for i in ("a", "b", "a")]
    file = write(tmp_path, "c.jsonl", "\n".join(map(json.dumps, lines)))
    assert ids(file) == ["a", "b"]
    assert "earlier line" in skipped(file)["c.jsonl"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt")
    found = list(read_corpus([file, tmp_path, tmp_path / "." / "a.txt"]))
    assert [item.id for item in found if isinstance(item, Article)] == ["a"]
    assert len(found) == 1


def test_the_origin_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "news/a.txt")
    monkeypatch.chdir(tmp_path)
    (article,) = read_corpus([Path("news")])
    assert isinstance(article, Article) and article.origin == "news/a.txt"


def test_links(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, "real.txt")
    write(corpus, ".store/kept.txt", "Only a link leads here, the mayor said.\n")
    outside = write(tmp_path, "outside/secret.txt")
    (corpus / "again.txt").symlink_to("real.txt")
    (corpus / "kept.txt").symlink_to(".store/kept.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "out").symlink_to(outside.parent)
    (corpus / "out.txt").symlink_to(outside)
    (corpus / "dangling.txt").symlink_to("nothing.txt")
    assert ids(corpus) == ["kept", "real"]
    found = skipped(corpus)
    assert found.keys() == {"out", "out.txt", "dangling.txt"}
    assert "leaves" in found["out.txt"] and "nothing" in found["dangling.txt"]
    (tmp_path / "door").symlink_to(corpus)
    assert ids(tmp_path / "door") == ["kept", "real"]


def test_pipes_and_sockets(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        assert skipped(tmp_path) == dict.fromkeys(["pipe.txt", "socket.txt"], "it is not a regular file")
        assert skipped(tmp_path / "pipe.txt") == {"pipe.txt": "it is not a regular file"}


def test_a_file_that_goes_away_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    gone = write(tmp_path, "b.txt")
    items = read_corpus([tmp_path])
    next(items)
    gone.unlink()
    assert [item.reason for item in items if isinstance(item, Skipped)] == [
        "it cannot be read (No such file or directory)"
    ]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    with Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).open("w") as file:
        file.write(STORY)
    (item,) = read_corpus([tmp_path])
    assert item == Skipped(f"{tmp_path}/\ufffd.txt", "its name is not valid UTF-8")


def test_deeply_nested_folders(tmp_path: Path) -> None:
    folders = [tmp_path]
    for _ in range(1200):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    bottom = write(folders[-1], "b.txt")
    write(tmp_path, "a.txt")
    try:
        assert ids(tmp_path) == ["a", "b"]
    finally:
        # Deeper than what pytest can clear away itself.
        bottom.unlink()
        for folder in reversed(folders[1:]):
            folder.rmdir()
