"""Showing a build's progress: a bar on a terminal, JSON lines for machines, nothing when piped."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from index.articles.corpus import Skipped
from index.building.progress import Listener, Progress, Skips, Stage, Summary
from index.errors import WhosaidError

_WORDS = {
    Stage.READING: "reading articles",
    Stage.EMBEDDING: "embedding texts",
    Stage.WRITING: "writing the index",
}


@contextlib.contextmanager
def shown_progress(form: str) -> Iterator[Listener]:
    """A listener for a build; `form` is "json" or "auto". For people, only the first files that were
    skipped are named, the others are counted in the end.
    """
    if form == "json":
        yield _json_line
        return
    console = Console(stderr=True)
    if not console.is_terminal:
        with _told_skips(lambda line: print(line, file=sys.stderr)) as tell:
            yield lambda event: tell(event) if isinstance(event, Skipped) else None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        Bar(*columns, console=console, transient=True) as bar,
        _told_skips(lambda line: console.print(line, markup=False, highlight=False, soft_wrap=True)) as tell,
    ):
        tasks = {stage: bar.add_task(words, total=None, visible=False) for stage, words in _WORDS.items()}

        def show(event: Progress | Skipped) -> None:
            if isinstance(event, Skipped):
                tell(event)
            else:
                bar.update(tasks[event.stage], completed=event.done, total=event.total, visible=True)

        yield show


def print_summary(summary: Summary, form: str) -> None:
    """The last line of a build."""
    if form == "json":
        values = dataclasses.asdict(summary)
        values["skipped"] = values.pop("skips")
        print(json.dumps({"event": "done", **values}), flush=True)
        return
    print(
        f"indexed {summary.articles} articles, {summary.passages} passages and {summary.statements} statements "
        f"in {summary.seconds:.1f} s ({summary.added} added, {summary.changed} changed, {summary.removed} removed, "
        f"{summary.skips} skipped; {summary.embedded} texts embedded)"
    )


def print_failure(error: WhosaidError, form: str) -> None:
    """For machines, which failure it is; people read its sentence on standard error."""
    if form == "json":
        failed = {"event": "failed", "error": type(error).__name__, "reason": str(error)}
        print(json.dumps(failed, ensure_ascii=False), flush=True)


def _json_line(event: Progress | Skipped) -> None:
    kind = "skipped" if isinstance(event, Skipped) else "progress"
    print(json.dumps({"event": kind, **dataclasses.asdict(event)}, ensure_ascii=False), flush=True)


@contextlib.contextmanager
def _told_skips(show: Callable[[str], None]) -> Iterator[Callable[[Skipped], None]]:
    """Tells of the first files that were skipped; in the end, how many there were besides."""
    skips = Skips[Skipped]()

    def tell(event: Skipped) -> None:
        if skips.add(event):
            show(f"skipped {event.file}: {event.reason}")

    try:
        yield tell
    finally:
        if skips.others:
            show(f"skipped {skips.others} more; `--progress json` names each")
