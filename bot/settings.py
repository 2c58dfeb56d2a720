"""The settings of the bot, read from the environment and `.env`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from index.errors import BadInput
from index.settings import IndexSettings

TOKEN: Final = "DISCORD_TOKEN"  # noqa: S105  (the name of the variable)
PREFIX: Final = "WHOSAID_PREFIX"
ADMINS: Final = "WHOSAID_ADMINS"
LOG_LEVEL: Final = "WHOSAID_LOG_LEVEL"

EXPLANATIONS: Final[Mapping[str, str]] = {
    TOKEN: "the bot's token, from its page in the Discord developer portal",
    PREFIX: "what text commands begin with: 1 to 10 characters without white space",
    ADMINS: "ids of the users and roles who may re-index besides the bot's owner, parted by commas",
    LOG_LEVEL: "how much is logged: DEBUG, INFO, WARNING or ERROR",
}
"""Each variable of the bot, and what it says."""

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_SNOWFLAKE = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class BotSettings:
    """What the bot is told from outside. `token` is None for the console, which needs none."""

    index: IndexSettings
    token: str | None = field(default=None, repr=False)
    prefix: str = "!"
    admins: frozenset[int] = frozenset()
    log_level: str = "INFO"

    @classmethod
    def read(cls, values: Mapping[str, str]) -> BotSettings:
        """Settings from `values` (see `index.settings.environment`).

        Raises BadInput with the variable's name when a value cannot be used.
        """
        return cls(
            index=IndexSettings.read(values),
            token=_token(values.get(TOKEN)),
            prefix=_prefix(values.get(PREFIX, "!")),
            admins=_ids(values.get(ADMINS, "")),
            log_level=_level(values.get(LOG_LEVEL, "INFO")),
        )


def _token(value: str | None) -> str | None:
    token = None if value is None else value.strip()
    if token is not None and not (token.isascii() and token.isprintable() and " " not in token):
        raise BadInput(f"{TOKEN} holds characters that no token has; it is {EXPLANATIONS[TOKEN]}.")
    return token


def _prefix(value: str) -> str:
    if not 1 <= len(value) <= 10 or any(character.isspace() for character in value):
        raise _wrong(PREFIX, value)
    return value


def _ids(value: str) -> frozenset[int]:
    parts = [part for part in re.split(r"[,\s]+", value) if part]
    if not all(_SNOWFLAKE.fullmatch(part) for part in parts):
        raise _wrong(ADMINS, value)
    return frozenset(int(part) for part in parts)


def _level(value: str) -> str:
    level = value.strip().upper()
    if level not in _LEVELS:
        raise _wrong(LOG_LEVEL, value)
    return level


def _wrong(variable: str, value: str) -> BadInput:
    return BadInput(f"{variable} cannot be {value!r}; it is {EXPLANATIONS[variable]}.")
