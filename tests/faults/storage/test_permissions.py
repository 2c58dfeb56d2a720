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
from itertools import chain
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
import json, os, sys
from pathlib import Path
from hashing import Hashing
from index.building.pipeline import build
from index.cli import main, search, status
from index.errors import OperationFailed
commands = json.loads(sys.argv[1])
if ["bot"] in commands:
    import bot.service
    from bot.__main__ import main as bot
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
codes = []
for number, command in enumerate(commands):
    child = os.fork()
    if child == 0:
        for stream, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"{sys.argv[2]}/{number}.{name}", os.O_WRONLY), stream)
        if command == ["bot"]:
            sys.exit(bot([]))
        if command[0] != "build":
            sys.exit(main(command))
        try:
            build(Path(command[1]), [Path(command[2])], Hashing(), model=None, listener=lambda event: None)
        except OperationFailed as error:
            sys.exit(f"error: {error}")
        sys.exit(0)
    codes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(json.dumps(codes))
"""


needs_readable_libraries = pytest.mark.skipif(
    os.geteuid() == 0
    and not all(one.stat().st_mode & stat.S_IXOTH for one in (Path(sys.prefix), *Path(sys.prefix).parents)),
    reason="another user cannot import the libraries, which lie in a private folder",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command said, and the status it ended with."""

    code: int
    out: str
    err: str


def _as_nobody(cwd: Path, *commands: list[str], **variables: str) -> list[Ended]:
    """Run commands as a user who may do nothing but what all may; everything is imported before."""
    with tempfile.TemporaryDirectory() as name:
        said = Path(name)
        said.chmod(0o755)
        files = [(said / f"{number}.out", said / f"{number}.err") for number in range(len(commands))]
        for file in chain.from_iterable(files):
            file.touch()
            file.chmod(0o666)
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, json.dumps(commands), said],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        codes = json.loads(done.stdout)
        return [
            Ended(code, out.read_text(), err.read_text())
            for code, (out, err) in zip(codes, files, strict=True)
        ]


@pytest.fixture
def forbidden(used: Path) -> Iterator[Path]:
    """A data folder, in a folder that all can read, that nobody can write."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(used, Path(folder) / "data"))
        shutil.copytree(used.parent / "corpus", Path(folder) / "corpus")
        Path(folder).chmod(0o755)
        for path in (data, *data.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield data
        for path in (data, *data.rglob("*")):
            path.chmod(0o755)


@needs_readable_libraries
def test_a_folder_that_may_only_be_read_answers_and_is_not_built(forbidden: Path) -> None:
    here = forbidden.parent
    searched, *both = _as_nobody(
        here,
        ["search", "harbour", "--mode", "lexical", "--json", "--data", str(forbidden)],
        ["build", str(forbidden), str(here / "corpus")],
        ["bot"],
        DISCORD_TOKEN="x",
        WHOSAID_DATA=str(forbidden),
    )
    assert (searched.code, searched.err) == (0, "")
    assert "harbour" in json.loads(searched.out)["passages"][0]["text"]
    for refused in both:
        assert refused.code == 1
        assert "data folder cannot be written (Permission denied)" in refused.err
        assert "Traceback" not in refused.err


@needs_readable_libraries
def test_what_cannot_be_read_is_one_sentence(forbidden: Path) -> None:
    other = Path(shutil.copytree(forbidden, forbidden.parent / "other"))
    file = builds_folder(forbidden) / str(current_id(forbidden)) / "articles.sqlite"
    paths = (file, builds_folder(other))
    for path in paths:
        path.chmod(0)
    both = _as_nobody(forbidden.parent, *(["status", "--data", str(data)] for data in (forbidden, other)))
    for path in paths:
        path.chmod(0o755)
    for refused in both:
        assert (refused.code, refused.out) == (1, "")
        assert "Permission denied" in refused.err and refused.err.splitlines()[-1].startswith("error: ")
        assert "Traceback" not in refused.err


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
