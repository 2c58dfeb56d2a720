"""What is reported by the very verb that a list is asked for by: "what did Grant promise"."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.evidence import Evidence
from index.answers.polarity import is_denied
from index.answers.stances import asked_stance
from index.folding import fold, word_sequence
from index.questions import Question
from index.questions.intent import Intent
from index.questions.verbs import base_form
from index.storage.stored import StoredStatement

_TELLING = frozenset(
    "accuse admit blame boast brag concede condemn criticise criticize defend demand denounce deny "
    "dismiss joke lament mock pledge praise predict promise propose recommend reject ridicule slam swear threaten urge "
    "vow warn".split()
)
"""Verbs that tell more than that something was said."""


def lists_by_verb(question: Question) -> bool:
    """Whether everything is asked for that somebody said in the way that the question's verb tells."""
    return question.intent is Intent.WHAT_SAID and not question.topic and question.verb in _TELLING


def reported_by(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that is reported by the question's verb, or by one of the same stance."""
    return [item for item in evidence if is_reported_by(question, item.statement)]


def is_reported_by(question: Question, statement: StoredStatement) -> bool:
    """Whether the statement is reported by the question's verb, or by one of the same stance."""
    cue = statement.cue or ""
    if any(_spelled(base_form(word)) == _spelled(question.verb) for word in word_sequence(cue).split()):
        return True
    if question.verb == "deny":
        return is_denied(statement)
    stance = asked_stance(question)
    return stance is not None and stance.search(fold(cue)) is not None


def _spelled(verb: str | None) -> str:
    return (verb or "").replace("ize", "ise")
