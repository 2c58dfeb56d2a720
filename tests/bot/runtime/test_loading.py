from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_loading_leaves_no_events_to_report(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-c", "from bot.runtime.loading import load_libraries; load_libraries()"]
    assert subprocess.run(command, check=False, env=environment).returncode == 0
    assert list(tmp_path.rglob("*")) == []
