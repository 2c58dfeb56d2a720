"""Statements found for a question, with how sure each one is."""

from __future__ import annotations

from dataclasses import dataclass

from index.answers.confidence import VERBATIM, Calibration
from index.answers.joining import Report
from index.answers.occasion import places
from index.folding import word_sequence
from index.search.candidates import Candidate
from index.search.tokens import terms
from index.storage.reader import StoredArticle, StoredStatement


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement that may answer: `confidence` 0..1, `verbatim` when the question's words stand in
    it in a row, `close` when it answers by its meaning and lacks some of them.
    """

    statement: StoredStatement
    stored: StoredArticle
    confidence: float
    verbatim: bool
    close: bool

    @property
    def text(self) -> str:
        """The verbatim text of the statement."""
        return self.stored.article.text[self.statement.start : self.statement.end]

    @property
    def speaker_key(self) -> tuple[object, ...]:
        """Equal for statements of one speaker; without a person, speakers are never pooled across articles."""
        if self.statement.person is not None:
            return ("person", self.statement.person)
        return ("article", self.statement.article, self.statement.speaker)


def weigh(
    candidate: Candidate,
    statement: StoredStatement,
    stored: StoredArticle,
    topic: str,
    calibration: Calibration,
) -> Evidence:
    """How sure it is that the statement answers a question about `topic`."""
    text = stored.article.text[statement.start : statement.end]
    verbatim = bool(topic) and word_sequence(topic) in word_sequence(text)
    confidence = calibration.confidence(candidate.cosine or 0.0, candidate.coverage)
    if verbatim:
        confidence = max(confidence, VERBATIM + (1 - VERBATIM) * confidence)
    return Evidence(statement, stored, confidence, verbatim, candidate.coverage < 0.999 and not verbatim)


def report(evidence: Evidence) -> Report:
    """The evidence as one article's report of a statement."""
    words = frozenset(terms(evidence.text))
    return Report(words, evidence.stored.article.published, places(evidence.stored.article.text))

