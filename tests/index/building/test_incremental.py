from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hashing import Hashing
from hypothesis import given, settings
from hypothesis import strategies as st

from index.building import pipeline
from index.building.pipeline import build
from index.building.progress import Summary
from index.building.versions import versions
from index.storage import manifest
from index.storage.builds import builds_folder, current_id
from index.storage.database import DATABASE
from index.storage.manifest import AT_ONCE, Manifest, Versions

NAMES = ("Ada Grant", "Tom Hale", "Grant", "A. Grant", "Ann Lee", "the mayor", "Hale")
WORDS = ("harbour", "ferry", "winter", "boats", "pier", "lamp", "orchard", "bread", "timetable", "it's")


def _build(data: Path, corpus: Path, encoder: Hashing | None = None) -> Summary:
    return build(data, [corpus], encoder or Hashing(), model=None, listener=lambda event: None)


def _folder(data: Path) -> Path:
    return builds_folder(data) / str(current_id(data))


def _content(data: Path) -> dict[str, object]:
    """Every array, byte for byte, and every row of every table of the build that serves."""
    folder = _folder(data)
    content: dict[str, object] = {path.name: path.read_bytes() for path in folder.glob("*.npy")}
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            content[table] = connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()  # noqa: S608
    return content


def _assert_same(one: Path, other: Path) -> None:
    first, second = _content(one), _content(other)
    assert first.keys() == second.keys()
    for name, content in first.items():
        assert content == second[name], name


said = st.builds(
    lambda form, name, words: form.format(name=name, words=" ".join(words)),
    st.sampled_from(["“The {words},” {name} said.", "{name} said that the {words}.", "The {words} stay."]),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=60),
)
texts = st.lists(said, min_size=1, max_size=4).map("\n\n".join)
records = st.dictionaries(st.sampled_from("abcdefgh"), texts, max_size=6)
outlets = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["Courier", "Herald"]), max_size=2)
corpora = st.tuples(
    st.dictionaries(st.sampled_from("stuvw"), texts, max_size=4),
    records,
    st.permutations("abcdefgh"),
    outlets,
)


def _write(folder: Path, corpus: tuple[dict[str, str], dict[str, str], list[str], dict[str, str]]) -> None:
    """Files, and lines in some order, with overrides of some lines."""
    files, lines, order, overrides = corpus
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(f"Note {name}\n\n{text}\n")
    rows = [
        json.dumps({"id": key, "title": f"Line {key}", "text": lines[key]}) for key in order if key in lines
    ]
    (folder / "lines.jsonl").write_text("\n".join(rows))
    entries = [f'[{key}]\noutlet = "{outlet}"\n' for key, outlet in overrides.items()]
    (folder / "articles.toml").write_text("\n".join(entries))


@settings(max_examples=12, deadline=None)
@given(st.lists(corpora, min_size=2, max_size=4))
def test_an_incremental_build_equals_a_full_one_whatever_was_edited(
    states: list[tuple[dict[str, str], dict[str, str], list[str], dict[str, str]]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "corpus").mkdir()
        _write(root / "corpus", ({"s": "The pier stays, Ada Grant said."}, {}, [], {}))
        _build(root / "step", root / "corpus")
        for number, state in enumerate(states):
            _write(root / "corpus", ({"s": "The pier stays, Ada Grant said.", **state[0]}, *state[1:]))
            step = _build(root / "step", root / "corpus")
            full = _build(root / f"full{number}", root / "corpus")
            assert step.skipped == full.skipped
            _assert_same(root / "step", root / f"full{number}")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        words = " ".join(WORDS[number:])
        (folder / f"{number}.txt").write_text(f"Note {number}\n\n“The {words},” {name} said.\n")
    return folder


@pytest.mark.parametrize("part", ["articles", "statements", "terms"])
def test_what_other_code_made_is_made_anew(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    today = versions(statements=True)
    before = Versions(**{name: getattr(today, name) for name in today.__slots__} | {part: "before"})
    monkeypatch.setattr(pipeline, "versions", lambda *, statements: before)
    _build(tmp_path / "step", corpus)
    with closing(sqlite3.connect(_folder(tmp_path / "step") / DATABASE)) as connection, connection:
        connection.execute("UPDATE articles SET headline = 'old'")
        connection.execute("UPDATE statements SET cue = 'old'")
    folder = _folder(tmp_path / "step")
    _resealed(folder)
    monkeypatch.undo()
    _build(tmp_path / "step", corpus)
    with closing(sqlite3.connect(_folder(tmp_path / "step") / DATABASE)) as connection:
        headlines = {row[0] for row in connection.execute("SELECT headline FROM articles")}
        cues = {row[0] for row in connection.execute("SELECT cue FROM statements")}
    assert (headlines == {"old"}) == (part != "articles")
    assert (cues == {"old"}) == (part != "statements")


def _resealed(folder: Path) -> None:
    """Take the database of a build as it is now for what was written."""
    from dataclasses import replace

    from index.storage.sealing import seal_of

    told = Manifest.read(folder)
    replace(told, files={**told.files, DATABASE: seal_of(folder / DATABASE)}).write(folder)


@pytest.mark.parametrize("at_once", [0, AT_ONCE])
def test_damage_is_not_carried_over(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(manifest, "AT_ONCE", at_once)
    _build(tmp_path / "step", corpus)
    for name in (DATABASE, "statements.vectors.npy", "passages.documents.npy"):
        path = _folder(tmp_path / "step") / name
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)
        _build(tmp_path / "step", corpus)
    _build(tmp_path / "full", corpus)
    _assert_same(tmp_path / "step", tmp_path / "full")


def test_statements_are_taken_over_where_only_arrays_are_damaged(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    _build(tmp_path / "step", corpus)
    with closing(sqlite3.connect(_folder(tmp_path / "step") / DATABASE)) as connection, connection:
        connection.execute("UPDATE statements SET cue = 'old'")
    _resealed(_folder(tmp_path / "step"))
    (_folder(tmp_path / "step") / "passages.documents.npy").write_bytes(
        bytes((_folder(tmp_path / "step") / "passages.documents.npy").stat().st_size)
    )
    encoder = Hashing()
    summary = _build(tmp_path / "step", corpus, encoder)
    assert summary.embedded == len(encoder.texts) > len(NAMES)
    with closing(sqlite3.connect(_folder(tmp_path / "step") / DATABASE)) as connection:
        assert {row[0] for row in connection.execute("SELECT cue FROM statements")} == {"old"}


def test_statements_that_are_taken_over_get_the_persons_of_today(tmp_path: Path, corpus: Path) -> None:
    _build(tmp_path / "step", corpus)
    for number, aliases in enumerate(('"Zoe Grant" = ["Ada Grant", "Hale"]', '"Hale" = ["Tom Hale"]', "")):
        (corpus / "aliases.toml").write_text(aliases)
        _build(tmp_path / "step", corpus)
        _build(tmp_path / f"full{number}", corpus)
        _assert_same(tmp_path / "step", tmp_path / f"full{number}")


def test_another_encoder_embeds_everything_and_nothing_else_is_done_anew(
    tmp_path: Path, corpus: Path
) -> None:
    _build(tmp_path / "step", corpus)
    other = Hashing("other")
    summary = _build(tmp_path / "step", corpus, other)
    assert summary.embedded == len(other.texts) == len(set(other.texts)) > len(NAMES)
    assert Manifest.read(_folder(tmp_path / "step")).encoder == "other"


def test_a_moved_article_and_a_repeated_text_are_not_embedded_again(tmp_path: Path, corpus: Path) -> None:
    _build(tmp_path / "step", corpus)
    (corpus / "0.txt").rename(corpus / "9.txt")
    (corpus / "8.txt").write_text((corpus / "1.txt").read_text() + "\nOne more line stands here.\n")
    encoder = Hashing()
    _build(tmp_path / "step", corpus, encoder)
    assert len(encoder.texts) == 1
