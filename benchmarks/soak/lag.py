"""How long the bot's event loop was kept from going on, by what was being done."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.tables import print_head, print_row

LIMIT_S = 0.1


class Lag:
    """Reads what `benchmarks.soak.watched_bot` has written about long turns of the loop."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._phases: list[tuple[str, float, float]] = []

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """What happens inside is reported under that name."""
        began = time.monotonic()
        try:
            yield
        finally:
            self._phases.append((name, began, time.monotonic()))

    def census(self) -> list[dict[str, Any]]:
        """The counts of objects, oldest first."""
        return [record for record in self._records() if "census" in record]

    def long_turns(self) -> list[dict[str, Any]]:
        """The turns above 100 ms in which the bot could have gone on, each with its phase and its stack."""
        found = []
        for name, turns in self._by_phase().items():
            found += [{"phase": name, **turn} for turn in turns if turn["wall"] - turn["preempted"] > LIMIT_S]
        return found

    def print_table(self) -> None:
        """Print the longest turns by phase, as Markdown; in milliseconds."""
        print_head(
            "the bot does",
            "seconds",
            "longest turn",
            "without the wait for a processor",
            "computing",
            "above 100 ms",
        )
        seconds: dict[str, float] = {}
        for name, began, ended in self._phases:
            seconds[name] = seconds.get(name, 0.0) + ended - began
        for name, turns in self._by_phase().items():
            own = [turn["wall"] - turn["preempted"] for turn in turns]
            longest = (
                max((turn["wall"] for turn in turns), default=0.0),
                max(own, default=0.0),
                max((turn["cpu"] for turn in turns), default=0.0),
            )
            shown = (f"{1e3 * one:.0f}" if one else "< 25" for one in longest)
            print_row(name, f"{seconds[name]:.0f}", *shown, str(sum(one > LIMIT_S for one in own)))

    def _by_phase(self) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = {name: [] for name, *_ in self._phases}
        turns = [record for record in self._records() if "turn" in record]
        for name, began, ended in self._phases:
            found[name] += [turn for turn in turns if began <= turn["turn"] < ended]
        return found

    def _records(self) -> list[dict[str, Any]]:
        if not self._log.exists():
            return []
        return [json.loads(line) for line in self._log.read_text("utf-8").splitlines()]
