"""Noun phrases to the left and to the right of a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import NAME_FOLLOWERS, NAME_PARTICLES, TITLES, Tag

_STOP_LEFT = (Tag.AUX | Tag.SUBORDINATOR | Tag.FINITE) | PUNCTUATION | QUOTE
_STOP_RIGHT = (Tag.AUX | Tag.SUBORDINATOR | Tag.FINITE | Tag.RELATIVE | Tag.TIME) | PUNCTUATION | QUOTE
_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE
_OBJECT = Tag.OBJECT_PRONOUN
_GENITIVE = ("'s", "’s")
_APOSTROPHE = ("'", "’")
_INSIDE = ("of", "for", "from", "with", "at", "in", "to")
_MAX_WORDS = 40
_OFFICES_OF = frozenset(
    ("secretary", "speaker", "director", "chief", "minister", "head", "board", "chairman")
)


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
        if word.endswith("ed") and start - 1 > floor and tags[start - 2] & Tag.AUX:
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
    return Phrase(start, _head_end(line, start, end), end)


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
        if tag & Tag.ADVERB or low[end - 1] == "first" or (low[end - 1].endswith("ly") and not tag & CAPITAL):
            end -= 1
            continue
        break
    return end


def _looks_finite(line: Line, index: int) -> bool:
    low = line.low[index]
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
            or (low[start].endswith("ly") and start + 1 < end and not tag & CAPITAL)
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
        if start < end and tags[start] & CAPITAL and not tag & CAPITAL and not is_genitive(line, start - 1):
            if low[start - 1] not in TITLES and low[start - 1] not in NAME_PARTICLES:
                break
        start -= 1
    return start


def right_phrase(line: Line, start: int, ceiling: int) -> Phrase | None:
    """The noun phrase that starts at token `start`, not reaching `ceiling`."""
    tags, low = line.tags, line.low
    if start >= ceiling or tags[start] & (PUNCTUATION | QUOTE):
        return None
    if tags[start] & (Tag.PRONOUN | Tag.OBJECT_PRONOUN) and not tags[start] & _DETERMINED:
        return Phrase(start, start + 1, start + 1)
    end = start
    head_end = 0
    ceiling = min(ceiling, start + _MAX_WORDS)
    while end < ceiling:
        tag, word = tags[end], low[end]
        before = tags[end - 1] if end > start else 0
        if is_genitive(line, end):
            end += 1
            continue
        if tag & _STOP_RIGHT and not (tag & CAPITAL and before & CAPITAL and not tag & Tag.TIME):
            break
        if not tag & CAPITAL and end > start:
            if tag & CUE and _looks_finite(line, end):
                break
            if tag & Tag.ADVERB and not tag & _DETERMINED:
                break
            if word.endswith("ed") and not before & (_DETERMINED | Tag.COORDINATOR | Tag.PREPOSITION):
                break
            if tag & (Tag.PRONOUN | Tag.OBJECT_PRONOUN) and not tag & _DETERMINED:
                break
            if before & CAPITAL and not tag & (Tag.PREPOSITION | Tag.COORDINATOR | NUMBER):
                if not _heads(line, end, ceiling):
                    break
            if tag & _DETERMINED and not before & (Tag.PREPOSITION | Tag.COORDINATOR | Tag.DETERMINER):
                break
        elif (
            end > start
            and tag & CAPITAL
            and not before & (CAPITAL | _DETERMINED | Tag.PREPOSITION | Tag.COORDINATOR)
        ):
            if low[end - 1].endswith("s") and low[end - 1] not in _GENITIVE and low[end - 1] not in TITLES:
                break
        if tag & Tag.PREPOSITION and not tag & CAPITAL:
            if end == start or word not in _INSIDE:
                break
            if before & CAPITAL and word != "of":
                break
            if word in ("in", "to") and head_end:
                break
            if word in ("in", "at") and end + 1 < ceiling and not tags[end + 1] & (CAPITAL | _DETERMINED):
                break
            if not head_end:
                head_end = end
        if tag & Tag.COORDINATOR and not _joins(line, end, start, ceiling):
            break
        end += 1
    while (
        end > start
        and tags[end - 1] & (Tag.PREPOSITION | Tag.COORDINATOR | Tag.DETERMINER)
        and not tags[end - 1] & CAPITAL
    ):
        end -= 1
    if end == start:
        return None
    return Phrase(start, min(head_end or end, end), end)


def _heads(line: Line, index: int, ceiling: int) -> bool:
    """Whether a common noun after a name makes a longer phrase ("Clinton supporters")."""
    word = line.low[index]
    if word in NAME_FOLLOWERS or word in TITLES or word in NAME_PARTICLES or word.endswith("ers"):
        return True
    if line.tags[index] & CUE:
        return False
    # A lower-case role with a name behind it ("Post bureau chief Juliet Eilperin").
    return any(
        i < ceiling and (line.low[i] in TITLES or line.low[i] in NAME_FOLLOWERS)
        for i in (index + 1, index + 2)
    ) and any(i < ceiling and bool(line.tags[i] & CAPITAL) for i in (index + 2, index + 3))


def _head_end(line: Line, start: int, end: int) -> int:
    for index in range(start + 1, end):
        tag = line.tags[index]
        if tag & Tag.PREPOSITION and not tag & CAPITAL:
            return index
    return end


def name_range(line: Line, phrase: Phrase) -> tuple[int, int] | None:
    """The tokens of the proper name that heads the phrase, titles left out; None where none does."""
    start, end = phrase.start, phrase.head_end
    tags, low = line.tags, line.low
    if end + 2 < phrase.end and low[end] == "of" and low[end - 1] in _OFFICES_OF:
        # "Secretary of State John Kerry": the name follows the whole office.
        if not tags[end + 1] & _DETERMINED and all(tags[i] & CAPITAL for i in range(end + 2, phrase.end)):
            return (end + 2, phrase.end)
    begin = end
    while begin > start:
        tag, word = tags[begin - 1], low[begin - 1]
        if tag & CAPITAL or (word in NAME_PARTICLES and begin < end) or word == "&":
            begin -= 1
            continue
        break
    while begin < end and not tags[begin] & CAPITAL:
        begin += 1
    if begin < end and tags[begin] & _DETERMINED:
        begin += 1
    after_title = begin
    for index in range(begin, min(end, begin + 6)):
        if is_title(low[index]):
            after_title = index + 1
    if after_title >= end:
        return None
    return (after_title, end)


def is_title(word: str) -> bool:
    """Whether the lower-case word may stand before a name without being part of it."""
    return word in TITLES or word.rstrip(".") in TITLES
