"""The objects that the loopback Discord sends and keeps, as Discord's API spells them."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

BOT = "1001"
APPLICATION = BOT
OWNER = "2001"
GUILD = "3001"
EDITORS = "3101"
MANAGERS = "3102"
CHANNEL = "4001"
OTHER_CHANNEL = "4002"
DIRECT = "5001"
TOKEN = "loopback-token"

ADD_REACTIONS = 1 << 6
MEMBER_PERMISSIONS = 1 << 11 | 1 << 10 | 1 << 16 | 1 << 31 | 1 | ADD_REACTIONS
BOT_PERMISSIONS = (1 << 50) - 1
MANAGE_GUILD = 1 << 5

MESSAGE_CONTENT = 1 << 15
PRIVILEGED = 1 << 1 | 1 << 8 | MESSAGE_CONTENT

EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15

_EPOCH_MS = 1_420_070_400_000
_sequence = itertools.count(1)


def snowflake() -> str:
    """A new id, later than all before it."""
    return str((int(time.time() * 1000) - _EPOCH_MS) << 22 | (next(_sequence) & 0x3FFFFF))


def timestamp() -> str:
    """The present time, as in messages."""
    return datetime.now(UTC).isoformat()


def user(ident: str, name: str, *, bot: bool = False) -> Json:
    """A user object."""
    return {
        "id": ident,
        "username": name,
        "discriminator": "0",
        "global_name": name,
        "avatar": None,
        "bot": bot,
    }


def role(ident: str, name: str, position: int, permissions: int = MEMBER_PERMISSIONS) -> Json:
    """A role object, by default one that grants what every member may do."""
    return {
        "id": ident,
        "name": name,
        "permissions": str(permissions),
        "position": position,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "color": 0,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


class ApiError(Exception):
    """A refusal by the API: HTTP status, Discord's error code and its message."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"code": code, "message": message, "errors": {}}


@dataclass(slots=True)
class Call:
    """One REST request made by the bot, with the status it was answered by; `at` is when it arrived."""

    method: str
    path: str
    body: Json
    status: int = 0
    at: float = field(default_factory=time.monotonic)


@dataclass(slots=True)
class Use:
    """One interaction, and what the bot answered.

    `kind` is the type of its first answer: 4 a message, 5 deferred, 6 and 7 an update of the message,
    8 autocomplete choices, 9 a modal. `over` says that its token is valid no more.
    """

    payload: Json
    at: float = field(default_factory=time.monotonic)
    kind: int | None = None
    data: Json = field(default_factory=dict)
    original: Json | None = None
    over: bool = False
    followups: list[Json] = field(default_factory=list)

    @property
    def answered(self) -> bool:
        """Whether there is something to read, not only "thinking..."."""
        if self.kind is None:
            return False
        return not (self.kind == 5 and self.original is not None and self.original["flags"] & LOADING)

    @property
    def ephemeral(self) -> bool:
        """Whether the answer is shown to the asker alone."""
        return self.original is not None and bool(self.original["flags"] & EPHEMERAL)
