from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.instance import only_instance
from index.errors import OperationFailed

ROOT = Path(__file__).parents[2]
HOLD = "import sys, time; from pathlib import Path; from bot.instance import only_instance\n"
HOLD += "with only_instance(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


def test_the_second_is_refused_until_the_first_is_dead(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None and first.stdout.readline() == b"held\n"
        with pytest.raises(OperationFailed, match=f"process {first.pid}"), only_instance(tmp_path):
            pass
        with only_instance(tmp_path / "other"):
            pass
        first.send_signal(signal.SIGKILL)
    with only_instance(tmp_path):
        assert (tmp_path / "bot.lock").read_text() == str(os.getpid())


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(OperationFailed, match="cannot be written"), only_instance(tmp_path / "data"):
        pass
