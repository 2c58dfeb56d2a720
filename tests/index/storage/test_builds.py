from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import OperationFailed
from index.storage.builds import (
    KEPT,
    build_under_way,
    builds_folder,
    complete_ids,
    current_id,
    new_build,
    publish,
    writing,
)
from index.storage.manifest import MANIFEST


def _published(data: Path) -> str:
    folder = new_build(data)
    (folder / "array.npy").write_bytes(b"x")
    (folder / MANIFEST).write_text("{}")
    publish(data, folder)
    return folder.name


def test_nothing_serves_before_the_first_build(tmp_path: Path) -> None:
    assert current_id(tmp_path) is None
    assert complete_ids(tmp_path) == []


def test_the_last_published_build_serves_and_only_the_last_ones_are_kept(tmp_path: Path) -> None:
    with writing(tmp_path):
        names = [_published(tmp_path) for _ in range(KEPT + 2)]
    assert current_id(tmp_path) == names[-1]
    assert complete_ids(tmp_path) == names[-KEPT:]
    assert sorted(path.name for path in builds_folder(tmp_path).iterdir()) == names[-KEPT:]


def test_what_a_dead_build_left_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    with writing(tmp_path):
        serving = _published(tmp_path)
        dead = new_build(tmp_path)
        (dead / "half.npy").write_bytes(b"x")
    with writing(tmp_path):
        assert not dead.exists()
        assert current_id(tmp_path) == serving


def test_a_second_process_is_refused_while_one_builds(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.storage.builds import writing\n"
        "with writing(Path(sys.argv[1])): pass"
    )
    with writing(tmp_path):
        refused = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
        )
        assert build_under_way(tmp_path)
    assert "another build is under way" in refused.stderr
    assert not build_under_way(tmp_path)
    assert str(os.getpid()) in refused.stderr
    again = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False)
    assert again.returncode == 0


@pytest.mark.parametrize("content", ["", "../elsewhere", ".hidden", "a/b"])
def test_a_damaged_pointer_is_named_and_healed_by_the_next_build(tmp_path: Path, content: str) -> None:
    (tmp_path / "CURRENT").write_text(content)
    with pytest.raises(OperationFailed, match="CURRENT"):
        current_id(tmp_path)
    with writing(tmp_path):
        name = _published(tmp_path)
    assert current_id(tmp_path) == name


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OperationFailed, match="file/data"), writing(tmp_path / "file" / "data"):
        pass
