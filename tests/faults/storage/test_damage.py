"""Every file of a data folder, damaged in every way that a disk knows."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hashing import Hashing

import index
from bot.additions.folder import JOURNAL, AddedArticles
from bot.additions.naming import Description
from bot.building.live_library import LiveLibrary
from bot.store.store import open_store
from index.answers.answer import PassageHit
from index.building.pipeline import build
from index.cli import main
from index.encoding.exports import (
    GRAPH,
    MODELS,
    TOKENIZER,
    Export,
    Precision,
    Runtime,
    export_folder,
    fresh_folder,
    intact_export,
    publish_export,
)
from index.errors import OperationFailed
from index.search.fusion import SearchMode
from index.settings import IndexSettings
from index.storage import manifest as checks
from index.storage.builds import builds_folder, complete_ids, current_id
from index.storage.manifest import MANIFEST, Manifest

Damage = Callable[[bytes], bytes | None]


def _flipped(share: float) -> Damage:
    def flip(content: bytes) -> bytes:
        at = min(int(len(content) * share), len(content) - 1)
        return content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :]

    return flip


FLIPS: dict[str, Damage] = {"start": _flipped(0), "middle": _flipped(0.5), "end": _flipped(1)}
DAMAGES: dict[str, Damage] = {
    **FLIPS,
    "cut": lambda content: content[: len(content) // 2],
    "last byte": lambda content: content[:-1],
    "emptied": lambda content: b"",
    "removed": lambda content: None,
}
every_damage = pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two builds of different articles; tests only read it."""
    folder = tmp_path_factory.mktemp("twice")
    (folder / "corpus").mkdir()
    for text in ("The harbour stays open, Ada Grant said.", "The harbour is shut for good, Bo Lind said."):
        (folder / "corpus" / "harbour.txt").write_text(text + "\n")
        build(folder / "data", [folder / "corpus"], Hashing(), model=None, listener=lambda event: None)
    return folder / "data"


def _copy(data: Path, to: Path) -> Path:
    return Path(shutil.copytree(data, to, copy_function=os.link))


def _damage(path: Path, damage: Damage) -> None:
    content = path.read_bytes()
    path.unlink()  # the copies share what is not damaged
    if (damaged := damage(content)) is not None:
        path.write_bytes(damaged)


def _files(data: Path) -> list[str]:
    """All files of the build that serves, the manifest among them."""
    folder = builds_folder(data) / str(current_id(data))
    names = [*Manifest.read(folder).files, MANIFEST]
    assert sorted(names) == sorted(path.name for path in folder.iterdir())
    return names


async def _found(data: Path) -> tuple[str, tuple[PassageHit, ...]]:
    async with index.open(data) as library:
        return (await library.status()).build, await library.search("harbour", mode=SearchMode.LEXICAL)


async def _found_before(data: Path, to: Path) -> tuple[str, tuple[PassageHit, ...]]:
    """What is found in the earlier of two builds."""
    earlier = _copy(data, to)
    (earlier / "CURRENT").unlink()
    (earlier / "CURRENT").write_text(complete_ids(data)[0] + "\n")
    return await _found(earlier)


@pytest.mark.parametrize("way", ["start", "end", "cut", "removed"])
async def test_the_earlier_build_answers_for_a_damaged_one(
    twice: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, way: str
) -> None:
    before = await _found_before(twice, tmp_path / "before")
    for name in _files(twice):
        data = _copy(twice, tmp_path / name)
        _damage(builds_folder(data) / str(current_id(data)) / name, DAMAGES[way])
        caplog.clear()
        assert await _found(data) == before
        (said,) = [record.getMessage() for record in caplog.records]
        assert name in said and "\n" not in said


@every_damage
async def test_without_an_earlier_build_the_damage_is_one_sentence(
    twice: Path, tmp_path: Path, damage: Damage
) -> None:
    for name in _files(twice):
        data = _copy(twice, tmp_path / name)
        shutil.rmtree(builds_folder(data) / complete_ids(data)[0])
        _damage(builds_folder(data) / str(current_id(data)) / name, damage)
        with pytest.raises(OperationFailed, match=name) as caught:
            await _found(data)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("damage", FLIPS.values(), ids=FLIPS.keys())
async def test_damage_to_what_is_checked_later_is_found_while_it_serves(
    twice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Damage
) -> None:
    before, _ = await _found_before(twice, tmp_path / "before")
    monkeypatch.setattr(checks, "AT_ONCE", 0)
    for name in ("statements.vectors.npy", "passages.article.npy"):
        data = _copy(twice, tmp_path / name)
        _damage(builds_folder(data) / str(current_id(data)) / name, damage)
        async with index.open(data) as library, asyncio.timeout(20):
            while (await library.status()).build != before:  # noqa: ASYNC110 - nothing tells of it but the log
                await asyncio.sleep(0.01)


async def test_the_bot_says_so_and_keeps_serving(
    twice: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = await _found_before(twice, tmp_path / "before")
    data = _copy(twice, tmp_path / "data")
    _damage(builds_folder(data) / str(current_id(data)) / "articles.sqlite", DAMAGES["middle"])
    async with LiveLibrary(IndexSettings(data=data)) as live:
        live.start()
        library = await live.library()
        assert (await library.status()).build == before[0]
        _damage(data / "CURRENT", DAMAGES["emptied"])
        await live.refresh()
        assert await library.search("harbour", mode=SearchMode.LEXICAL) == before[1]
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert any("articles.sqlite" in line for line in said) and any("CURRENT" in line for line in said)


@pytest.mark.parametrize("command", [["status"], ["search", "harbour", "--mode", "lexical"], ["people"]])
@pytest.mark.parametrize("alone", [False, True], ids=["with an earlier build", "alone"])
def test_commands_say_it_in_one_line(
    twice: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: list[str], alone: bool
) -> None:
    data = _copy(twice, tmp_path / "data")
    if alone:
        shutil.rmtree(builds_folder(data) / complete_ids(data)[0])
    _damage(builds_folder(data) / str(current_id(data)) / "articles.sqlite", DAMAGES["middle"])
    code = main([*command, "--data", str(data)])
    out, err = capfd.readouterr()
    assert (code, bool(out)) == ((1, False) if alone else (0, True))
    assert "Traceback" not in err
    assert "articles.sqlite" in err if alone else True  # pytest has the log of the other


POINTERS = {"empty": b"", "garbage": b"\xff\xfe\x00", "elsewhere": b"../x\n", "none such": b"00000000\n"}


@pytest.mark.parametrize("content", POINTERS.values(), ids=POINTERS.keys())
async def test_a_pointer_that_names_no_build_is_told_and_the_latest_one_answers(
    twice: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    data = _copy(twice, tmp_path / "data")
    expected = await _found(data)
    _damage(data / "CURRENT", lambda _: content)
    caplog.clear()
    assert await _found(data) == expected
    (said,) = [record.getMessage() for record in caplog.records]
    assert "CURRENT" in said or "00000000" in said
    summary = build(data, [twice.parent / "corpus"], Hashing(), model=None, listener=lambda event: None)
    assert (summary.embedded, current_id(data)) == (0, summary.build)


def test_the_next_build_is_of_the_recorded_corpus_whatever_the_pointer_says(
    twice: Path, tmp_path: Path
) -> None:
    from index.building.earlier import last_recorded

    for content in (*POINTERS.values(), None):
        data = _copy(twice, tmp_path / str(content))
        _damage(data / "CURRENT", lambda _, content=content: content)  # type: ignore[misc]
        assert last_recorded(data).corpus == (twice.parent / "corpus",)


@every_damage
def test_a_damaged_model_is_never_used(tmp_path: Path, damage: Damage) -> None:
    """Where no export is intact, the model is exported anew."""
    contents = {GRAPH: b"a graph" * 100, TOKENIZER: b"a tokenizer" * 100}
    models = tmp_path / MODELS
    with fresh_folder(models) as folder:
        for name, content in contents.items():
            (folder / name).write_bytes(content)
        files = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        export = Export("a b", Runtime.ONNX, Precision.INT8, None, 8, 256, "", "", files, {"onnx": "1"})
        publish_export(models, folder, export)
    assert intact_export(models, "a b") == export
    for path in sorted(export_folder(models, "a b").iterdir()):
        content = path.read_bytes()
        _damage(path, damage)
        assert intact_export(models, "a b") is None, path.name
        path.write_bytes(content)


async def test_a_damaged_database_of_the_bot_is_one_sentence_or_does_no_harm(
    used: Path, tmp_path: Path
) -> None:
    content = (used / "bot.sqlite").read_bytes()
    refused = 0
    for number in range(0, len(content), 997):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(used / "bot.secret", folder)
        blank = bytes(min(64, len(content) - number))
        (folder / "bot.sqlite").write_bytes(content[:number] + blank + content[number + len(blank) :])
        try:
            async with open_store(folder) as store:
                await store.unanswered.most_frequent(1)
        except OperationFailed as error:
            refused += 1
            assert "bot.sqlite" in str(error) and "\n" not in str(error)
    assert refused > 3
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / "bot.sqlite").write_bytes(content[: len(content) // 2])
    with pytest.raises(OperationFailed, match=r"bot\.sqlite: the bot's database is damaged .*restore"):
        async with open_store(tmp_path / "cut"):
            pass


@pytest.mark.parametrize("content", [None, b""])
async def test_a_database_that_is_gone_is_told(
    used: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes | None
) -> None:
    shutil.copy(used / "bot.secret", tmp_path)
    if content is not None:
        (tmp_path / "bot.sqlite").write_bytes(content)
    async with open_store(tmp_path):
        assert "bot.sqlite is missing or empty" in caplog.text
    caplog.clear()
    async with open_store(tmp_path), open_store(tmp_path / "first"):
        assert not caplog.records


@every_damage
def test_an_added_article_that_is_damaged_is_in_no_build(used: Path, tmp_path: Path, damage: Damage) -> None:
    """`removed.json` is no different; where it is gone, nothing tells that there was one."""
    paths = [path for path in (used / "articles").rglob("*") if path.is_file() and path.name[0] != "."]
    assert {path.suffix for path in paths} == {".txt", ".toml"}
    for path in [*paths, used / "removed.json"]:
        if path.name == "removed.json" and damage(b"x") is None:
            continue
        data = Path(shutil.copytree(used, tmp_path / path.name))
        _damage(data / path.relative_to(used), damage)
        serving = current_id(data)
        with pytest.raises(OperationFailed, match=path.name) as caught:
            build(data, [used.parent / "corpus"], Hashing(), model=None, listener=lambda event: None)
        assert "\n" not in str(caught.value)
        assert current_id(data) == serving


@pytest.mark.parametrize("damage", [damage for name, damage in DAMAGES.items() if name != "removed"])
def test_a_damaged_journal_undoes_nothing(tmp_path: Path, damage: Damage) -> None:
    files = AddedArticles(tmp_path)
    files.add(b"The ferry sails.", ".txt", Description(), "ferry")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    _damage(tmp_path / JOURNAL, damage)
    with pytest.raises(OperationFailed, match=JOURNAL):
        files.pending()
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
