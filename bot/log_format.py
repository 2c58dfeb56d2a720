"""The log: as text for people, or one JSON object a line for machines."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from enum import StrEnum

HIDDEN = "[token]"


class LogFormat(StrEnum):
    """How a line of the log looks."""

    TEXT = "text"
    JSON = "json"


class TextFormatter(logging.Formatter):
    """Time, level, logger and message; a traceback on the lines below."""

    def __init__(self, token: str | None) -> None:
        super().__init__("{asctime} {levelname:<8} {name}: {message}", "%Y-%m-%d %H:%M:%S", style="{")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The line, in which the token, should it ever get there, is hidden."""
        return _hide(super().format(record), self._token)


class JsonFormatter(logging.Formatter):
    """One object a line: time (ISO, UTC), level, logger, message, and exception where there is one."""

    def __init__(self, token: str | None) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The line, in which the token, should it ever get there, is hidden."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(
            {name: _hide(text, self._token) for name, text in entry.items()}, ensure_ascii=False
        )


def set_up_logging(level: str, form: LogFormat, token: str | None) -> None:
    """Log to standard error from `level` on."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter(token) if form is LogFormat.JSON else TextFormatter(token))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)


def _hide(text: str, token: str | None) -> str:
    return text.replace(token, HIDDEN) if token else text
