"""Front matter, TOML and JSON that try to take memory, time or the process."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from index.articles.decoding import UnreadableError
from index.articles.markdown import read_markdown
from index.articles.metadata import metadata
from index.articles.overrides import read_overrides
from index.articles.toml_file import LARGEST_TOML
from index.people.aliases import read_aliases

INVALID = "its front matter is not valid YAML and is ignored"

LAUGHS = "\n".join(
    ["a0: &a0 {name: [lol, lol, lol]}"]
    + [f"a{n}: &a{n} {{name: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    + ["title: *a11"]
)
MERGED = "\n".join(
    ["a0: &a0 {x: y}"]
    + [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    + ["<<: *a11"]
)


@pytest.mark.parametrize(
    "front",
    [
        LAUGHS, MERGED, "title: &a {name: *a}", "title: &a [*a]",
        "title: !!python/object/apply:os.system [id]", "title: !!python/name:os.system", "title: !!python/tuple [a]",
        "title: !ruby/object:Gem {}", "title: !!bool maybe", 'title: !!int ""', 'title: !!float ""',
        "title: !!timestamp soon", "title: !!binary x", "date: 2013-99-99", "? [a]\n: b", "title: " + "[" * 300,
        "title: {" * 300, "- " * 5000, "%YAML 9.9", "title: \x07", "\t: a", "'", "a: b: c",
    ],
    ids=[str(number) for number in range(23)],
)  # fmt: skip
def test_tricks_of_yaml_are_no_front_matter(front: str) -> None:
    article, fault = read_markdown(
        f"---\n{front}\n---\nThe ferry sails.\n".encode(), identifier="a", origin="a.md"
    )
    assert fault == INVALID
    assert article.title is None
    assert "The ferry sails." in article.text


@pytest.mark.parametrize(
    "front", ["title: 0x" + "f" * 20_000, "title: " + "1:" * 5_000 + "1", "title: {a: {name: b}}", 'title: "\\ud800"'],
    ids=["hexadecimal", "sexagesimal", "nested", "half a pair"],
)  # fmt: skip
def test_a_title_that_is_no_text_is_none(front: str) -> None:
    article, fault = read_markdown(
        f"---\n{front}\n---\nThe ferry sails.\n".encode(), identifier="a", origin="a.md"
    )
    assert (article.title, fault) == (None, None)


def test_a_file_of_front_matter_alone_holds_no_text() -> None:
    with pytest.raises(UnreadableError, match="no text below"):
        read_markdown(f"---\n{LAUGHS}\n---\n".encode(), identifier="a", origin="a.md")


def test_metadata_as_deep_as_it_may_come_is_no_text() -> None:
    deepest = sys.getrecursionlimit() - 200
    nested = json.loads('{"name":' * deepest + "1" + "}" * deepest)
    assert metadata({"title": nested, "author": [nested, "Ada Grant"]}).author == "Ada Grant"
    shared = ["a"]
    for _ in range(40):
        shared = [{"name": shared}, {"name": shared}]  # type: ignore[list-item]
    assert metadata({"author": shared}).author is None


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"title = 0x" + b"f" * 20_000, "is no table"),
        (b"[ferry]\ntitle = 0x" + b"f" * 20_000, None),
        (b"[ferry]\ntitle = " + b"9" * 20_000, "not valid TOML"),
        (b"a = " + b"[" * 20_000, "not valid TOML"),
        (b"a." * 200_000 + b"a = 1", "more than twenty parts"),
        (b'"a".' * 200_000 + b"a = 1", "more than twenty parts"),
        (b"[" + b"a." * 15 + b"a]\noutlet = 'RT'", "too deeply"),
        (b"\xff\xfea", "not valid TOML"),
        (b"\0", "not valid TOML"),
        (b"#" * (LARGEST_TOML + 1), "larger than 4 MB"),
    ],
    ids=["number", "field", "digits", "brackets", "key", "quoted key", "tables", "wide", "NUL", "large"],
)  # fmt: skip
def test_tricks_of_toml_are_told_and_change_nothing(
    tmp_path: Path, content: bytes, fault: str | None
) -> None:
    for name in ("articles.toml", "aliases.toml"):
        (tmp_path / name).write_bytes(content)
    said = read_overrides(tmp_path)
    assert said is not None
    assert [fault in told for told in said.faults] == [True] if fault else not said.faults
    assert all(entry.title is None for entry in said.entries.values())
    aliases, _ = read_aliases([tmp_path])
    assert not aliases.joined
