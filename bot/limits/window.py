"""A sliding window: so many events in so many seconds, for each key."""

from __future__ import annotations

import re
from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

_TEXT = re.compile(r"([1-9][0-9]{0,4})/([1-9][0-9]{0,4})")


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` events in any `seconds`; written "5/15"."""

    count: int
    seconds: float

    @classmethod
    def parse(cls, text: str) -> Limit | None:
        """The limit that `text` writes; None for "off". Raises ValueError."""
        if text.lower() == "off":
            return None
        if not (match := _TEXT.fullmatch(text)):
            raise ValueError(text)
        return cls(int(match[1]), float(match[2]))


class SlidingWindow(Generic[K]):
    """The events of the last seconds of each key. `now` is any clock that never goes back, in seconds.

    At each event, keys without one within the window are forgotten, so that no more events are in memory
    than one window has seen.
    """

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._events: OrderedDict[K, deque[float]] = OrderedDict()

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._events)

    def remaining(self, key: K, now: float) -> float:
        """In how many seconds `key` has room for another event; 0 when it has now."""
        events = self._events.get(key)
        if events is None or len(events) < self._limit.count:
            return 0.0
        return max(0.0, events[0] + self._limit.seconds - now)

    def record(self, key: K, now: float) -> None:
        """Count an event, and forget the keys whose last one has left the window."""
        events = self._events.setdefault(key, deque(maxlen=self._limit.count))
        events.append(now)
        self._events.move_to_end(key)
        while next(iter(self._events.values()))[-1] <= now - self._limit.seconds:
            self._events.popitem(last=False)
