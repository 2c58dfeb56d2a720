"""The answer object as the JSON that other programs read."""

from __future__ import annotations

import dataclasses
from typing import Any

from index.answers.answer import Answer


def answer_object(answer: Answer) -> dict[str, Any]:
    """The answer as plain dicts and lists, for `json.dumps`."""
    return dataclasses.asdict(answer) | {"denied": answer.denied}
