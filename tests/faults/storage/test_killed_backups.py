from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from index.backup.saving import back_up

ROOT = Path(__file__).parents[3]


def _killed(what: str, data: Path, file: Path, work: Path, *steps: int) -> list[dict[str, Any]]:
    work.mkdir()
    command = [
        sys.executable,
        str(Path(__file__).with_name("kills.py")),
        what,
        data,
        file,
        work,
        *map(str, steps),
    ]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_a_killed_restoring_leaves_the_old_state_or_the_new_one_whole(
    used: Path, used_otherwise: Path, tmp_path: Path
) -> None:
    back_up(used_otherwise, tmp_path / "b.tar", print)
    found = _killed("restore", used, tmp_path / "b.tar", tmp_path / "work", 1, 400, 13)
    assert not found[-1]["killed"]
    assert {(one["reader"], one["bot"]) for one in found} == {("old", "old"), ("new", "new")}
    assert [one["left"] for one in found] == [[]] * len(found)


def test_a_killed_backup_leaves_the_earlier_one_and_nothing_beside_it_after_the_next(
    used: Path, used_otherwise: Path, tmp_path: Path
) -> None:
    back_up(used_otherwise, tmp_path / "b.tar", print)
    found = _killed("backup", used, tmp_path / "b.tar", tmp_path / "work", 0, 400, 2)
    assert [one["killed"] for one in found] == [True] * (len(found) - 1) + [False]
    files = [one["file"] for one in found]
    assert files == sorted(files, reverse=True) and files[0] == "old" and files[-1] == "new"
    assert [one["left"] for one in found] == [[]] * len(found)
