"""Passive participles: who is "accused of fraud" or "told that the mine will close" says nothing by that."""

from __future__ import annotations

from index.quotations.cue import Cue
from index.quotations.cue_words import CUES, NOUN_LIKE, Form
from index.quotations.heads import is_plain
from index.quotations.objectless import lacks_object, may_lack_listener
from index.quotations.phrases import left_phrase, right_phrase
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag, is_in_ly

_NEVER_BEFORE_OBJECT = ("of", "for", "that", "to", "about", "with")
_LINKED = PUNCTUATION | QUOTE | Tag.COORDINATOR
_MAX_ADJUNCTS = 3


def is_passive_participle(
    line: Line, verb: int, start: int, begin: int, end: int, earlier: list[Cue]
) -> bool:
    """Whether the past form only tells what somebody was told or called ("Smith, accused of fraud, said").

    `start` is where the group of the verb begins.
    """
    if any(tag & Tag.AUX for tag in line.tags[start:verb]):
        return False
    if not lacks_object(line, verb):
        return may_lack_listener(line, verb) and _stands_in_commas(line, verb, start, begin, end, earlier)
    linked = start == begin or bool(line.tags[start - 1] & _LINKED)
    if not linked and _has_object_before(line, start, begin):
        return False
    return line.low[verb + 1] in _NEVER_BEFORE_OBJECT or not _has_object_behind(line, verb, end, linked)


def _has_object_before(line: Line, start: int, begin: int) -> bool:
    """Whether the object stands before the subject ("what Smith described as", "a man she accused of")."""
    tags = line.tags
    subject = left_phrase(line, start, begin)
    if subject is None or tags[subject.start] & Tag.PRONOUN:
        return True
    if subject.start > begin and tags[subject.start - 1] & (Tag.SUBORDINATOR | Tag.RELATIVE):
        return True
    return any(
        tags[i] & (Tag.DETERMINER | Tag.POSSESSIVE | CAPITAL) and is_plain(line, i - 1)
        for i in range(subject.start + 1, subject.end)
    )


def _has_object_behind(line: Line, verb: int, end: int, linked: bool) -> bool:
    """Whether the object follows behind an adjunct ("dismissed as nonsense claims that", "described in detail how").

    Where a subject stands directly before the verb, it is active unless another verb follows.
    """
    index = verb + 1
    for _ in range(_MAX_ADJUNCTS):
        if index >= end or not (line.tags[index] & Tag.PREPOSITION or line.low[index] in ("as", "after")):
            break
        index += 1
        phrase = right_phrase(line, index, end)
        index = phrase.end if phrase is not None else index + 1
    if index >= end:
        return not linked
    if linked:
        return not line.tags[index] & PUNCTUATION and not _is_finite(line, index, end)
    return not _is_finite(line, index, end)


def _stands_in_commas(line: Line, verb: int, start: int, begin: int, end: int, earlier: list[Cue]) -> bool:
    """Whether the verb follows the comma behind a subject that has a verb of its own, before or after."""
    comma = start - 1
    if comma <= begin or line.low[comma] != ",":
        return False
    if earlier and earlier[-1].inverted and earlier[-1].end == comma:
        return True
    subject = left_phrase(line, comma, begin)
    if subject is None or subject.end != comma or right_phrase(line, subject.start, comma) != subject:
        return False
    before = line.tags[subject.start - 1] if subject.start > begin else PUNCTUATION
    if not before & (_LINKED | Tag.SUBORDINATOR | Tag.TIME):
        return False
    if (
        subject.start > begin
        and line.low[subject.start - 1] == ","
        and not line.tags[subject.start] & CAPITAL
    ):
        return False  # "Jane Doe, the leader, warned that"
    return _goes_on(line, verb + 2, end)


def _goes_on(line: Line, begin: int, end: int) -> bool:
    """Whether a finite verb stands behind a comma that does not close what another opens ("which cost much")."""
    inserted = False
    for index in range(begin, end - 1):
        if line.low[index] != ",":
            continue
        if inserted:
            inserted = False
        elif line.tags[index + 1] & (Tag.RELATIVE | Tag.SUBORDINATOR) or line.low[index + 1].endswith("ing"):
            inserted = True
        elif _is_finite(line, index + 1, end) and not _opens_pair(line, index, end):
            return True
    return False


def _opens_pair(line: Line, comma: int, end: int) -> bool:
    """Whether a participle behind the comma belongs to an insertion ("the clinic, opened in May, closed")."""
    if not line.low[comma + 1].endswith("ed"):
        return False
    closing = next((i for i in range(comma + 2, end - 1) if line.low[i] == ","), None)
    return closing is not None and _is_finite(line, closing + 1, end)


def _is_finite(line: Line, index: int, end: int) -> bool:
    """Whether a verb follows, behind adverbs."""
    while index < end and (line.tags[index] & Tag.ADVERB or is_in_ly(line.low[index])):
        index += 1
    if index >= end or line.tags[index] & CAPITAL:
        return False
    if line.tags[index] & (Tag.AUX | Tag.FINITE) or line.low[index].endswith("ed"):
        return True
    base, form, _ = CUES.get(line.low[index], ("", Form.ING, 0))
    return not form & Form.ING and base not in NOUN_LIKE
