"""The log: as text for people, or one JSON object a line for machines."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum

import aiohttp
import discord

from bot.runtime.hiding import HIDDEN, without_userinfo

_EXPECTED = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)


class LogFormat(StrEnum):
    """How a line of the log looks."""

    TEXT = "text"
    JSON = "json"


class TextFormatter(logging.Formatter):
    """Time, level, logger and message; a traceback on the lines below."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__("{asctime} {levelname:<8} {name}: {message}", "%Y-%m-%d %H:%M:%S", style="{")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line, in which secrets, should they ever get there, are hidden."""
        return _hide(super().format(record), self._secrets)


class JsonFormatter(logging.Formatter):
    """One object a line: time (ISO, UTC), level, logger, message, and exception where there is one."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line, in which secrets, should they ever get there, are hidden."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(
            {name: _hide(text, self._secrets) for name, text in entry.items()}, ensure_ascii=False
        )


def set_up_logging(level: str, form: LogFormat, *secrets: str | None) -> None:
    """Log to standard error from `level` on, without these words and without the passwords of web addresses."""
    handler = logging.StreamHandler()
    handler.addFilter(_brief)
    handler.setFormatter(JsonFormatter(*secrets) if form is LogFormat.JSON else TextFormatter(*secrets))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)


def _brief(record: logging.LogRecord) -> bool:
    """Let discord.py tell of a connection that failed, or of an answer that was refused, in one line."""
    error = record.exc_info[1] if record.exc_info else None
    if record.name.startswith("discord.") and isinstance(error, _EXPECTED):
        said = " ".join(f"{record.getMessage()}: {type(error).__name__}: {error}".split())
        record.msg, record.args, record.exc_info = said, (), None
    return True


def _hide(text: str, secrets: Sequence[str | None]) -> str:
    for secret in filter(None, secrets):
        text = text.replace(secret, HIDDEN)
    return without_userinfo(text)
