from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run

from index.cli import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `python -m index` with these arguments in an empty folder, without settings of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("WHOSAID_DATA", "WHOSAID_CORPUS", "WHOSAID_MODEL"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run
