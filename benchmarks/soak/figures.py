"""What a process holds, as Linux tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_KB = re.compile(r"^(RssAnon|RssFile|Threads):\s+(\d+)", re.MULTILINE)
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Held:
    """Memory of its own and pages of mapped files (MiB), open files, threads, and maps; `of_files` are the
    maps of files, and `deleted` those of files that have no name any more.
    """

    own: float
    mapped: float
    files: int
    threads: int
    maps: int
    of_files: int
    deleted: int


def held(pid: int) -> Held:
    """What the process holds now."""
    proc = Path("/proc") / str(pid)
    told = dict(_KB.findall((proc / "status").read_text("ascii")))
    maps = (proc / "maps").read_text("utf-8").splitlines()
    return Held(
        own=int(told["RssAnon"]) / _MIB,
        mapped=int(told["RssFile"]) / _MIB,
        files=len(list((proc / "fd").iterdir())),
        threads=int(told["Threads"]),
        maps=len(maps),
        of_files=sum("/" in line for line in maps),
        deleted=sum(line.endswith("(deleted)") for line in maps),
    )


def folder_mb(folder: Path) -> float:
    """The size of all files in a folder, in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
