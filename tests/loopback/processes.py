"""Processes that a process has started, on Linux, which tells them in /proc."""

from __future__ import annotations

import re
from pathlib import Path

_PROC = Path("/proc")
_STATUS = re.compile(r"^\d+ \(.*\) (\S) (\d+) ", re.DOTALL)


def children(pid: int) -> list[int]:
    """The processes whose parent is `pid`; none where the operating system does not tell."""
    if not _PROC.exists():
        return []
    pids = [int(path.name) for path in _PROC.iterdir() if path.name.isdigit()]
    return [child for child in pids if _status(child)[1] == pid]


def lives(pid: int) -> bool:
    """Whether there is such a process, and it has not ended."""
    return _status(pid)[0] not in {"", "Z", "X"}


def _status(pid: int) -> tuple[str, int]:
    """The state of a process and its parent; "" and 0 where there is none."""
    try:
        match = _STATUS.match((_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        match = None
    return (match[1], int(match[2])) if match else ("", 0)
