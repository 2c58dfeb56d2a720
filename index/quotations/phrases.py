"""Noun phrases to the left and to the right of a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.heads import head_end_of, is_plain, names_a_body, time_in_name
from index.quotations.objectless import lacks_object
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import (
    ADJECTIVES,
    MODIFYING,
    NAME_FOLLOWERS,
    NAME_PARTICLES,
    TITLES,
    Tag,
    is_in_ly,
)

_STOP_LEFT = (Tag.AUX | Tag.SUBORDINATOR | Tag.FINITE) | PUNCTUATION | QUOTE
_STOP_RIGHT = (Tag.AUX | Tag.SUBORDINATOR | Tag.FINITE | Tag.RELATIVE | Tag.TIME) | PUNCTUATION | QUOTE
_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE
_OBJECT = Tag.OBJECT_PRONOUN
_GENITIVE = ("'s", "’s")
_APOSTROPHE = ("'", "’")
_LINKS = Tag.PREPOSITION | Tag.COORDINATOR | Tag.DETERMINER
_NAMING = TITLES | NAME_PARTICLES
_MAX_WORDS = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of tokens; `head_end` is where what modifies its head begins."""

    start: int
    head_end: int
    end: int


def is_genitive(line: Line, index: int) -> bool:
    """Whether the token is a possessive ending ("Putin's", "the voters'")."""
    word = line.low[index]
    if word in _GENITIVE:
        return True
    return word in _APOSTROPHE and index > 0 and line.low[index - 1].endswith("s")


def left_phrase(line: Line, end: int, floor: int) -> Phrase | None:
    """The noun phrase that ends before token `end`, not reaching below `floor`."""
    end = without_adjuncts(line, end, floor)
    if end <= floor:
        return None
    tags, low = line.tags, line.low
    if tags[end - 1] & Tag.PRONOUN:
        return Phrase(end - 1, end, end)
    start = end
    floor = max(floor, end - _MAX_WORDS)
    while start > floor:
        tag, word = tags[start - 1], low[start - 1]
        if is_genitive(line, start - 1):
            if start - 2 < floor or tags[start - 2] & PUNCTUATION:
                break
            start -= 1
            continue
        if word.endswith("ed") and not tag & CAPITAL and start - 1 > floor and _before_verb(tags[start - 2]):
            break
        if start < end and word.endswith("ed") and not tag & CAPITAL and tags[start] & _DETERMINED:
            break
        if tag & _STOP_LEFT and not (tag & CAPITAL and not tag & Tag.AUX and start - 1 > floor):
            break
        if tag & CUE and not tag & CAPITAL and _looks_finite(line, start - 1):
            break
        if tag & Tag.COORDINATOR and not _joins(line, start - 1, floor, end):
            break
        if tag & (Tag.PRONOUN | Tag.RELATIVE) and not tag & _DETERMINED:
            break
        if tag & _OBJECT and not tag & _DETERMINED and word != "it":
            break
        start -= 1
    start = _trim_left(line, start, end)
    if start >= end:
        return None
    return Phrase(start, head_end_of(line, start, end), end)


def _before_verb(tag: int) -> bool:
    """Whether a word in -ed after a token of that tag is a verb, not an adjective."""
    return bool(tag & (Tag.AUX | Tag.PRONOUN | CAPITAL) and not tag & _DETERMINED)


def without_adjuncts(line: Line, end: int, floor: int) -> int:
    """Step back over adverbs and times between subject and verb ("Trump on Friday also said")."""
    tags, low = line.tags, line.low
    while end > floor:
        tag = tags[end - 1]
        if tag & Tag.TIME:
            end -= 1
            while end > floor and (
                tags[end - 1] & (Tag.TIME | NUMBER)
                or low[end - 1] in ("last", "this", "early", "late", "on", "in", "next")
            ):
                end -= 1
            continue
        if tag & Tag.ADVERB or low[end - 1] == "first" or (is_in_ly(low[end - 1]) and not tag & CAPITAL):
            end -= 1
            continue
        break
    return end


def _looks_finite(line: Line, index: int) -> bool:
    low = line.low[index]
    if lacks_object(line, index):
        return False  # "the man accused of fraud"
    return low.endswith("ed") or bool(line.tags[index] & Tag.FINITE)


def _joins(line: Line, index: int, floor: int, end: int) -> bool:
    """Whether the coordinator joins two noun phrases of one subject ("Putin and Cameron")."""
    if line.low[index] not in ("and", "&", "or") or index - 1 < floor or index + 1 >= end:
        return False
    left, right = line.tags[index - 1], line.tags[index + 1]
    if left & (PUNCTUATION | QUOTE):
        return False
    if right & Tag.PRONOUN and not left & CAPITAL:
        return False
    return bool(right & CAPITAL) == bool(left & CAPITAL) or bool(right & _DETERMINED)


def _trim_left(line: Line, start: int, end: int) -> int:
    tags, low = line.tags, line.low
    while start < end:
        tag = tags[start]
        if (
            is_genitive(line, start)
            or (tag & (Tag.COORDINATOR | Tag.TIME) and not (tag & CAPITAL and start + 1 == end))
            or (tag & Tag.ADVERB and not tag & _DETERMINED)
            or (is_in_ly(low[start]) and start + 1 < end and not tag & CAPITAL)
        ):
            start += 1
        elif tag & Tag.PREPOSITION:
            # An introductory phrase: the subject is the last base phrase.
            begin = _last_base(line, start + 1, end)
            if begin <= start + 1:
                return end
            start = begin
        else:
            break
    return start


def _last_base(line: Line, floor: int, end: int) -> int:
    """Where the last simple noun phrase of `floor:end` begins."""
    tags, low = line.tags, line.low
    start = end
    while start > floor:
        tag = tags[start - 1]
        if tag & Tag.PREPOSITION and not tag & CAPITAL:
            break
        if tag & _DETERMINED and low[start - 1] not in ("one", "two", "three"):
            return start - 1
        if tag & (Tag.TIME | NUMBER) and start < end:
            break
        if (
            tag & Tag.COORDINATOR
            and start - 1 > floor
            and start < end
            and _joins(line, start - 1, floor, end)
        ):
            start -= 1
            continue
        named = start < end and tags[start] & CAPITAL and not tag & CAPITAL
        if named and not is_genitive(line, start - 1) and low[start - 1] not in _NAMING:
            break
        start -= 1
    return start


def right_phrase(line: Line, start: int, ceiling: int) -> Phrase | None:
    """The noun phrase that starts at token `start`, not reaching `ceiling`."""
    tags = line.tags
    if start >= ceiling or tags[start] & (PUNCTUATION | QUOTE):
        return None
    if tags[start] & (Tag.PRONOUN | Tag.OBJECT_PRONOUN) and not tags[start] & _DETERMINED:
        return Phrase(start, start + 1, start + 1)
    end = start
    head_end = 0
    ceiling = min(ceiling, start + _MAX_WORDS)
    while end < ceiling:
        if not is_genitive(line, end):
            if _stops(line, start, end, ceiling):
                break
            if tags[end] & Tag.PREPOSITION and not tags[end] & CAPITAL:
                if not _modifies(line, start, end, ceiling, bool(head_end)):
                    break
                head_end = head_end or end
        end += 1
    if end - 1 > start and line.low[end - 1] in ("last", "next") and end < ceiling and tags[end] & Tag.TIME:
        end -= 1  # "told reporters last week"
    while end > start and tags[end - 1] & _LINKS and not tags[end - 1] & CAPITAL:
        end -= 1
    if head_end and head_end < end and names_a_body(line, head_end, end):
        head_end = end
    return Phrase(start, min(head_end or end, end), end) if end > start else None


def _stops(line: Line, start: int, index: int, ceiling: int) -> bool:
    """Whether the phrase from `start` ends before the token `index`."""
    tag, word = line.tags[index], line.low[index]
    before = line.tags[index - 1] if index > start else 0
    if index == start and tag & CAPITAL and tag & Tag.FINITE and index not in line.openings:
        return False  # "said Met Police commander Jane Doe"
    if tag & Tag.TIME and index > start and time_in_name(line, index, ceiling):
        return False
    if tag & _STOP_RIGHT and not (tag & CAPITAL and before & CAPITAL and not tag & Tag.TIME):
        return True
    if tag & Tag.COORDINATOR and not _joins(line, index, start, ceiling):
        return True
    if index == start:
        return False
    linked = before & (Tag.PREPOSITION | Tag.COORDINATOR)
    if line.tags[index - 1] & Tag.TIME and is_plain(line, index):
        return False  # "the radio's Monday show"
    if tag & CAPITAL:
        # "told reporters Obama ...": a name after a plural begins another phrase.
        plural = line.low[index - 1].endswith("s") and not line.low[index - 1].endswith("ss")
        plural = plural and not is_genitive(line, index - 1)
        return bool(
            plural
            and not linked
            and not before & (CAPITAL | _DETERMINED)
            and line.low[index - 1] not in TITLES
        )
    if tag & CUE and _looks_finite(line, index):
        return True
    if tag & (Tag.ADVERB | Tag.PRONOUN | Tag.OBJECT_PRONOUN) and not tag & _DETERMINED:
        return True
    if word.endswith("ed") and not linked and not before & _DETERMINED:
        return True
    if (
        before & CAPITAL
        and not before & _DETERMINED
        and not tag & (Tag.PREPOSITION | Tag.COORDINATOR | NUMBER)
        and not _heads(line, index, ceiling)
        and not _opens_with_adjective(line, index, ceiling)
    ):
        return True
    return bool(tag & _DETERMINED and not linked and not before & Tag.DETERMINER)


def _opens_with_adjective(line: Line, index: int, ceiling: int) -> bool:
    """Whether the capital before a plural is only that of the sentence ("Big companies must", "British firms said")."""
    word = line.low[index]
    if index - 1 not in line.openings or not is_plain(line, index):
        return False
    if line.low[index - 1] in ADJECTIVES:
        return True
    following = line.tags[index + 1] if index + 1 < ceiling else 0
    finite = following & (Tag.AUX | Tag.FINITE) and not following & CAPITAL
    return bool(finite) and word.endswith("s") and not word.endswith("ss")


def _modifies(line: Line, start: int, index: int, ceiling: int, again: bool) -> bool:
    """Whether the preposition at `index` goes on with the phrase ("a spokesman for the mayor")."""
    word = line.low[index]
    if index == start or word not in MODIFYING or (word in ("in", "to") and again):
        return False
    following = line.tags[index + 1] if index + 1 < ceiling else CAPITAL
    if line.tags[index - 1] & CAPITAL and word != "of":
        # "the Minister for Fisheries", "the Secretary for the Environment"
        named = index + (2 if following & Tag.DETERMINER else 1)
        return (
            word == "for"
            and line.low[index - 1] in TITLES
            and named < ceiling
            and bool(line.tags[named] & CAPITAL)
        )
    return word not in ("in", "at") or bool(following & (CAPITAL | _DETERMINED))


def _heads(line: Line, index: int, ceiling: int) -> bool:
    """Whether a common noun after a name makes a longer phrase ("Clinton supporters")."""
    word = line.low[index]
    if word in NAME_FOLLOWERS or word in TITLES or word in NAME_PARTICLES:
        return True
    if word.endswith("ers"):
        # "Smith supporters", but "Smith orders the soup"
        following = line.tags[index + 1] if index + 1 < ceiling else 0
        return not following & (_DETERMINED | _OBJECT | NUMBER)
    if line.tags[index] & CUE:
        return False
    # A lower-case role with a name behind it ("Post bureau chief Juliet Eilperin").
    return any(
        i < ceiling and (line.low[i] in TITLES or line.low[i] in NAME_FOLLOWERS)
        for i in (index + 1, index + 2)
    ) and any(i < ceiling and bool(line.tags[i] & CAPITAL) for i in (index + 2, index + 3))
