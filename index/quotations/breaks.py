"""Where a reported clause breaks off, because the reporter speaks again: "said it was bad but would not say why"."""

from __future__ import annotations

from index.quotations.claim_nouns import CLAIMS
from index.quotations.cue import Cue
from index.quotations.cue_words import Complement
from index.quotations.heads import is_plain
from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import DASHES, Tag, is_in_ly
from index.word_set import word_set

_LINKS = word_set("but and though although")
_AUXILIARIES = word_set("would did could")
_PRESENT = word_set("will does do can won't won’t can't can’t doesn't doesn’t don't don’t")
_REFUSING = word_set("declined declines refused refuses")
_GIVING = word_set("gave gives offered offers provided provides")
_SAYING = word_set("say comment elaborate specify explain disclose reveal")
_TELLING = _SAYING | word_set("give name identify provide confirm offer discuss answer")
_TERMED = CLAIMS | {"word", "term", "description", "label", "remark", "accusation", "comparison"}
_ONE = ("a", "an", "another")
_MAX_ADJECTIVES = 2


def is_refusal(line: Line, link: int, end: int) -> bool:
    """Whether "but would not say", "and declined to comment" or "but gave no details" stands at the link."""
    low = line.low
    if low[link] not in _LINKS:
        return False
    index = link + 1
    while index < end and (
        is_in_ly(low[index]) or line.tags[index] & Tag.ADVERB or low[index] in ("he", "she")
    ):
        index += 1
    verb = index + 1
    if verb >= end:
        return False
    word = low[index]
    if word in _GIVING:
        return low[verb] == "no"
    if not word.endswith(("n't", "n’t")):
        refuses = word in _REFUSING and low[verb] == "to"
        if not refuses and not (low[verb] == "not" and (word in _AUXILIARIES or word in _PRESENT)):
            return False
        verb += 1
    return verb < end and low[verb] in (_SAYING if word in _PRESENT else _TELLING)


def behind_claim(line: Line, subject: Phrase) -> Phrase:
    """The subject without the noun of an apposition before it ("a claim | the mayor")."""
    if line.low[subject.start] not in _ONE:
        return subject
    for noun in range(subject.start + 1, min(subject.start + 2 + _MAX_ADJECTIVES, subject.end - 1)):
        named = line.tags[noun + 1] & (Tag.DETERMINER | Tag.POSSESSIVE | CAPITAL)
        if line.low[noun] in _TERMED and named:
            return Phrase(noun + 1, max(subject.head_end, noun + 2), subject.end)
    return subject


def apposition_before(line: Line, cue: Cue, start: int) -> int | None:
    """The comma before "a charge" in "..., a charge she called “absurd”", behind `start`: who called it so is the
    subject of `cue`.
    """
    if not cue.complement & Complement.OBJECT or cue.inherits or cue.inverted:
        return None
    noun = cue.anchor - 1
    if line.low[noun] == "that":
        noun -= 1
    if noun <= start or not (line.low[noun] in _TERMED or line.low[noun] == "something"):
        return None
    first = noun
    if line.low[noun] != "something":
        first = noun - 1
        while first > start and first >= noun - _MAX_ADJECTIVES and is_plain(line, first):
            first -= 1
        if line.low[first] not in _ONE:
            return None
    comma = first - 1
    return comma if comma > start and (line.low[comma] == "," or line.low[comma] in DASHES) else None
