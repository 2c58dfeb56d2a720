"""The way of a question through the limits, counted and timed."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from bot.limits.cooldowns import CooldownError, Cooldowns
from bot.limits.queue import BusyError, QuestionQueue
from bot.metrics.metrics import Metrics, Outcome
from index.errors import BadInput

T = TypeVar("T")


class Turn:
    """A question that was let in; `outcome` is set by whoever answers it."""

    def __init__(self, queue: QuestionQueue) -> None:
        self.outcome = Outcome.FAILED
        self._queue = queue

    async def answer(self, work: Callable[[], Awaitable[T]]) -> T:
        """The result of `work`, once the questions before this one have had their turn."""
        async with self._queue.turn:
            return await work()


class Admission:
    """Lets questions in: the cooldowns first, then the queue."""

    def __init__(
        self,
        cooldowns: Cooldowns,
        queue: QuestionQueue,
        metrics: Metrics,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.queue = queue
        self._cooldowns = cooldowns
        self._metrics = metrics
        self._clock = clock

    @contextlib.contextmanager
    def question(self, *, member: int, guild: int | None, exempt: bool = False) -> Iterator[Turn]:
        """Inside, the question is answered, up to the sending; `exempt` are some from the cooldowns.

        Raises CooldownError and BusyError, at once.
        """
        turn, begun = Turn(self.queue), self._clock()
        try:
            if not exempt:
                self._cooldowns.take(member, guild)
            with self.queue.place():
                yield turn
        except BaseException as error:
            turn.outcome = _outcome(error)
            raise
        finally:
            self._metrics.question(turn.outcome, self._clock() - begun)


def _outcome(error: BaseException) -> Outcome:
    match error:
        case CooldownError():
            return Outcome.COOLDOWN
        case BusyError():
            return Outcome.BUSY
        case BadInput():
            return Outcome.UNUSABLE
        case _:
            return Outcome.FAILED
