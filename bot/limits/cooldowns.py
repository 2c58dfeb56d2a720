"""Cooldowns: how often a member, and all members of a server together, may ask."""

from __future__ import annotations

import math
from collections.abc import Callable

from bot.limits.window import Limit, SlidingWindow
from index.errors import WhosaidError


class CooldownError(WhosaidError):
    """A member or a server asks too often; `remaining` seconds, at least 1, are to be waited."""

    def __init__(self, remaining: float, *, server: bool) -> None:
        self.remaining = max(1, math.ceil(remaining))
        whose = "This server asks faster than I may answer" if server else "You ask faster than I may answer"
        super().__init__(f"{whose}; please try again in {self.remaining} s.")


class Cooldowns:
    """Counts questions by member and by server; a limit that is None is none.

    `clock` gives seconds and never goes back. Nothing is kept beyond a limit's seconds.
    """

    def __init__(self, member: Limit | None, server: Limit | None, clock: Callable[[], float]) -> None:
        self._members: SlidingWindow[int] | None = SlidingWindow(member) if member else None
        self._servers: SlidingWindow[int] | None = SlidingWindow(server) if server else None
        self._clock = clock

    def take(self, member: int, guild: int | None) -> None:
        """Count a question. Raises CooldownError when it is one too many; that one is not counted."""
        now = self._clock()
        if self._members is not None and (wait := self._members.remaining(member, now)):
            raise CooldownError(wait, server=False)
        if self._servers is not None and guild is not None:
            if wait := self._servers.remaining(guild, now):
                raise CooldownError(wait, server=True)
            self._servers.record(guild, now)
        if self._members is not None:
            self._members.record(member, now)
