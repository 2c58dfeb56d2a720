"""Whether a word that may report speech is a verb where it stands, and how far its group reaches."""

from __future__ import annotations

from index.quotations.cue_words import Form
from index.quotations.heads import is_plain
from index.quotations.phrases import Phrase, is_genitive
from index.quotations.tokens import CAPITAL, CUE, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag, is_in_ly
from index.word_set import word_set

BE = word_set(
    "is was are were been be being am 's ’s 're ’re 'm ’m wasn't weren't isn't aren't wasn’t weren’t "
    "isn’t aren’t"
)
_MAX_ADJECTIVES = 3
_OTHERS = word_set("another both")
_OPENING = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.OBJECT_PRONOUN | Tag.SUBORDINATOR
_COUNTS = word_set("one two three four five six all many several few most some")


def is_modified(line: Line, verb: int, form: int) -> bool:
    """Whether an article or the like stands before the word, so that it is a noun or an adjective."""
    before = line.tags[verb - 1]
    if line.low[verb - 1] in _OTHERS and _is_active(line, verb):
        return False
    if before & (Tag.DETERMINER | Tag.POSSESSIVE) and line.low[verb - 1] not in _COUNTS:
        return True
    return is_genitive(line, verb - 1) and not form & Form.ING


def _is_active(line: Line, verb: int) -> bool:
    """Whether the past form behind "another" or "both" has none of them for its noun ("another alleged victim")."""
    if line.low[verb] in ("said", "told", "added", "says", "tells"):
        return True
    if not line.low[verb].endswith("ed") or verb + 1 >= len(line):
        return False
    return bool(line.tags[verb + 1] & (_OPENING | QUOTE))


def group_start(line: Line, verb: int, begin: int) -> int:
    """Where the auxiliaries and adverbs before the verb begin."""
    start = verb
    tags, low = line.tags, line.low
    while start > begin and not tags[start - 1] & (PUNCTUATION | QUOTE | CAPITAL):
        tag, word = tags[start - 1], low[start - 1]
        if (
            tag & Tag.AUX
            or _is_floating(line, start - 1, begin)
            or is_in_ly(word)
            or (tag & Tag.ADVERB and not tag & Tag.TIME)
        ):
            start -= 1
        else:
            break
    return start


def _is_floating(line: Line, index: int, begin: int) -> bool:
    """Whether the word is the "both" of "Roth and Hale both said", and not the subject."""
    if line.low[index] != "both" or index - 1 <= begin:
        return False
    before = line.tags[index - 1]
    if before & Tag.AUX:
        return True
    return bool(before & CAPITAL) or is_plain(line, index - 1)


def is_verb(line: Line, verb: int, start: int, begin: int, end: int, form: int) -> bool:
    """Whether a word that may be a noun is a verb here."""
    if form & (Form.PAST | Form.ING) and not form & Form.BASE:
        return True
    tags, low = line.tags, line.low
    if start < verb or verb == begin or low[verb - 1] == "to" or tags[verb - 1] & Tag.PRONOUN:
        return True
    following = verb + 1
    if form & Form.THIRD and not form & Form.BASE and _is_object(line, verb, begin):
        return False
    if low[verb] in ("state", "states"):
        return following < end and bool(tags[following] & QUOTE or low[following] == ":")
    if following + 1 < end and low[following] == "," and tags[following + 1] & QUOTE:
        return True
    if form & Form.PAST and following < end and low[following] == ":":
        return True
    if form & Form.THIRD and _closes_clause(line, verb, begin, end):
        return True
    if (
        following >= end
        or tags[following] & (PUNCTUATION | Tag.PREPOSITION | Tag.TIME)
        or tags[verb - 1] & QUOTE
    ):
        return any(tags[i] & QUOTE for i in range(max(begin, verb - 4), verb))
    if low[following] in ("that", "how", ":") or tags[following] & (QUOTE | Tag.PRONOUN):
        return True
    if not tags[verb - 1] & CAPITAL:
        return False
    if form & Form.THIRD and tags[following] & (Tag.DETERMINER | CAPITAL | Tag.POSSESSIVE):
        return True
    return low[following] in ("for", "on") and low[verb] in ("call", "calls")


def _closes_clause(line: Line, verb: int, begin: int, end: int) -> bool:
    """Whether only a name stands between commas before the word: "the plan, Smith notes, is dead"."""
    following = verb + 1
    if following < end and line.low[following] not in (",", "."):
        return False
    if following + 1 < end and line.tags[following + 1] & Tag.COORDINATOR:
        return False  # "bonds, Treasury notes, and shares"
    name = verb
    while name > begin and line.tags[name - 1] & CAPITAL:
        name -= 1
    return begin < name < verb and line.low[name - 1] == ","


def _is_object(line: Line, verb: int, begin: int) -> bool:
    """Whether the word is a plural that another verb or a preposition governs ("rejected new claims that ...")."""
    tags, low = line.tags, line.low
    index = verb - 1
    while index > begin and is_plain(line, index):
        index -= 1
    tag, word = tags[index], low[index]
    if index < verb - _MAX_ADJECTIVES - 1:
        return False
    if tag & Tag.PRONOUN:
        return index < verb - 1  # "she faces claims that ..."
    if tag & CAPITAL and index > begin:
        return False
    before = tags[index - 1] if index > begin else PUNCTUATION
    if tag & Tag.PREPOSITION:
        return bool(before & PUNCTUATION)  # "Despite official claims that ..."
    if not (tag & (Tag.FINITE | CUE) or word.endswith(("ed", "ing"))):
        return False
    # "The accused claims that ..." and "a man who was hurt claims that ..." have their subject.
    modifies = before & (Tag.DETERMINER | Tag.POSSESSIVE) or (index > begin and is_genitive(line, index - 1))
    passive = index > begin and word.endswith("ed") and low[index - 1] in BE
    return not modifies and not passive


def disagrees(line: Line, subject: Phrase) -> bool:
    """Whether a base form cannot agree with the subject ("he say")."""
    return subject.end - subject.start == 1 and line.low[subject.start] in ("he", "she", "it")
