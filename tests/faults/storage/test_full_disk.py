"""A full disk: a limit on the size of files, a small file system, and SQLite's own limit."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hashing import Hashing

from bot.store.database import Database
from bot.store.store import open_store
from index.backup.restoring import restore
from index.backup.saving import back_up
from index.building.pipeline import build
from index.encoding import exporting
from index.encoding.exports import Precision
from index.encoding.models import Model
from index.errors import ModelUnavailable, OperationFailed
from index.storage.builds import builds_folder, current_id

ROOT = Path(__file__).parents[3]
_LIMITED = """
import json, resource, sys
from pathlib import Path
from hashing import Hashing
from index.backup.saving import back_up
from index.building.pipeline import build
from index.errors import OperationFailed
data, corpus, file = map(Path, sys.argv[1:4])
def attempt(work):
    try:
        work()
    except OperationFailed as error:
        return str(error)
    return "done"
def building(): build(data, [corpus], Hashing(), model=None, listener=lambda event: None)
said = []
for size in map(int, sys.argv[4:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    said.append((size, attempt(building), attempt(lambda: back_up(data, file, print))))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(json.dumps([said, attempt(building), attempt(lambda: back_up(data, file, print))]))
"""


@contextlib.contextmanager
def _small_disk(place: Path, size: str) -> Iterator[Path]:
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("file systems cannot be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - found where mount was


def _more(corpus: Path, words: int) -> None:
    text = "\n\n".join(f"The harbour number {number} stays open, Ada Grant said." for number in range(words))
    (corpus / "more.txt").write_text(text + "\n")


def test_files_that_may_not_grow_stop_a_build_and_a_backup_and_nothing_else(
    used: Path, tmp_path: Path
) -> None:
    data, corpus = tmp_path / "data", tmp_path / "corpus"
    shutil.copytree(used, data)
    shutil.copytree(used.parent / "corpus", corpus)
    file = tmp_path / "b.tar"
    back_up(data, file, print)
    serving, before = current_id(data), file.read_bytes()
    _more(corpus, 300)
    sizes = ["0", "200", "5000", "60000"]
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, data, corpus, file, *sizes],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    limited, built, backed_up = json.loads(done.stdout)
    for size, building, saving in limited:
        assert building.startswith(f"{data}: ") and "\n" not in building, (size, building)
        assert "too big" in building or "disk" in building, (size, building)
        assert saving.startswith(str(file)) or "bot.sqlite" in saving, (size, saving)
        assert "too big" in saving or "disk" in saving, (size, saving)
    assert (built, backed_up) == ("done", "done")
    assert current_id(data) != serving and file.read_bytes() != before
    assert len(list(builds_folder(data).iterdir())) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar", "corpus", "data"]


def test_a_full_file_system_keeps_the_old_state_and_serves_again_when_there_is_room(
    used: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(used.parent / "corpus", corpus)
    back_up(used, tmp_path / "b.tar", print)
    with _small_disk(tmp_path / "disk", "3m") as disk:
        data = disk / "data"
        restore(data, tmp_path / "b.tar")
        serving = current_id(data)
        free = shutil.disk_usage(disk).free
        _more(corpus, 300)
        for left in (0, 120_000):
            (disk / "ballast").write_bytes(bytes(max(0, free - left)))
            with pytest.raises(OperationFailed, match=rf"{data}: .*full"):
                build(data, [corpus], Hashing(), model=None, listener=lambda event: None)
            with pytest.raises(OperationFailed, match="full"):
                back_up(data, disk / "b.tar", print)
            with pytest.raises(OperationFailed, match="full"):
                restore(data, tmp_path / "b.tar", replace=True)
            assert current_id(data) == serving and not (disk / "b.tar").exists()
            (disk / "ballast").unlink()
        assert build(data, [corpus], Hashing(), model=None, listener=lambda event: None).articles > 2
        restore(data, tmp_path / "b.tar", replace=True)
        assert current_id(data) == serving
        assert sorted(path.name for path in disk.iterdir()) == ["data"]


async def test_a_database_that_may_not_grow_refuses_and_goes_on(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store, Database.open(tmp_path) as limited:
        await store.unanswered.record("why", guild=1, private=False)
        async with limited.transaction() as connection:
            await connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(OperationFailed, match=r"bot\.sqlite.*the disk is full"):
            for number in range(2000):
                await limited.write(
                    "INSERT INTO unanswered VALUES (?, ?, ?, 1, 1, 1)",
                    (number % 2 + 5, "x" * 500 + str(number), "x"),
                )
        await store.unanswered.record("why not", guild=1, private=False)
        assert {entry.question for entry in await store.unanswered.most_frequent(1)} == {"why", "why not"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_a_model_that_finds_no_room_is_not_taken_for_one_that_cannot_be_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Else sentence-transformers would be used for good, because a disk was full once."""

    def full(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(exporting, "load", lambda *arguments, **options: None)
    monkeypatch.setattr(exporting, "vectors_of", lambda *arguments, **options: None)
    monkeypatch.setattr(exporting, "_exported", full)
    model = Model("small", tmp_path, "0", "0")
    with pytest.raises(
        ModelUnavailable, match=r"models: the exported form of small cannot be written .*MB are free"
    ):
        exporting.export_model(model, tmp_path / "models", (Precision.INT8, Precision.FLOAT32))
    assert not [path for path in (tmp_path / "models").iterdir() if path.is_dir()]
