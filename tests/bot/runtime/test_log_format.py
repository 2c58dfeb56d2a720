from __future__ import annotations

import json
import logging
import sys
from datetime import datetime

import pytest

from bot.runtime.hiding import HIDDEN
from bot.runtime.log_format import JsonFormatter, TextFormatter

TOKEN = "secret.token.123"


def record(message: str, *values: object, failed: bool = False) -> logging.LogRecord:
    trace = None
    if failed:
        try:
            raise ValueError(f"near {TOKEN}")
        except ValueError:
            trace = sys.exc_info()
    return logging.LogRecord("bot.test", logging.WARNING, __file__, 1, message, values, trace)


def test_a_line_of_json_is_one_object() -> None:
    line = JsonFormatter(None).format(record('two\nlines and "%s" ü', "marks"))
    assert "\n" not in line
    entry = json.loads(line)
    assert entry["message"] == 'two\nlines and "marks" ü'
    assert (entry["level"], entry["logger"]) == ("WARNING", "bot.test")
    assert datetime.fromisoformat(entry["time"]).utcoffset() is not None


def test_a_traceback_is_in_the_object() -> None:
    entry = json.loads(JsonFormatter(None).format(record("x", failed=True)))
    assert "ValueError" in entry["exception"]


def test_text_has_time_level_and_logger() -> None:
    assert " WARNING  bot.test: hello 1" in TextFormatter(None).format(record("hello %d", 1))


@pytest.mark.parametrize("formatter", [JsonFormatter(TOKEN), TextFormatter(TOKEN)])
def test_the_token_is_hidden_wherever_it_stands(formatter: logging.Formatter) -> None:
    line = formatter.format(record("with %s", TOKEN, failed=True))
    assert TOKEN not in line
    assert line.count(HIDDEN) >= 2


def test_no_password_of_a_web_address_is_in_the_log() -> None:
    line = TextFormatter(TOKEN, None).format(record("by http://anna:pass:word@proxy.example:80/a b@c"))
    assert line.endswith(f"by http://{HIDDEN}@proxy.example:80/a b@c")
