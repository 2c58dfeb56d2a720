"""What a build in a child process tells, line by line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

WAITING = "waiting"
"""The stage of a build that waits for another one; the bot's own, no build tells it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units of a stage (total None: not known beforehand)."""

    stage: str
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the index, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """What a build did, in articles, texts and seconds."""

    build: str
    articles: int
    passages: int
    statements: int
    added: int
    changed: int
    removed: int
    skipped: int
    embedded: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a build ended without an index: the name of the error, and its sentence."""

    error: str
    reason: str


Event = Progress | Skipped | Finished | Failed

_COUNTS = ("articles", "passages", "statements", "added", "changed", "removed", "skipped", "embedded")


def parse_event(line: str | bytes) -> Event | None:
    """The event of one line of a build's standard output; None for a line that is none."""
    try:
        told = json.loads(line)
        return _event(told) if isinstance(told, dict) else None
    except (ValueError, KeyError, TypeError):
        return None


def _event(told: dict[str, Any]) -> Event | None:
    match told.get("event"):
        case "progress":
            total = told.get("total")
            return Progress(str(told["stage"]), int(told["done"]), None if total is None else int(total))
        case "skipped":
            return Skipped(str(told["file"]), str(told["reason"]))
        case "done":
            counts = {name: int(told.get(name, 0)) for name in _COUNTS}
            return Finished(build=str(told["build"]), seconds=float(told.get("seconds", 0)), **counts)
        case "failed":
            return Failed(str(told["error"]), str(told["reason"]))
        case _:
            return None
