"""What this process holds in memory."""

from __future__ import annotations

from pathlib import Path

_STATUS = Path("/proc/self/status")


def held(field: str) -> float:
    """A figure of the system's on this process (VmRSS, RssAnon, RssFile), in MiB; 0 where it does not tell."""
    try:
        lines = _STATUS.read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:")), 0.0)
