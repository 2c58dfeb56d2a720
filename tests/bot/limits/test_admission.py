from __future__ import annotations

import re

import pytest

from bot.limits.admission import Admission
from bot.limits.cooldowns import CooldownError, Cooldowns
from bot.limits.queue import BusyError, QuestionQueue, QueueLimit
from bot.limits.window import Limit
from bot.metrics.metrics import Metrics, Outcome
from index.errors import BadInput, OperationFailed


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def counts(metrics: Metrics) -> dict[str, float]:
    """The questions by outcome, those that came about."""
    found = re.findall(r'whosaid_questions_total\{outcome="(\w+)"\} (\S+)', metrics.exposition().decode())
    return {outcome: float(count) for outcome, count in found if float(count)}


async def test_questions_are_counted_by_what_came_of_them_and_timed() -> None:
    metrics, clock = Metrics(), Clock()
    queue = QuestionQueue(QueueLimit(1, 0))
    admission = Admission(Cooldowns(Limit(3, 10), None, clock), queue, metrics, clock)

    async def work() -> str:
        clock.now += 0.25
        return "answer"

    with admission.question(member=1, guild=None) as turn:
        assert await turn.answer(work) == "answer"
        turn.outcome = Outcome.FOUND
        with pytest.raises(BusyError), admission.question(member=2, guild=None):
            pass
    for error in (OperationFailed("disk"), BadInput("question")):
        with pytest.raises(type(error)), admission.question(member=1, guild=None):
            raise error
    with pytest.raises(CooldownError), admission.question(member=1, guild=None):
        pass
    with admission.question(member=1, guild=None, exempt=True) as turn:
        turn.outcome = Outcome.NOTHING
    assert counts(metrics) == {
        "found": 1, "nothing": 1, "busy": 1, "cooldown": 1, "unusable": 1, "failed": 1,
    }  # fmt: skip
    assert metrics.latency is not None
    assert (metrics.latency.questions, metrics.latency.median) == (2, 0.125)
    assert queue.length == 0


async def test_those_who_run_the_bot_wait_in_the_queue_too() -> None:
    admission = Admission(Cooldowns(None, None, Clock()), QuestionQueue(QueueLimit(1, 0)), Metrics())
    with admission.question(member=1, guild=None), pytest.raises(BusyError):  # noqa: SIM117
        with admission.question(member=2, guild=None, exempt=True):
            pass
