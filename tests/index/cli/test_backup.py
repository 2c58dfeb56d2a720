from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from index.cli import main

QUESTIONS = (
    "who said territorial integrity",
    "what did Cameron say about extremists",
    "did Putin say gang of cutthroats",
)


def _answers(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[object]:
    batch = tmp_path / "questions.jsonl"
    batch.write_text("".join(json.dumps({"id": one, "question": one}) + "\n" for one in QUESTIONS))
    assert main(["ask", "--batch", str(batch), "--data", str(data)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_restored_folder_gives_the_same_answers(
    seeds_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, data = tmp_path / "b.tar", tmp_path / "restored"
    assert main(["backup", str(file), "--data", str(seeds_data)]) == 0
    assert f"backed up to {file}" in (said := capsys.readouterr().out) and "the index of 5 articles" in said
    assert main(["restore", str(file), "--data", str(data)]) == 0
    assert f"restored into {data} from {file}" in capsys.readouterr().out
    assert _answers(data, tmp_path, capsys) == _answers(seeds_data, tmp_path, capsys)
    assert main(["restore", str(file), "--data", str(data)]) == 2
    assert "--replace" in capsys.readouterr().err
    shutil.rmtree(data / "models")
    assert main(["restore", str(file), "--data", str(data), "--replace"]) == 0
    capsys.readouterr()
    assert _answers(data, tmp_path, capsys) == _answers(seeds_data, tmp_path, capsys)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["backup", "none/b.tar"], 2, "there is no such folder"),
        (["backup", "b.tar"], 1, "there is nothing to back up"),
        (["backup"], 2, "FILE"),
        (["restore", "none.tar"], 2, "none.tar: cannot be read"),
        (["restore", "text.tar"], 2, "is no backup"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("text.tar").write_text("no backup at all")
    assert main([*arguments, *(["--data", "data"] if len(arguments) > 1 else [])]) == code
    out, err = capsys.readouterr()
    assert out == "" and words in err and err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["text.tar"]


def test_a_backup_into_a_pipe_is_refused(
    seeds_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["backup", str(tmp_path / "pipe"), "--data", str(seeds_data)]) == 2
    assert "is no file" in capsys.readouterr().err
