"""The progress of a build in words, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.build_events import Finished, Progress, Skipped
from bot.render.markdown import escape, units
from bot.render.verbatim import one_line

CONTENT_LIMIT = 2000

_STAGES = {
    "reading": "reading articles",
    "statements": "finding statements",
    "embedding": "embedding passages",
    "writing": "writing the index",
    "checking": "checking the index",
}
_MORE = "and {} more"


def progress_line(progress: Progress) -> str:
    """One line: the stage, and how far it is."""
    stage = _STAGES.get(progress.stage, one_line(progress.stage, 40))
    if progress.total is None:
        return f"{stage}, {progress.done}" if progress.done else stage
    return f"{stage}, {progress.done} of {progress.total}"


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


def discord_text(lines: Sequence[str], limit: int = CONTENT_LIMIT) -> str:
    """As many of the lines as a message of Discord holds, escaped; the others are counted."""
    shown: list[str] = []
    used = 0
    for position, line in enumerate(lines):
        escaped = escape(line)
        used += units(escaped) + 1
        if used > limit - len(_MORE) - 10:
            shown.append(_MORE.format(len(lines) - position))
            break
        shown.append(escaped)
    return "\n".join(shown)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
