"""Clauses that tell of what somebody might say, or of nobody who said it: "if the mayor says that ..."."""

from __future__ import annotations

from index.quotations.claim_nouns import CLAIMS
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import Tag
from index.word_set import word_set

_SUPPOSING = word_set("if unless whether suppose supposing imagine lest")
_NEITHER = word_set("neither nor")
_NOT_FEWER = word_set("fewer less other doubt wonder .")
_NEGATING = word_set("no nor not never neither nowhere")
_TURNED = word_set("only until before since but")
_UNTRUE = word_set("false untrue incorrect nonsense")
_TRUE = word_set("true correct certain clear")
_NEAR = 4


def is_supposed(line: Line, subject: Phrase, begin: int) -> bool:
    """Whether the clause of this subject, in the sentence from `begin` on, tells of nothing that was said.

    So behind "if", "unless", "whether" and "nor", in a question, with "no minister" and "neither ... nor" for its
    subject, and behind "it is not true that".
    """
    low, first = line.low, subject.start
    if low[first] in _SUPPOSING:
        return True
    if low[first] == "neither" or _is_nobody(line, first):
        return True
    if first == begin:
        return False
    before = low[first - 1]
    if before in _SUPPOSING or before in _NEITHER:
        return True
    if before == "that":
        return _is_untrue(line, first - 1, begin)
    return bool(line.tags[first - 1] & Tag.AUX) and _is_turned(line, first - 1, begin)


def is_hearsay(line: Line, subject: Phrase) -> bool:
    """Whether the clause of this subject is what a rumour or the like tells: "reports that Smith said ..."."""
    that = subject.start - 1
    return that > 0 and line.low[that] == "that" and line.low[that - 1] in CLAIMS


def _is_nobody(line: Line, index: int) -> bool:
    """Whether "nobody", "no minister" or "none of them" begins there, but not a name ("None of Your Business")."""
    if line.low[index] == "nobody":
        return True
    if line.low[index] not in ("no", "none"):
        return False
    following = index + 2 if line.low[index + 1] == "of" else index + 1
    if line.low[following] in _NOT_FEWER:
        return False
    return not line.tags[following] & CAPITAL or names_person(line.low[following])


def _is_untrue(line: Line, that: int, begin: int) -> bool:
    """Whether "it is false" or "it is not true" stands before the "that"."""
    if that <= begin:
        return False
    called = line.low[that - 1]
    return called in _UNTRUE or (called in _TRUE and _is_negated(line, max(begin, that - _NEAR), that - 1))


def _is_turned(line: Line, auxiliary: int, begin: int) -> bool:
    """Whether the auxiliary before its subject asks ("did Smith say"), supposes ("had Smith said") or negates
    ("nor did Smith say"), and does not stress ("only then did Smith say") or take for granted ("why did Smith say").
    """
    return auxiliary == begin or _is_negated(line, max(begin, auxiliary - _NEAR), auxiliary)


def _is_negated(line: Line, start: int, end: int) -> bool:
    words = line.low[start:end]
    negated = any(word in _NEGATING or word.endswith(("n't", "n’t")) for word in words)
    return negated and not _TURNED.intersection(words)
