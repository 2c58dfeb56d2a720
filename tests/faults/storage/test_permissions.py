"""What the operating system forbids, and who may read what is written."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
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
_AS_NOBODY = """
import os, sys, runpy
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def _as_nobody(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a module as a user who may do nothing but what all may."""
    return subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, *command],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def forbidden(used: Path, tmp_path: Path) -> Path:
    """A data folder that can be read and not be written."""
    if _as_nobody("index", "--help").returncode:
        pytest.skip("another user cannot run the program from here")
    data = Path(shutil.copytree(used, tmp_path / "data"))
    for path in (data, *data.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(path.stat().st_mode | 0o055)
    return data


def test_a_folder_that_may_only_be_read_answers_and_is_not_built(forbidden: Path) -> None:
    searched = _as_nobody(
        "index", "search", "harbour", "--mode", "lexical", "--json", "--data", str(forbidden)
    )
    assert (searched.returncode, searched.stderr) == (0, "")
    assert "harbour" in json.loads(searched.stdout)["passages"][0]["text"]
    for command, variables in (
        (("index", "build", str(ROOT / "seeds"), "--data", str(forbidden)), {}),
        (("bot",), {"DISCORD_TOKEN": "x", "WHOSAID_DATA": str(forbidden)}),
    ):
        refused = _as_nobody(*command, **variables)
        assert refused.returncode == 1
        assert "cannot be written (Permission denied)" in refused.stderr
        assert refused.stderr.count("\n") == 1
    forbidden.chmod(0o755)


def test_what_cannot_be_read_is_one_sentence(forbidden: Path) -> None:
    folder = builds_folder(forbidden) / str(current_id(forbidden))
    for path in (folder / "articles.sqlite", folder, builds_folder(forbidden), forbidden / "CURRENT"):
        mode = path.stat().st_mode
        path.chmod(0)
        refused = _as_nobody("index", "status", "--data", str(forbidden))
        path.chmod(mode)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "Permission denied" in refused.stderr and refused.stderr.splitlines()[-1].startswith("error: ")
        assert "Traceback" not in refused.stderr
    forbidden.chmod(0o755)


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
