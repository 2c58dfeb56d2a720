"""From a command and what was typed after it to the question that is asked."""

from __future__ import annotations

import re
from enum import StrEnum

from index.errors import BadInput
from index.questions.intent import Intent
from index.questions.parsing import parse
from index.questions.verbs import BASE_FORMS


class Command(StrEnum):
    """The commands that take a question."""

    WHO = "who"
    WHAT = "what"
    ASK = "ask"
    QUOTES = "quotes"


USAGE = {
    Command.WHO: "who said territorial integrity",
    Command.WHAT: "what did Putin say about Syria",
    Command.ASK: "ask did Cameron say there are big differences",
    Command.QUOTES: "quotes Cameron about extremists",
}
"""An example of each command, as typed after the prefix."""

_AUXILIARY = re.compile(
    r"am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would"
)


def usage(command: Command, prefix: str) -> str:
    """The kind reply to a command without a question."""
    return f"Ask me something, for example: `{prefix}{USAGE[command]}`"


def question(command: Command, argument: str) -> str:
    """The question that `argument` after `command` asks; "" when nothing was asked.

    "said" and the like may be left out after `who`: "who territorial integrity" asks who said it.
    """
    text = " ".join(argument.split())
    if not text or command is Command.ASK:
        return text
    first = text.split(" ", 1)[0].lower()
    if command is Command.QUOTES:
        return f"quotes {text}" if first in {"by", "from", "of"} else f"quotes by {text}"
    if first == command:
        return text
    asked = f"{command} {text}"
    if command is Command.WHAT or _AUXILIARY.fullmatch(first) or _says(first, asked):
        return asked
    return f"who said {text}"


def about(speaker: str, topic: str) -> str:
    """The question for what `speaker` said about `topic`, as a form has them; no topic: everything."""
    name, words = " ".join(speaker.split()), " ".join(topic.split())
    if not name:
        return ""
    return f"what did {name} say about {words}" if words else f"quotes by {name}"


def _says(first: str, asked: str) -> bool:
    """Whether a verb of saying follows "who" in `asked`. A base form there is a noun: "demand for arms"."""
    if first in BASE_FORMS and first != "say":
        return False
    try:
        return parse(asked).intent is Intent.WHO_SAID
    except BadInput:
        return True
