"""What tells that somebody said nothing, or what became of a thing: "said little about it", "recalled 40,000 cars"."""

from __future__ import annotations

from index.quotations.cue import Cue
from index.quotations.cue_words import CUES
from index.quotations.heads import is_plain
from index.quotations.phrases import right_phrase
from index.quotations.tokens import CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag
from index.word_set import word_set

_SAYING = word_set("say add mention reveal disclose comment volunteer")
_NOTHING = word_set("nothing little sorry")
_HOW = word_set("very too so precious relatively remarkably")
_NOT_MUCH = {"no": "more", "not": "much", "nothing": "more"}
_LOST = word_set("missing stolen lost")
_SHOUTING = word_set("shout yell scream snarl bark bellow snap")
_CLAUSE_END = Tag.SUBORDINATOR | Tag.RELATIVE | Tag.COORDINATOR | PUNCTUATION
_FINITE = Tag.AUX | Tag.FINITE
_MEMORIES = word_set(
    "day days time times moment moments night nights morning evening afternoon week weeks month months year years "
    "summer winter spring autumn anecdote tale memory memories conversation conversations childhood meeting encounter "
    "incident scene event events experience feeling words story stories advice occasion era exchange visit journey"
)


def tells_nothing(line: Line, cue: Cue, content: int, end: int) -> bool:
    """Whether the words that follow the cue from `content` on are no report."""
    base = CUES[line.low[cue.verb]][0]
    if base in _SAYING:
        return _is_nothing(line, content, end)
    if base in _SHOUTING:
        return line.low[content] == "at" and not _has(line, content, end, _FINITE)
    if base == "recall":
        return _is_called_back(line, content, end)
    return base == "report" and _is_reported_to_police(line, content, end)


def _is_nothing(line: Line, first: int, end: int) -> bool:
    """Whether "nothing", "very little" or "no more" stands there, and is not the subject of a clause."""
    index = first + (line.low[first] in _HOW)
    if index >= end:
        return False
    following = line.low[index + 1] if index + 1 < end else ""
    if line.low[index] not in _NOTHING and _NOT_MUCH.get(line.low[index]) != following:
        return False
    if (
        index + 1 < end
        and is_plain(line, index + 1)
        and (following.endswith("s") or line.low[index] == "little")
    ):
        return False  # "said nothing stops him", "said little things matter"
    return not _has(line, index + 1, end, _FINITE)


def _is_called_back(line: Line, first: int, end: int) -> bool:
    """Whether a thing or somebody is called back ("recalled its ambassador"), and not called to mind."""
    if line.tags[first] & (QUOTE | Tag.SUBORDINATOR | Tag.PRONOUN) or line.low[first].endswith("ing"):
        return False
    thing = right_phrase(line, first, end)
    if thing is None or not line.tags[first] & (Tag.DETERMINER | Tag.POSSESSIVE | NUMBER):
        return False
    if thing.end < end and line.low[thing.end] in ("where", "when"):
        return False
    if not _MEMORIES.isdisjoint(line.low[first : thing.end]):
        return False
    return not _has(line, first, end, _FINITE | CUE | QUOTE | Tag.PRONOUN)


def _is_reported_to_police(line: Line, first: int, end: int) -> bool:
    """Whether somebody or something is reported "missing" or "stolen"."""
    thing = right_phrase(line, first, end)
    if thing is None:
        return False
    last = thing.end - 1 if line.low[thing.end - 1] in _LOST else thing.end
    return last > first and last < end and line.low[last] in _LOST


def _has(line: Line, first: int, end: int, wanted: int) -> bool:
    """Whether one of the tags, or a past form, stands in the clause that begins there."""
    for index in range(first, end):
        tag = line.tags[index]
        if tag & wanted or (line.low[index].endswith("ed") and index > first and not tag & PUNCTUATION):
            return True
        if tag & _CLAUSE_END and not tag & Tag.DETERMINER:
            return False
    return False
