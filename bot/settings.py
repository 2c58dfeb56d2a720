"""The settings of the bot, read from the environment and `.env`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from bot.limits.queue import QueueLimit
from bot.limits.window import Limit
from bot.runtime.log_format import LogFormat
from index.articles.metadata import is_encodable
from index.errors import BadInput
from index.settings import IndexSettings

TOKEN: Final = "DISCORD_TOKEN"  # noqa: S105  (the name of the variable)
PREFIX: Final = "WHOSAID_PREFIX"
ADMINS: Final = "WHOSAID_ADMINS"
CORPUS_SERVERS: Final = "WHOSAID_CORPUS_SERVERS"
MEMBER_LIMIT: Final = "WHOSAID_MEMBER_LIMIT"
SERVER_LIMIT: Final = "WHOSAID_SERVER_LIMIT"
QUEUE: Final = "WHOSAID_QUEUE"
RETENTION_DAYS: Final = "WHOSAID_RETENTION_DAYS"
KEPT_ANSWERS: Final = "WHOSAID_KEPT_ANSWERS"
SECRET: Final = "WHOSAID_SECRET"  # noqa: S105  (the name of the variable)
LOG_LEVEL: Final = "WHOSAID_LOG_LEVEL"
LOG_FORMAT: Final = "WHOSAID_LOG_FORMAT"
METRICS_PORT: Final = "WHOSAID_METRICS_PORT"
FETCH_LOOPBACK: Final = "WHOSAID_FETCH_LOOPBACK"

EXPLANATIONS: Final[Mapping[str, str]] = {
    TOKEN: "the bot's token, from its page in the Discord developer portal",
    PREFIX: "what text commands begin with: 1 to 10 characters without white space",
    ADMINS: "ids of the users and roles who run the bot besides its owner, parted by commas",
    CORPUS_SERVERS: "ids of the servers whose own admins may change the articles too, parted by commas",
    MEMBER_LIMIT: "how many questions a member may ask in how many seconds, as 5/15, or off",
    SERVER_LIMIT: "how many questions all members of a server may ask in how many seconds, as 60/60, or off",
    QUEUE: "how many questions are answered at once and how many more may wait, as 4/40",
    RETENTION_DAYS: "for how many days the bot keeps answers for their buttons, votes and unanswered "
    "questions: 1 to 3650",
    KEPT_ANSWERS: "how many answers are kept for their buttons at most: 1 to 10000000",
    SECRET: "what the ids of members are hashed with, 16 characters or more; unset: one that is made on the "
    "first start and kept in the data folder",
    LOG_LEVEL: "how much is logged: DEBUG, INFO, WARNING or ERROR",
    LOG_FORMAT: "how it is logged: text, or json with one object a line",
    METRICS_PORT: "a port on 127.0.0.1 for Prometheus (/metrics) and health checks (/healthz): 1 to 65535; "
    "unset: none",
    FETCH_LOOPBACK: "for tests only: 1 lets articles be added by web addresses of this machine; else 0",
}
"""Each variable of the bot, and what it says."""

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_SNOWFLAKE = re.compile(r"[0-9]{1,20}")
_SHORTEST_SECRET = 16
_SHOWN = 80
_MEMBER_LIMIT: Final[Limit | None] = Limit(5, 15)
_SERVER_LIMIT: Final[Limit | None] = Limit(60, 60)
_QUEUE: Final = QueueLimit()

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BotSettings:
    """What the bot is told from outside. `token` is None for the console, which needs none."""

    index: IndexSettings
    token: str | None = field(default=None, repr=False)
    prefix: str = "!"
    admins: frozenset[int] = frozenset()
    corpus_servers: frozenset[int] = frozenset()
    member_limit: Limit | None = _MEMBER_LIMIT
    server_limit: Limit | None = _SERVER_LIMIT
    queue: QueueLimit = _QUEUE
    retention_days: int = 30
    kept_answers: int = 50_000
    secret: str | None = field(default=None, repr=False)
    log_level: str = "INFO"
    log_format: LogFormat = LogFormat.TEXT
    metrics_port: int | None = None
    fetch_loopback: bool = False

    @classmethod
    def read(cls, values: Mapping[str, str]) -> BotSettings:
        """Settings from `values` (see `index.settings.environment`).

        Raises BadInput with the variable's name when a value cannot be used.
        """
        return cls(
            index=IndexSettings.read(values),
            token=_token(values.get(TOKEN)),
            prefix=_read(values, PREFIX, parse_prefix, "!"),
            admins=_read(values, ADMINS, _ids, frozenset()),
            corpus_servers=_read(values, CORPUS_SERVERS, _ids, frozenset()),
            member_limit=_read(values, MEMBER_LIMIT, Limit.parse, _MEMBER_LIMIT),
            server_limit=_read(values, SERVER_LIMIT, Limit.parse, _SERVER_LIMIT),
            queue=_read(values, QUEUE, QueueLimit.parse, _QUEUE),
            retention_days=_read(values, RETENTION_DAYS, _whole(1, 3650), 30),
            kept_answers=_read(values, KEPT_ANSWERS, _whole(1, 10_000_000), 50_000),
            secret=_secret(values.get(SECRET)),
            log_level=_read(values, LOG_LEVEL, _level, "INFO"),
            log_format=_read(values, LOG_FORMAT, lambda value: LogFormat(value.lower()), LogFormat.TEXT),
            metrics_port=_read(values, METRICS_PORT, _whole(1, 65_535), None),
            fetch_loopback=_read(values, FETCH_LOOPBACK, _whole(0, 1), 0) == 1,
        )


def parse_prefix(value: str) -> str:
    """A prefix of text commands, also of a single server. Raises ValueError when it cannot be one."""
    if not 1 <= len(value) <= 10 or any(character.isspace() for character in value):
        raise ValueError(value)
    return value


def _read(values: Mapping[str, str], name: str, parse: Callable[[str], T], default: T) -> T:
    value = values.get(name)
    if value is None:
        return default
    try:
        return parse(value if name == PREFIX else value.strip())
    except ValueError:
        raise BadInput(f"{name} cannot be {value[:_SHOWN]!r}; it is {EXPLANATIONS[name]}.") from None


def _token(value: str | None) -> str | None:
    token = None if value is None else value.strip()
    if token is not None and not (token.isascii() and token.isprintable() and " " not in token):
        raise BadInput(f"{TOKEN} holds characters that no token has; it is {EXPLANATIONS[TOKEN]}.")
    return token


def _secret(value: str | None) -> str | None:
    secret = None if value is None else value.strip()
    if secret is not None and len(secret) < _SHORTEST_SECRET:
        raise BadInput(f"{SECRET} is too short; it is {EXPLANATIONS[SECRET]}.")
    if secret is not None and not is_encodable(secret):
        raise BadInput(f"{SECRET} is not UTF-8 text; it is {EXPLANATIONS[SECRET]}.")
    return secret


def _ids(value: str) -> frozenset[int]:
    parts = [part for part in re.split(r"[,\s]+", value) if part]
    if not all(_SNOWFLAKE.fullmatch(part) for part in parts):
        raise ValueError(value)
    return frozenset(int(part) for part in parts)


def _level(value: str) -> str:
    if (level := value.upper()) not in _LEVELS:
        raise ValueError(value)
    return level


def _whole(least: int, greatest: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        number = int(value)
        if not least <= number <= greatest:
            raise ValueError(value)
        return number

    return parse
