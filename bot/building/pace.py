"""How fast a build goes and how long it will take, from what it tells of its progress."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.building.events import Event, Progress, Skipped

_WINDOW_S = 20.0
_LEAST_S = 1.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a build is: units of the stage under way, units a second, and seconds left in the stage.

    None where it is not known. `articles` were read so far, `skipped` files or parts of files were not.
    """

    stage: str = ""
    done: int = 0
    total: int | None = None
    per_second: float | None = None
    seconds_left: float | None = None
    articles: int | None = None
    skipped: int = 0


class Pacer:
    """Follows the events of one build; `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._progress = Progress("", 0, None)
        self._counts: deque[tuple[float, int]] = deque()
        self._articles: int | None = None
        self._skipped = 0

    def hear(self, event: Event) -> None:
        """Take an event."""
        if isinstance(event, Skipped):
            self._skipped += 1
        if not isinstance(event, Progress):
            return
        now = self._clock()
        if event.stage != self._progress.stage:
            self._counts.clear()
        self._progress = event
        if event.stage == "reading":
            self._articles = event.done
        self._counts.append((now, event.done))
        # The oldest count that is kept lies at the edge of the window or before it.
        while len(self._counts) > 2 and self._counts[1][0] <= now - _WINDOW_S:
            self._counts.popleft()

    @property
    def pace(self) -> Pace:
        """Where the build is now."""
        progress = self._progress
        rate = self._rate()
        left = None if progress.total is None or not rate else (progress.total - progress.done) / rate
        return Pace(progress.stage, progress.done, progress.total, rate, left, self._articles, self._skipped)

    def _rate(self) -> float | None:
        """Units a second within the window; None while too little of it has passed."""
        if not self._counts:
            return None
        (since, first), (last, done) = self._counts[0], self._counts[-1]
        seconds = max(last, self._clock()) - since
        return (done - first) / seconds if seconds >= _LEAST_S and done > first else None
