"""Claims of others that a verb denies: "dismissed suggestions that the dam was unsafe"."""

from __future__ import annotations

from dataclasses import replace

from index.quotations.claim_nouns import CLAIMS
from index.quotations.cue import Cue
from index.quotations.cue_words import CUES, Complement
from index.quotations.heads import is_plain
from index.quotations.person_nouns import names_person
from index.quotations.phrases import right_phrase
from index.quotations.tokens import CAPITAL, CUE, Line
from index.quotations.words import CROWDS, Tag
from index.word_set import word_set

_DENYING = word_set("deny dispute reject dismiss rebut")
_GRANTED = word_set(
    "bail entry access asylum permission parole visas funding benefits care treatment medication boarding food water "
    "requests appeals motions evidence admission credit coverage aid help shelter justice service passage refugees"
)
"""What is denied to somebody, or admitted by a court."""
_MAX_BEFORE = 4
_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE
_AFTER_VERBS = _DETERMINED | Tag.PREPOSITION | Tag.TIME | Tag.ADVERB


def as_denial(line: Line, cue: Cue, end: int) -> Cue:
    """The cue with the noun of the claim that it denies, so that only what was claimed is its content."""
    claim = None
    if CUES[line.low[cue.verb]][0] in _DENYING and not cue.inverted:
        claim = _claim(line, cue.end, end)
    if claim is None:
        return cue
    noun_end, content = claim
    return replace(cue, end=content, phrase_end=noun_end, complement=Complement.CLAUSE)


def is_charge(line: Line, cue: Cue, index: int) -> bool:
    """Whether the one word behind the cue is what somebody denies or owns up to ("denied cheating", "admits theft"),
    not what a court or the like keeps from somebody or lets in ("denied bail", "admitted women").
    """
    base = CUES[line.low[cue.verb]][0] if not cue.source else ""
    word = line.low[index]
    if base not in ("deny", "admit") or cue.inverted or index != cue.end:
        return False
    if word.endswith("ing") and not line.tags[index] & CAPITAL:
        return word not in _GRANTED
    if not is_plain(line, index) or word in _GRANTED or word in CROWDS:
        return False
    return not (names_person(word) or names_person(word.removesuffix("s")))


def _claim(line: Line, index: int, end: int) -> tuple[int, int] | None:
    """The end of the noun of "all claims by critics that ...", and its "that"."""
    noun = index
    limit = min(end - 1, index + _MAX_BEFORE)
    while noun < limit and line.low[noun] not in CLAIMS:
        if not line.tags[noun] & _DETERMINED and not is_plain(line, noun):
            return None
        noun += 1
    if noun >= limit:
        return None
    content = noun + 1
    if line.tags[content] & Tag.PREPOSITION:
        owner = right_phrase(line, content + 1, end)
        content = owner.end if owner is not None else content
    if content + 1 >= end or line.low[content] != "that":
        return None
    return (noun + 1, content) if _is_claimed(line, content + 1, end) else None


def _is_claimed(line: Line, first: int, end: int) -> bool:
    """Whether the words tell what is claimed, with a subject of their own.

    "Claims that were false", "claims that emerged last week" tell of the claims.
    """
    tag = line.tags[first]
    if tag & (_DETERMINED | Tag.PRONOUN | CAPITAL):
        return True
    if tag & (Tag.AUX | Tag.FINITE | CUE):
        return False
    if line.low[first].endswith("ed") and line.tags[first + 1] & _AFTER_VERBS:
        return False
    return any(
        line.tags[i] & (Tag.AUX | Tag.FINITE | CUE) or line.low[i].endswith(("ed", "s"))
        for i in range(first + 1, end)
    )
