"""What a run of `python -m index` within a test gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Run = Callable[..., tuple[int, str, str]]
"""From the arguments to the exit code, the output and what was said on standard error."""


def objects(out: str) -> list[Any]:
    """The objects of an output with one a line."""
    return [json.loads(line) for line in out.splitlines()]
