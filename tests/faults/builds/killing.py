"""`python -m index build`, killed at an instant."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.storage.builds import builds_folder, complete_ids, current_id

ROOT = Path(__file__).parents[3]


class Phase(StrEnum):
    """Where a build was when it was killed, as its data folder tells afterwards."""

    BEFORE = "before it wrote anything"
    WRITING = "while it wrote its files"
    COMPLETE = "whole, but not published"
    PUBLISHED = "published, before it ended"
    ENDED = "ended before the kill"


@dataclass(frozen=True, slots=True)
class Killed:
    """What a kill met, and how many seconds after the start of the process, or of its writing, it came."""

    phase: Phase
    after: float


def start_build(data: Path, *corpus: Path) -> subprocess.Popen[str]:
    """The process of a build; standard error is kept."""
    command = [sys.executable, "-m", "index", "build", *map(str, corpus), "--data", str(data)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace"
    )


@dataclass(frozen=True, slots=True)
class Life:
    """Seconds from the start of a build's process to its first file, and to its end."""

    writing: float
    whole: float


def whole_life(data: Path, corpus: Path) -> Life:
    """The life of a build that nobody kills. Raises RuntimeError where it fails."""
    known = _folders(data)
    began = time.monotonic()
    process = start_build(data, corpus)
    until_writing(process, data, known)
    writing = time.monotonic() - began
    _, said = process.communicate()
    if process.returncode:
        raise RuntimeError(said)
    return Life(writing, time.monotonic() - began)


def kill_build(data: Path, corpus: Path, after: float, *, writing: bool = False) -> Killed:
    """Start a build and kill it `after` so many seconds, counted from its start or from when it begins
    `writing`. Raises RuntimeError where it fails by itself.
    """
    before = current_id(data)
    known = _folders(data)
    process = start_build(data, corpus)
    if writing:
        until_writing(process, data, known)
    try:
        code = process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    assert process.stderr is not None
    with process.stderr as stream:
        said = stream.read()
    if code == 0:
        return Killed(Phase.ENDED, after)
    if code > 0:
        raise RuntimeError(said)
    if current_id(data) != before:
        return Killed(Phase.PUBLISHED, after)
    new = _folders(data) - known
    if not new:
        return Killed(Phase.BEFORE, after)
    return Killed(Phase.COMPLETE if new & set(complete_ids(data)) else Phase.WRITING, after)


def until_writing(process: subprocess.Popen[str], data: Path, known: Collection[str]) -> None:
    """Wait until the process has made the folder of its build, one that is not `known`, or is done."""
    while process.poll() is None and _folders(data) <= set(known):
        time.sleep(0.002)


def _folders(data: Path) -> set[str]:
    folder = builds_folder(data)
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()
