"""Statements found for a question, with how sure each one is."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.answers.claims import claims_of
from index.answers.confidence import STATEMENT, VERBATIM, Calibration
from index.answers.joining import Occasion, Reports
from index.answers.polarity import is_opposite
from index.folding import word_sequence
from index.search.candidates import Candidate
from index.search.tokens import occurrences
from index.storage.stored import StoredStatement

_WEAKER = 5.0
"""How much weaker than the best a statement may be, in log odds."""

ALL_COVERED = 0.999
"""A coverage from here on is 1 but for rounding: every word of the question stands in the unit."""

_OPPOSITE = 0.75
"""At most so sure is what says the opposite of what is asked for: "perhaps", and still shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement that may answer: `confidence` 0..1, `verbatim` when the question's words stand in
    it in a row, `close` when it answers by its meaning, and lacks some of them
    or has them in the opposite sense.
    """

    statement: StoredStatement
    confidence: float
    verbatim: bool
    close: bool

    @property
    def log_odds(self) -> float:
        """The confidence on a scale where equal steps mean equal evidence."""
        bounded = min(max(self.confidence, 1e-6), 1 - 1e-6)
        return math.log(bounded / (1 - bounded))

    @property
    def speaker_key(self) -> tuple[object, ...]:
        """Equal for statements of one speaker; without a person, speakers are never pooled across articles."""
        if self.statement.person is not None:
            return ("person", self.statement.person)
        return ("article", self.statement.article, self.statement.speaker)


def weigh(
    candidate: Candidate,
    coverage: float,
    statement: StoredStatement,
    topic: str,
    rarity: Mapping[str, float],
    calibration: Calibration,
) -> Evidence:
    """How sure it is that the statement, with this share of the topic covered, answers a question about it;
    `rarity` has the topic's terms.
    """
    holds_all = candidate.coverage > ALL_COVERED
    confidence = calibration.confidence(candidate.cosine or 0.0, coverage)
    if (
        calibration is STATEMENT
        and holds_all
        and is_opposite(topic, rarity, statement.text, statement.cue or "")
    ):
        return Evidence(statement, min(confidence, _OPPOSITE), verbatim=False, close=True)
    verbatim = holds_all and word_sequence(topic) in word_sequence(statement.text)
    if verbatim:
        confidence = max(confidence, VERBATIM + (1 - VERBATIM) * confidence)
    return Evidence(statement, confidence, verbatim, close=not holds_all)


def covered(rarity: Mapping[str, float], text: str) -> float:
    """The share of the question's words that stand in `text`, weighted by their rarity, 0..1."""
    held = {term for term, _, _ in occurrences(rarity, text)}
    total = sum(rarity.values())
    return sum(weight for word, weight in rarity.items() if word in held) / total if total else 0.0


def comparable(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that is not far weaker than the best: a vague likeness is no answer beside the words themselves."""
    least = max((item.log_odds for item in evidence), default=0.0) - _WEAKER
    return [item for item in evidence if item.log_odds >= least]


def reports(statements: Sequence[StoredStatement]) -> Reports:
    """Statements in the same words as their articles' reports of them."""
    return Reports(
        claims_of(statements[0].text),
        tuple(Occasion(one.article, _day(one.published), one.places) for one in statements),
    )


def _day(published: str | None) -> int | None:
    return None if published is None else datetime.date.fromisoformat(published).toordinal()
