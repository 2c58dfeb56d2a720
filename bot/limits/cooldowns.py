"""Cooldowns: how often a member, and all members of a server together, may ask."""

from __future__ import annotations

import math
from collections.abc import Callable

from bot.limits.window import Limit, SlidingWindow
from index.errors import WhosaidError


class CooldownError(WhosaidError):
    """A member or a server asks too often; `remaining` seconds, at least 1, are to be waited.

    `repeated` says that this member was told already within the limit's seconds: replies to a flood of
    messages would themselves be a flood, and a sign on each is enough.
    """

    def __init__(self, remaining: float, *, server: bool, repeated: bool) -> None:
        self.remaining = max(1, math.ceil(remaining))
        self.repeated = repeated
        whose = "This server asks faster than I may answer" if server else "You ask faster than I may answer"
        super().__init__(f"{whose}; please try again in {self.remaining} s.")


class Cooldowns:
    """Counts questions by member and by server; a limit that is None is none.

    `clock` gives seconds and never goes back. Nothing is kept beyond a limit's seconds.
    """

    def __init__(self, member: Limit | None, server: Limit | None, clock: Callable[[], float]) -> None:
        self._members = _Gate(member, server=False) if member else None
        self._servers = _Gate(server, server=True) if server else None
        self._clock = clock

    def take(self, member: int, guild: int | None) -> None:
        """Count a question. Raises CooldownError when it is one too many; that one is not counted."""
        now = self._clock()
        gates = [(self._members, member), (self._servers, guild)]
        concerned = [(gate, key) for gate, key in gates if gate is not None and key is not None]
        for gate, key in concerned:
            gate.check(key, member, now)
        for gate, key in concerned:
            gate.events.record(key, now)


class _Gate:
    """One limit, and which members were told of it."""

    def __init__(self, limit: Limit, *, server: bool) -> None:
        self.events: SlidingWindow[int] = SlidingWindow(limit)
        self._told: SlidingWindow[tuple[int, int]] = SlidingWindow(Limit(1, limit.seconds))
        self._server = server

    def check(self, key: int, member: int, now: float) -> None:
        wait = self.events.remaining(key, now)
        if not wait:
            return
        repeated = self._told.remaining((key, member), now) > 0
        if not repeated:
            self._told.record((key, member), now)
        raise CooldownError(wait, server=self._server, repeated=repeated)
