"""The progress of a build in words, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.building.events import WAITING, Finished, Progress, Skipped
from bot.building.pace import Pace
from bot.render.markdown import escape, units
from bot.render.verbatim import one_line

CONTENT_LIMIT = 2000

_STAGES = {
    WAITING: "waiting for another build to end",
    "reading": "reading articles",
    "extracting": "finding statements",
    "lexical": "indexing the words",
    "statements": "finding statements",
    "embedding": "embedding passages",
    "writing": "writing the index",
    "checking": "checking the index",
}
_UNITS = {
    "reading": "article",
    "extracting": "article",
    "statements": "article",
    "embedding": "passage",
}
_BAR = 12
_MORE = "and {} more"


def progress_line(progress: Progress) -> str:
    """One line: the stage, and how far it is."""
    stage = _stage(progress.stage)
    if progress.total is None:
        return f"{stage}, {progress.done}" if progress.done else stage
    return f"{stage}, {progress.done} of {progress.total}"


def pace_lines(pace: Pace) -> list[str]:
    """The stage, a bar where its end is known, and how fast it goes, how long it takes, and what was read."""
    lines = [_stage(pace.stage)]
    if pace.total:
        share = min(max(pace.done / pace.total, 0), 1)
        full = int(share * _BAR)
        lines.append("▰" * full + "▱" * (_BAR - full) + f" {int(share * 100)} %")
    unit = _UNITS.get(pace.stage)
    amount = f"{pace.done:,} of {pace.total:,}" if pace.total else f"{pace.done:,}" if pace.done else ""
    facts = [f"{amount} {unit}s" if unit and amount else amount]
    if pace.per_second is not None:
        facts.append(f"{_rate(pace.per_second)} {unit or 'step'}s per second")
    if pace.seconds_left is not None:
        facts.append(f"{duration(pace.seconds_left)} left")
    read = []
    if pace.articles is not None and pace.stage != "reading":
        read.append(_count(pace.articles, "article"))
    if pace.skipped:
        read.append(f"{pace.skipped:,} skipped so far")
    return lines + [line for line in (", ".join(filter(None, facts)), ", ".join(read)) if line]


def duration(seconds: float) -> str:
    """A length of time in the two units that tell most of it."""
    whole = max(int(seconds), 0)
    for size, unit, smaller, name in ((86_400, "d", 3600, "h"), (3600, "h", 60, "min"), (60, "min", 1, "s")):
        if whole >= size:
            rest = whole % size // smaller
            return f"{whole // size} {unit} {rest} {name}" if rest else f"{whole // size} {unit}"
    return f"{whole} s"


def summary_lines(finished: Finished, skipped: Sequence[Skipped]) -> list[str]:
    """What the build did, then each file that was skipped and why."""
    lines = [
        f"Indexed {_count(finished.articles, 'article')} in {finished.seconds:.1f} s: "
        f"{finished.added} added, {finished.changed} changed, {finished.removed} removed, "
        f"{finished.skipped} skipped.",
        f"{_count(finished.passages, 'passage')}, {_count(finished.statements, 'statement')}, "
        f"{_count(finished.embedded, 'text')} newly embedded.",
    ]
    if skipped:
        lines.append("Skipped:")
    return lines + [f"- {one_line(file.file, 200)}: {one_line(file.reason, 200)}" for file in skipped]


def discord_text(lines: Sequence[str], limit: int = CONTENT_LIMIT, *, others: int = 0) -> str:
    """As many of the lines as a message of Discord holds, escaped; the rest of them, and `others` that come
    after them, are counted.
    """
    shown: list[str] = []
    used = 0
    for position, line in enumerate(lines):
        escaped = escape(line)
        used += units(escaped) + 1
        if used > limit - len(_MORE) - 10:
            others += len(lines) - position
            break
        shown.append(escaped)
    if others:
        shown.append(_MORE.format(others))
    return "\n".join(shown)


def _stage(name: str) -> str:
    return _STAGES.get(name) or one_line(name, 40) or "starting"


def _rate(per_second: float) -> str:
    return f"{per_second:,.0f}" if per_second >= 10 else f"{per_second:.1f}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
