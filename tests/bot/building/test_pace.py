from __future__ import annotations

from bot.building.events import Progress, Skipped
from bot.building.pace import Pacer


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_rate_and_time_left_come_from_the_last_seconds() -> None:
    clock = Clock()
    pacer = Pacer(clock)
    for second in range(100):
        clock.now = 100.0 + second
        # The first half goes ten times as fast, as where texts are known.
        done = second * 100 if second < 50 else 5000 + (second - 50) * 10
        pacer.hear(Progress("embedding", done, 6000))
    pace = pacer.pace
    assert pace.per_second is not None and abs(pace.per_second - 10) < 0.5
    assert pace.seconds_left is not None and abs(pace.seconds_left - (6000 - done) / 10) < 3


def test_a_build_that_stalls_slows_down() -> None:
    clock = Clock()
    pacer = Pacer(clock)
    pacer.hear(Progress("embedding", 0, 100))
    clock.now += 10
    pacer.hear(Progress("embedding", 50, 100))
    assert pacer.pace.per_second == 5
    clock.now += 10
    assert pacer.pace.per_second == 2.5


def test_a_new_stage_begins_anew() -> None:
    clock = Clock()
    pacer = Pacer(clock)
    assert pacer.pace.stage == ""
    pacer.hear(Progress("reading", 0, None))
    clock.now += 5
    pacer.hear(Progress("reading", 30, 30))
    pacer.hear(Skipped("a.txt", "it is empty"))
    assert (pacer.pace.per_second, pacer.pace.seconds_left) == (6, 0)
    pacer.hear(Progress("embedding", 10, 300))
    pace = pacer.pace
    assert (pace.per_second, pace.seconds_left, pace.articles, pace.skipped) == (None, None, 30, 1)
