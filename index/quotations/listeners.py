"""To whom a reporting verb speaks, and what it tells them to do: "asked drivers to avoid the bridge"."""

from __future__ import annotations

from index.quotations.heads import is_plain
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.tokens import NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import ADJECTIVES, Tag

_NEGATIONS = ("not", "never")


def listener_after(line: Line, index: int, end: int) -> Phrase | None:
    """Who is told, where that begins at `index`, without the infinitive of what is told."""
    word, tag = line.low[index], line.tags[index]
    if tag & (PUNCTUATION | QUOTE | Tag.SUBORDINATOR) or word == "to" or word in _NEGATIONS:
        return None
    if tag & NUMBER and line.words[index][0] in "$£€":
        return None  # "promised £5m for repairs"
    listener = right_phrase(line, index, end)
    if listener is None or not _is_infinitive(line, listener.head_end, end):
        return listener
    return Phrase(listener.start, listener.head_end, listener.head_end)


def _is_infinitive(line: Line, index: int, end: int) -> bool:
    """Whether "to" and a verb stand there, not what a role is held for ("the adviser to former ministers")."""
    verb = index + 1
    if verb >= end or line.low[index] != "to" or not is_plain(line, verb):
        return False
    word = line.low[verb]
    if word in ADJECTIVES:  # "to free the hostages"
        return verb + 1 < end and bool(line.tags[verb + 1] & (Tag.DETERMINER | Tag.POSSESSIVE))
    return not word.endswith("s") or word.endswith(("ss", "us"))
