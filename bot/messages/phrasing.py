"""From a command and what was typed after it to the question that is asked."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.messages.cleaning import question_in
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


_FOLLOWS_WHO = frozenset(
    "else besides except other apart agrees agreed disagrees disagreed praises praised supports supported opposes "
    "opposed endorses endorsed backed attacked mocked insulted thanked wants wanted likes liked hates hated loves "
    "loved".split()
)
"""What follows "who" besides a verb of saying: who is left out, and what people do by what they say."""
_ABOUT = re.compile(r"(?:about|on|regarding|concerning|over)(?:\s+(?P<topic>.+))?", re.IGNORECASE)
_WORDS_ALONE = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]+)[\"“”»]")
_LONGEST_NAME = 3
"""Words in quotation marks that may be a name, where all have capitals."""


def usage(command: Command, prefix: str) -> str:
    """The kind reply to a command without a question."""
    return f"Ask me something, for example: `{prefix}{USAGE[command]}`"


def question(command: Command, argument: str) -> str:
    """The question that `argument` after `command` asks; "" when nothing was asked.

    "said" and the like may be left out after `who`: "who territorial integrity" asks who said it. After
    `quotes` a topic alone, or the words of a quotation, ask who said them.
    """
    text = question_in(argument)
    if not text or command is Command.ASK:
        return text
    first = text.split(" ", 1)[0].lower()
    if command is Command.QUOTES:
        return _for_quotes(text, first)
    if first == command:
        return text
    asked = f"{command} {text}"
    if command is Command.WHAT or _AUXILIARY.fullmatch(first) or first in _FOLLOWS_WHO or _says(first, asked):
        return asked
    return f"who said {text}"


def _for_quotes(text: str, first: str) -> str:
    if first in {"by", "from", "of"}:
        return f"quotes {text}"
    if topic := _ABOUT.fullmatch(text):
        return f"who said {topic['topic']}" if topic["topic"] else ""
    if (quoted := _WORDS_ALONE.fullmatch(text)) and not _is_name(quoted["words"]):
        return f"who said {text}"
    if first in {Command.WHO, Command.WHAT, Command.QUOTES}:
        return text
    return f"quotes by {text}"


def _is_name(words: str) -> bool:
    """Whether words in quotation marks are somebody's name, by their capitals."""
    written = words.split()
    return len(written) <= _LONGEST_NAME and all(word[:1].isupper() for word in written)


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
