"""Whose verb it is: the subject to the left of a reporting verb, or the subject of its sentence."""

from __future__ import annotations

from index.quotations.phrases import Phrase, is_genitive, left_phrase, right_phrase
from index.quotations.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS, TAGS, Tag, word_set

DASHES = ("—", "–", "--", "-")
_PARTY = ("r-", "d-", "i-")
_LINKING = ("that", "while", "as", "when", "whether", "because", "if", "though", "although", "but")
_KIN = MALE_NOUNS | FEMALE_NOUNS
_MAX_PARENTHESIS = 60
_MAX_MARKS = 6
_MAX_DATELINE = 8
_MAX_NOUNS = 7
_DEGREES = ("more", "most", "less")
_UNMARKED_PASTS = word_set("beat bet cut hit hurt let put quit set shot shut sold sought spent split spread won")
_NOT_ADVERBS = word_set("family assembly italy emily kelly july reilly")


def before_parenthesis(line: Line, closing: int, begin: int) -> Phrase | None:
    """The subject that an apposition, a relative clause or the like parts from its verb.

    `closing` is the comma or dash that ends the parenthesis.
    """
    low = line.low
    mark = low[closing]
    floor = max(begin, closing - _MAX_PARENTHESIS)
    index = closing - 1
    if line.tags[index] & QUOTE:
        return None
    marks = 0
    while index > floor and marks < _MAX_MARKS:
        if low[index] == mark or (mark != "," and low[index] in DASHES):
            marks += 1
            subject = _subject_before(line, index, closing, begin)
            if subject is not None:
                return subject
        index -= 1
    return None


def _subject_before(line: Line, opening: int, closing: int, begin: int, depth: int = 2) -> Phrase | None:
    """The phrase that ends at `opening`, when what follows up to `closing` can describe it."""
    tags, low = line.tags, line.low
    first = opening + 1
    if first >= closing:
        return None
    phrase = left_phrase(line, opening, begin)
    if phrase is None or phrase.end != opening:
        return None
    if phrase.start > begin:
        before = phrase.start - 1
        if not tags[before] & (PUNCTUATION | QUOTE | Tag.COORDINATOR) and low[before] not in _LINKING:
            return None
    if tags[phrase.end - 1] & (Tag.PREPOSITION | Tag.SUBORDINATOR | NUMBER | Tag.PRONOUN):
        return None
    if low[first][:2] in _PARTY:
        return phrase
    if all(tags[i] & CAPITAL for i in range(first, closing)):
        kin = low[phrase.head_end - 1] in _KIN
        if not tags[phrase.head_end - 1] & CAPITAL and (kin or closing - first >= 2):
            return Phrase(first, closing, closing)
        return phrase if closing - first == 1 or phrase.end - phrase.start >= 2 else None
    if not _describes(line, first, closing):
        return None
    if (
        depth
        and tags[phrase.start] & Tag.DETERMINER
        and phrase.start - 1 > begin
        and low[phrase.start - 1] == ","
    ):
        outer = _subject_before(line, phrase.start - 1, opening, begin, depth - 1)
        if outer is not None and tags[outer.head_end - 1] & CAPITAL:
            return outer
    return phrase


def _describes(line: Line, first: int, closing: int) -> bool:
    tags, low = line.tags, line.low
    tag = tags[first]
    if tag & (Tag.DETERMINER | Tag.RELATIVE | Tag.POSSESSIVE | Tag.PREPOSITION | NUMBER | Tag.ADVERB):
        return True
    if not tag & CAPITAL or low[first].endswith(("ing", "ed")):
        return True
    return any(
        is_genitive(line, i) or tags[i] & Tag.PREPOSITION or not tags[i] & (CAPITAL | PUNCTUATION)
        for i in range(first, closing)
    )


def appositive_name(line: Line, phrase: Phrase, end: int) -> Phrase | None:
    """The name after a role: "the governor's spokesman, John Smith"."""
    tags = line.tags
    comma = phrase.end
    if comma + 2 >= end or line.low[comma] != "," or tags[phrase.head_end - 1] & CAPITAL:
        return None
    stop = comma + 1
    while stop < end and tags[stop] & CAPITAL and not tags[stop] & Tag.TIME:
        stop += 1
    kin = line.low[phrase.head_end - 1] in _KIN
    if not (1 if kin else 2) <= stop - comma - 1 <= 5:
        return None
    if stop < end and not tags[stop] & (PUNCTUATION | QUOTE | Tag.PREPOSITION | Tag.RELATIVE):
        return None
    return Phrase(comma + 1, stop, stop)


def led_on(line: Line, phrase: Phrase, end: int) -> Phrase | None:
    """The phrase with the common nouns after its capitals, and the name that these lead to.

    "England" of "England skipper Ben Stokes", "the Leeds" of "the Leeds boss": for places where no verb
    can follow the phrase, as behind an inverted one.
    """
    tags, low = line.tags, line.low
    if not tags[phrase.end - 1] & CAPITAL and not is_genitive(line, phrase.end - 1):
        return None
    name = phrase.end
    limit = min(end, phrase.end + _MAX_NOUNS)
    while name < limit and (_is_plain(line, name) or (low[name] == "and" and name > phrase.end)):
        name += 1
    if name in (phrase.end, limit) or not _is_plain(line, name - 1):
        return None
    if tags[name] & CAPITAL and (not low[name - 1].endswith("s") or low[name - 1].endswith("ss")):
        found = right_phrase(line, name, end)
        return Phrase(phrase.start, found.head_end, found.end) if found is not None else None
    if tags[name] & PUNCTUATION and tags[phrase.start] & Tag.DETERMINER:
        return Phrase(phrase.start, name, name)
    return None


def _is_plain(line: Line, index: int) -> bool:
    """Whether the word may be a common noun, for all that its form and the lists of words tell."""
    tag, word = line.tags[index], line.low[index]
    if tag & (CAPITAL | PUNCTUATION | QUOTE | NUMBER) or word.endswith(("ed", "ing", "ly")):
        return False
    return word not in TAGS and not is_genitive(line, index)


def main_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the sentence that begins at `begin`, looked for up to token `end`."""
    tags, low = line.tags, line.low
    index = _after_dateline(line, begin, end)
    for _ in range(4):
        while index < end and _introduces(line, index):
            index += 1
        if index >= end:
            return None
        if not _fronted(line, index, end):
            break
        while index < end and low[index] != ",":
            index += 1
    if index >= end or tags[index] & QUOTE:
        return None
    phrase = right_phrase(line, index, end)
    if phrase is None:
        return None
    led = led_on(line, phrase, end)
    if led is not None and _is_predicated(line, led.end, end) and not _has_past(line, phrase.end, led.end):
        return led
    return appositive_name(line, phrase, end) or phrase


def _is_predicated(line: Line, index: int, end: int) -> bool:
    """Whether a finite verb stands there."""
    if index >= end or line.tags[index] & CAPITAL:
        return False
    finite = line.tags[index] & (Tag.AUX | Tag.FINITE) or line.low[index] in _UNMARKED_PASTS
    return bool(finite) or line.low[index].endswith("ed")


def _has_past(line: Line, start: int, end: int) -> bool:
    return not _UNMARKED_PASTS.isdisjoint(line.low[start:end])


def _after_dateline(line: Line, begin: int, end: int) -> int:
    """The token after "LONDON (Reuters) - ", else `begin`."""
    if begin < end and line.words[begin].isupper() and len(line.words[begin]) > 2:
        for index in range(begin + 1, min(end, begin + _MAX_DATELINE)):
            if line.low[index] in DASHES:
                return index + 1
    return begin


def _introduces(line: Line, index: int) -> bool:
    """Whether the token is a link or an adverb before the subject."""
    tag, word = line.tags[index], line.low[index]
    following = line.low[index + 1] if index + 1 < len(line.low) else ""
    if tag & (Tag.COORDINATOR | PUNCTUATION) or (word in _DEGREES and following.endswith("ly")):
        return True
    if tag & Tag.ADVERB and not tag & Tag.DETERMINER:
        return True
    if tag & Tag.TIME and not is_next_genitive(line, index):
        return True
    return word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS


def is_next_genitive(line: Line, index: int) -> bool:
    """Whether a possessive ending follows the token ("Sunday's talks")."""
    return index + 1 < len(line.low) and is_genitive(line, index + 1)


def _fronted(line: Line, index: int, end: int) -> bool:
    """Whether an adverbial phrase, which a comma ends, begins here."""
    tags, low = line.tags, line.low
    tag, word = tags[index], low[index]
    following = tags[index + 1] if index + 1 < end else PUNCTUATION
    if tag & (Tag.PREPOSITION | Tag.SUBORDINATOR) and not tag & Tag.DETERMINER:
        return True
    if tag & Tag.PREPOSITION or word in ("here", "there", "asked", "despite", "given", "according"):
        return True
    if tag & CAPITAL and following & CAPITAL:
        return False
    return word.endswith(("ing", "ed")) and len(word) > 4 and not following & Tag.AUX
