"""How the index and the bot are doing, in lines for admins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.metrics.memory import Memory
from bot.metrics.metrics import LastError, Latency, Outcome
from bot.render.listing import Entry, Listing
from bot.render.progress import duration
from index.library import Status

_DIGEST = re.compile(r"([0-9a-f]{12})[0-9a-f]{20,52}")

_OUTCOMES = {
    Outcome.FOUND: "found",
    Outcome.NOTHING: "found nothing",
    Outcome.UNUSABLE: "not understood",
    Outcome.COOLDOWN: "too soon",
    Outcome.BUSY: "queue full",
    Outcome.FAILED: "failed",
}


@dataclass(frozen=True, slots=True)
class Health:
    """What is shown. `index` is None while there is none; `age` and `uptime` are in seconds; `data` is what
    the reader may know of where the data folder is.
    """

    index: Status | None
    runtime: str | None
    age: float | None
    building: bool
    memory: Memory | None
    latency: Latency | None
    outcomes: Mapping[Outcome, int]
    last_error: LastError | None
    uptime: float
    data: str


def status_listing(health: Health) -> Listing:
    """The lines, by subject."""
    building = "A build is under way." if health.building else "No build is under way."
    return Listing("Status", (*_index(health), *_questions(health), *_process(health)), note=building)


def _index(health: Health) -> tuple[Entry, ...]:
    index = health.index
    if index is None:
        return (Entry("There is no index yet"),)
    counts = (
        f"{index.articles:,} articles, {index.passages:,} passages, {index.statements:,} statements, "
        f"{index.speakers:,} speakers"
    )
    age = f", {duration(health.age)} ago" if health.age is not None else ""
    runtime = f", by {health.runtime}" if health.runtime else ""
    return (
        Entry("Index", (f"build {index.build}, made {_time(index.created)}{age}", counts)),
        Entry("Model", (_DIGEST.sub(r"\1…", f"{index.model}{runtime}"),)),
    )


def _questions(health: Health) -> tuple[Entry, ...]:
    asked = [f"{count:,} {_OUTCOMES[outcome]}" for outcome, count in health.outcomes.items() if count]
    lines = [", ".join(asked) or "none yet"]
    if health.latency is not None:
        latency = health.latency
        lines.append(
            f"the last {latency.questions:,} took {_ms(latency.median)} (median), {_ms(latency.p95)} (p95)"
        )
    return (Entry("Questions since the start", tuple(lines)),)


def _process(health: Health) -> tuple[Entry, ...]:
    lines = [f"running for {duration(health.uptime)}, data folder {health.data}"]
    if health.memory is not None:
        lines.append(
            f"{_mb(health.memory.resident)} in memory, {_mb(health.memory.mapped)} of it mapped files"
        )
    if health.last_error is None:
        lines.append("no unexpected failure")
    else:
        error = health.last_error
        at = datetime.fromtimestamp(error.at, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        lines.append(f"last unexpected failure: {error.reference} ({error.kind}) at {at}")
    return (Entry("Process", tuple(lines)),)


def _time(created: str) -> str:
    try:
        return datetime.fromisoformat(created).strftime("%Y-%m-%d %H:%M:%S UTC")
    except ValueError:
        return created


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
