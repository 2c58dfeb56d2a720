"""Clauses that only name what somebody said, and so report nothing: "what Smith said was a lie"."""

from __future__ import annotations

from index.quotations.listeners import listener_after
from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.verbs import BE
from index.quotations.words import Tag
from index.word_set import word_set

_HEADS = word_set("nothing everything anything something all much thing things words")
_CLAUSE_OPENERS = word_set("that because if though although")
_SUBJECTS = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | CAPITAL | NUMBER | QUOTE


def only_names(line: Line, subject: Phrase, stop: int, begin: int, end: int) -> bool:
    """Whether the clause of this subject, whose verb ends at `stop`, names what was said without telling it.

    So in "nothing that Smith said was true", but not in "all Smith said was that it was true", nor in
    "a fire that was, in what police said was an accident, ...".
    """
    if not _is_named(line, subject.start, begin) or stop >= end:
        return False
    index = stop
    if not line.tags[index] & Tag.PREPOSITION:
        listener = listener_after(line, index, end) if line.low[stop - 1] in ("told", "tells") else None
        index = listener.end if listener is not None else index
    if index >= end or line.tags[index] & _SUBJECTS or line.low[index] in (":", "that"):
        return False
    following = index + 1
    if line.low[index] not in BE or following >= end:
        return True
    told = line.tags[following] & (QUOTE | PUNCTUATION) or line.low[following] in ("that", "to", "how", "why")
    return not told


def _is_named(line: Line, first: int, begin: int) -> bool:
    """Whether the subject that begins at `first` stands behind "what", "nothing (that)" or the like."""
    low = line.low
    if low[first] in _HEADS:
        return first + 1 < len(line) and bool(line.tags[first + 1] & CAPITAL)
    head = first - 1
    if head >= begin and low[head] == "that":
        head -= 1
    if head < begin:
        return False
    if low[head] == "what" and head == first - 1:
        # "They died in what police said was a fire" tells what they said.
        opens = head == begin or low[head - 1] in _CLAUSE_OPENERS
        return opens or (head - 1 == begin and bool(line.tags[begin] & Tag.COORDINATOR))
    return low[head] in _HEADS
