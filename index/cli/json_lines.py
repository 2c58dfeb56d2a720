"""JSON lines in and out, where a bad line is reported and the rest goes on."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from typing import Any

from index.errors import BadInput


def write_line(value: Any) -> None:
    """One JSON value on a line of standard output, escaped where that cannot show its characters."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value)
    print(line, flush=True)


def read_lines(name: str) -> Iterator[tuple[dict[str, Any], str | None]]:
    """The objects in a file ("-": standard input), each with what is wrong with it, None for nothing.

    A line that is no JSON object comes as an empty object. Raises BadInput when the file cannot be read.
    """
    try:
        with sys.stdin.buffer if name == "-" else open(name, "rb") as file:  # noqa: PTH123 - either kind of file
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _parsed(line, number)
    except OSError as error:
        raise BadInput(f"{name}: cannot be read ({error.strerror})") from error


def _parsed(line: bytes, number: int) -> tuple[dict[str, Any], str | None]:
    try:
        value = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return {}, f"line {number} is not valid JSON"
    if not isinstance(value, dict):
        return {}, f"line {number} is not a JSON object"
    return value, None


def _finite(digits: str) -> float:
    """A number that can be written back as JSON."""
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")
