"""How much memory the process takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_STATUS = Path("/proc/self/status")
_LINE = re.compile(r"^(VmRSS|RssFile):\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes in memory: all of the process, and what of it is pages of mapped files, which can be let go."""

    resident: int
    mapped: int


def memory() -> Memory | None:
    """The memory of this process; None where the operating system does not tell it."""
    try:
        told = dict(_LINE.findall(_STATUS.read_text(encoding="ascii")))
        return Memory(int(told["VmRSS"]) * 1024, int(told["RssFile"]) * 1024)
    except (OSError, ValueError, KeyError):
        return None
