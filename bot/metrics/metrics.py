"""What is counted and measured while the bot runs. Nothing of it is kept beyond the process."""

from __future__ import annotations

import math
import statistics
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_BUCKETS_S = (0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_LAG_BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_RECENT = 200


class Outcome(StrEnum):
    """What came of a question."""

    FOUND = "found"
    NOTHING = "nothing"
    UNUSABLE = "unusable"
    COOLDOWN = "cooldown"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds from question to answer over the last `questions` that were answered."""

    questions: int
    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class LastError:
    """The reference of the last unexpected failure, as in the log, its kind, and when (seconds since
    1970).
    """

    reference: str
    kind: str
    at: float


class Metrics:
    """Counts by outcome, latencies, failures, and gauges that are read when somebody looks."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._recent: deque[float] = deque(maxlen=_RECENT)
        self._last_error: LastError | None = None
        self._outcomes = dict.fromkeys(Outcome, 0)
        self._registry = CollectorRegistry()
        self._questions = Counter(
            "whosaid_questions", "Questions by what came of them", ["outcome"], registry=self._registry
        )
        for outcome in Outcome:
            self._questions.labels(outcome)
        self._seconds = Histogram(
            "whosaid_answer_seconds",
            "Seconds from question to answer",
            buckets=_BUCKETS_S,
            registry=self._registry,
        )
        self._lag = Histogram(
            "whosaid_event_loop_lag_seconds",
            "Seconds by which the event loop comes too late to what is due, taken 20 times a second",
            buckets=_LAG_BUCKETS_S,
            registry=self._registry,
        )
        self._errors = Counter("whosaid_errors", "Unexpected failures", registry=self._registry)

    @property
    def latency(self) -> Latency | None:
        """The latencies of the last questions (200 at most); None before the first."""
        if not self._recent:
            return None
        ordered = sorted(self._recent)
        # The nearest rank: the least value that 95 % of the values do not exceed.
        p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
        return Latency(len(ordered), statistics.median(ordered), p95)

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """How many questions came to what since the start."""
        return dict(self._outcomes)

    @property
    def last_error(self) -> LastError | None:
        """The last unexpected failure of this process."""
        return self._last_error

    def question(self, outcome: Outcome, seconds: float) -> None:
        """Count a question; the time of one that was answered goes into the latencies."""
        self._questions.labels(outcome).inc()
        self._outcomes[outcome] += 1
        if outcome in {Outcome.FOUND, Outcome.NOTHING}:
            self._seconds.observe(seconds)
            self._recent.append(seconds)

    def lag(self, seconds: float) -> None:
        """Note by how much the event loop came too late."""
        self._lag.observe(seconds)

    def failure(self, reference: str, error: BaseException) -> None:
        """Count an unexpected failure."""
        self._errors.inc()
        self._last_error = LastError(reference, type(error).__name__, self._clock())

    def watch(self, name: str, meaning: str, value: Callable[[], float]) -> None:
        """Show the present `value` as the gauge `whosaid_<name>`."""
        Gauge(f"whosaid_{name}", meaning, registry=self._registry).set_function(value)

    def exposition(self) -> bytes:
        """Everything in the text format of Prometheus."""
        return generate_latest(self._registry)
