"""Faults that a test asks of the loopback Discord: what fails, how often, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loopback.objects import ApiError


@dataclass(slots=True)
class RestFault:
    """What becomes of the next `times` requests whose "METHOD /path" is `route`, a regular expression.

    `status` None cuts the connection without an answer. With `stored` the request is carried out first.
    `wait_s` is how long it takes before anything is done.
    """

    route: re.Pattern[str]
    times: int
    status: int | None
    code: int = 0
    retry_after: float = 0.2
    everywhere: bool = False
    stored: bool = False
    wait_s: float = 0.0

    @property
    def error(self) -> ApiError | None:
        """The refusal; None where the connection is cut."""
        if self.status is None:
            return None
        error = ApiError(self.status, self.code, "fault")
        error.body.update(retry_after=self.retry_after)
        error.body["global"] = self.everywhere
        return error


@dataclass(slots=True)
class GatewayFaults:
    """`closed` refuses connections, `forgetful` refuses to RESUME, `deaf` acknowledges no heartbeat.

    `replayed` is how many events that the bot has had already are sent once more on a RESUME.
    """

    closed: bool = False
    forgetful: bool = False
    deaf: bool = False
    replayed: int = 0


@dataclass(slots=True)
class Faults:
    """The faults that are still to come."""

    gateway: GatewayFaults = field(default_factory=GatewayFaults)
    pending: list[RestFault] = field(default_factory=list)

    def rest(
        self,
        route: str,
        times: int = 1,
        status: int = 500,
        *,
        code: int = 0,
        retry_after: float = 0.2,
        everywhere: bool = False,
        stored: bool = False,
        wait_s: float = 0.0,
    ) -> RestFault:
        """Answer requests by an error; `everywhere` is a 429 for all routes together."""
        fault = RestFault(
            re.compile(route), times, status, code, retry_after, everywhere, stored=stored, wait_s=wait_s
        )
        self.pending.append(fault)
        return fault

    def cut(self, route: str, times: int = 1, *, stored: bool = False, wait_s: float = 0.0) -> RestFault:
        """Cut the connection of requests, without an answer."""
        fault = RestFault(re.compile(route), times, None, stored=stored, wait_s=wait_s)
        self.pending.append(fault)
        return fault

    def take(self, line: str) -> RestFault | None:
        """The fault of a request, which is counted."""
        for fault in self.pending:
            if fault.route.fullmatch(line):
                fault.times -= 1
                if fault.times < 1:
                    self.pending.remove(fault)
                return fault
        return None
