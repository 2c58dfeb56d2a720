"""What the operating system forbids, and who may read what is written."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hashing import Hashing

from index.backup.saving import back_up
from index.building.pipeline import build
from index.cli import main
from index.storage.builds import builds_folder, complete_ids, current_id
from index.storage.checked_json import dump_checked, load_checked
from index.storage.manifest import FORMAT, MANIFEST

ROOT = Path(__file__).parents[3]
_UNPRIVILEGED = Path(__file__).with_name("unprivileged.py")


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command said, and the status it ended with."""

    code: int
    out: str
    err: str


def _as_nobody(cwd: Path, *commands: list[str], **variables: str) -> list[Ended]:
    """Run commands in `cwd` as a user who may do nothing but what all may."""
    done = subprocess.run(
        [sys.executable, _UNPRIVILEGED, json.dumps(commands)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", **variables},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [Ended(*told) for told in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def refused(used: Path) -> Iterator[dict[str, Ended]]:
    """What was said of a folder, in one that all can read, that nobody can write, and of two that have a
    part that cannot be read; by what was run.
    """
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        here.chmod(0o755)
        shutil.copytree(used.parent / "corpus", here / "corpus")
        forbidden, file, folder = [
            Path(shutil.copytree(used, here / name)) for name in ("forbidden", "file", "folder")
        ]
        for path in (forbidden, *forbidden.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        unreadable = (
            builds_folder(file) / str(current_id(file)) / "articles.sqlite",
            builds_folder(folder),
        )
        for path in unreadable:
            path.chmod(0)
        commands = {
            "search": ["search", "harbour", "--mode", "lexical", "--json", "--data", str(forbidden)],
            "build": ["build", str(forbidden), str(here / "corpus")],
            "file": ["status", "--data", str(file)],
            "folder": ["status", "--data", str(folder)],
            "bot": ["bot"],
        }
        ended = _as_nobody(here, *commands.values(), DISCORD_TOKEN="x", WHOSAID_DATA=str(forbidden))
        yield dict(zip(commands, ended, strict=True))
        for path in (forbidden, *forbidden.rglob("*"), *unreadable):
            path.chmod(0o755)


def test_a_folder_that_may_only_be_read_answers_and_is_not_built(refused: dict[str, Ended]) -> None:
    searched = refused["search"]
    assert (searched.code, searched.err) == (0, "")
    assert "harbour" in json.loads(searched.out)["passages"][0]["text"]
    for one in (refused["build"], refused["bot"]):
        assert one.code == 1
        assert "data folder cannot be written (Permission denied)" in one.err
        assert "Traceback" not in one.err


@pytest.mark.parametrize("part", ["file", "folder"])
def test_what_cannot_be_read_is_one_sentence(refused: dict[str, Ended], part: str) -> None:
    said = refused[part]
    assert (said.code, said.out) == (1, "")
    assert "Permission denied" in said.err and said.err.splitlines()[-1].startswith("error: ")
    assert "Traceback" not in said.err


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_what_members_wrote_is_for_the_owner_alone_whatever_the_umask(
    tmp_path: Path, used_folder_at: Callable[[Path, Path, str], Path], umask: int
) -> None:
    before = os.umask(umask)
    try:
        data = used_folder_at(tmp_path / "data", tmp_path / "corpus", "open")
        back_up(data, tmp_path / "b.tar", print)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (*data.rglob("*"), tmp_path / "b.tar")}
    private = {name for name in modes if name.startswith("bot.s") or name.endswith((".toml", ".txt", ".tar"))}
    assert len(private) >= 5
    assert {modes[name] for name in private} == {0o600}
    assert modes["articles"] == 0o700


def test_the_commands_let_nobody_else_write_what_they_make(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        main(["status", "--data", str(tmp_path / "none")])
        (tmp_path / "made").touch()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o644


@pytest.mark.parametrize("version", [1, 2, FORMAT + 1])
def test_an_index_of_another_version_is_made_anew_of_the_same_articles(
    used: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], version: int
) -> None:
    data = Path(shutil.copytree(used, tmp_path / "data"))
    told = builds_folder(data) / str(current_id(data)) / MANIFEST
    values = load_checked(told.read_text())
    told.write_text(
        dump_checked({**values, "format": version})
        if version > FORMAT
        else json.dumps({**values, "format": version, "versions": None})
    )
    assert main(["status", "--data", str(data)]) == 1
    assert (
        f"format {version}, this program reads {FORMAT}; run: python -m index build"
        in capsys.readouterr().err
    )
    corpus = [Path(path) for path in values["corpus"]]
    summary = build(data, corpus, Hashing(), model=None, listener=lambda event: None)
    assert summary.articles == values["articles"]
    assert main(["status", "--data", str(data)]) == 0
    assert len(complete_ids(data)) == 2
