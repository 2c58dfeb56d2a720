"""Clauses of the kind `..., with Smith saying it was late`: who stands behind "with" speaks."""

from __future__ import annotations

from index.quotations.appositions import appositive_name, led_on
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.tokens import QUOTE, Line
from index.quotations.words import DASHES, Tag

_MAX_SUBJECT = 16


def absolute_clause(line: Line, start: int, begin: int) -> tuple[int, Phrase] | None:
    """Where such a clause, behind a comma or dash, begins, and who speaks in it by the participle at `start`."""
    low = line.low
    for index in range(start - 1, max(begin, start - _MAX_SUBJECT), -1):
        if line.tags[index] & QUOTE:
            return None
        if low[index] == "with" and (low[index - 1] == "," or low[index - 1] in DASHES):
            subject = _subject(line, index + 1, start)
            return (index, subject) if subject is not None else None
    return None


def _subject(line: Line, first: int, stop: int) -> Phrase | None:
    """The phrase at `first`, where at most an apposition in commas stands between it and `stop`."""
    phrase = right_phrase(line, first, stop)
    if phrase is None:
        return None
    phrase = led_on(line, phrase, stop) or phrase
    named = appositive_name(line, phrase, stop)
    phrase = named or phrase
    if phrase.end == stop:
        return phrase
    comma = stop - 1 if named is not None else stop - 2
    enclosed = line.low[phrase.end] == "," and line.low[stop - 1] == "," and phrase.end <= comma
    active = any(tag & (Tag.AUX | Tag.FINITE) for tag in line.tags[phrase.end : stop])
    return phrase if enclosed and not active else None
