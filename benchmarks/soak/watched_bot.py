"""The unmodified bot, watched from inside: `python -m benchmarks.soak.watched_bot`, run as `python -m bot` is.

Into the file that WHOSAID_SOAK_LOG names go JSON lines: `turn` for each turn of the event loop (all that
runs between two waits) of 25 ms or more, and `census` after each SIGUSR1.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import selectors
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from types import FrameType
from typing import Any, TextIO

LOG = "WHOSAID_SOAK_LOG"

LEAST_S = 0.025
_SAMPLED_S = 0.05
_EVERY_S = 0.01
_FRAMES = 40

Tell = Callable[[dict[str, Any]], None]


class Turns:
    """Times the turns of one event loop. Of a long one the stack is taken while it lasts.

    A turn has its seconds (`wall`), those in which its thread computed (`cpu`), and those in which it could
    have and another process had the processor (`preempted`, where the system tells). `collected` are seconds
    of collecting garbage, in whichever thread: all others wait for it.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._thread = threading.get_ident()
        self._began: tuple[float, float, float] | None = None
        self._stack: list[str] = []
        self._collecting = self._collected = 0.0
        self._schedstat = _schedstat()
        self._before = self._preempted()
        gc.callbacks.append(self._collects)
        threading.Thread(target=self._sample, name="watch", daemon=True).start()

    def begin(self, due: float | None) -> None:
        """The wait is over; `due` is when it should have been, where that is known. It lasts longer where
        another thread does not let go of the interpreter.
        """
        now = time.monotonic()
        self._stack = []
        self._collected = 0.0
        self._began = now if due is None else min(due, now), time.thread_time(), self._before

    def end(self) -> None:
        """The next wait begins."""
        self._before = self._preempted()
        if self._began is None:
            return
        (began, cpu, preempted), self._began = self._began, None
        wall = time.monotonic() - began
        if wall >= LEAST_S:
            self._tell(
                {
                    "turn": began,
                    "wall": wall,
                    "cpu": time.thread_time() - cpu,
                    "preempted": self._before - preempted,
                    "collected": self._collected,
                    "stack": self._stack,
                }
            )

    def _collects(self, phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            self._collecting = time.monotonic()
        else:
            self._collected += time.monotonic() - self._collecting

    def _preempted(self) -> float:
        if self._schedstat is None:
            return 0.0
        return int(os.pread(self._schedstat, 64, 0).split()[1]) / 1e9

    def _sample(self) -> None:
        while True:
            time.sleep(_EVERY_S)
            began = self._began
            if began is None or self._stack or time.monotonic() - began[0] < _SAMPLED_S:
                continue
            frames = sys._current_frames()
            others = [
                frame for ident, frame in frames.items() if ident not in {self._thread, threading.get_ident()}
            ]
            self._stack = [
                *_stack(frames[self._thread]),
                *(f"beside: {_stack(other)[:3]}" for other in others),
            ]


class _TimedSelector(selectors.DefaultSelector):
    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._turns.end()
        due = None if timeout is None else time.monotonic() + timeout
        try:
            return super().select(timeout)
        finally:
            self._turns.begin(due)


class _Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = asyncio.SelectorEventLoop(_TimedSelector(Turns(self._tell)))
        _tick(loop)
        return loop


def _tick(loop: asyncio.AbstractEventLoop) -> None:
    """Never let the loop wait for long, so that a wait that lasts too long is seen."""
    loop.call_later(_EVERY_S, _tick, loop)


def census() -> dict[str, Any]:
    """How many objects there are, by type, how many waited for a collection, and what discord.py has in its
    caches.
    """
    from discord.state import ConnectionState

    garbage = gc.collect()
    gc.unfreeze()  # what the bot has set aside would not be counted
    gc.collect()
    objects = gc.get_objects()
    gc.freeze()
    counts = Counter(type(one).__qualname__ for one in objects)
    states = [one for one in objects if isinstance(one, ConnectionState)]
    caches = Counter[str]()
    for state in states:
        for name, value in vars(state).items():
            if isinstance(value, (dict, list, set)) or hasattr(value, "maxlen"):
                caches[name] += len(value)
        caches["views"] += len(state._view_store._synced_message_views)
        caches["views"] += sum(len(items) for items in state._view_store._views.values())
        caches["forms"] += len(state._view_store._modals)
    return {
        "census": time.monotonic(),
        "garbage": garbage,
        "objects": len(objects),
        "tasks": len(asyncio.all_tasks(asyncio.get_event_loop())),
        "types": dict(counts.most_common(60)),
        "discord": {name: count for name, count in caches.items() if count},
    }


def _stack(frame: FrameType | None) -> list[str]:
    found = []
    while frame is not None:
        found.append(f"{frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_qualname}")
        frame = frame.f_back
    return list(islice(found, _FRAMES))


def _schedstat() -> int | None:
    try:
        return os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
    except OSError:
        return None


def _teller(file: TextIO) -> Tell:
    def tell(record: dict[str, Any]) -> None:
        file.write(json.dumps(record) + "\n")
        file.flush()

    return tell


def main() -> int:
    """Run the bot."""
    from bot.__main__ import main as run

    with open(os.environ[LOG], "a", encoding="utf-8") as file:  # noqa: PTH123 - opened before any loop
        tell = _teller(file)
        asyncio.set_event_loop_policy(_Policy(tell))
        signal.signal(signal.SIGUSR1, lambda number, frame: tell(census()))
        return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
