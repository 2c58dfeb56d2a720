"""Questions for words that no index has, as "to be or not to be": they are sought as an exact phrase."""

from __future__ import annotations

from dataclasses import replace

from index.folding import word_sequence
from index.questions import Question
from index.questions.intent import Intent
from index.search.tokens import terms

_ASKS_FOR_WORDS = (Intent.WHO_SAID, Intent.DID_SAY)
_FEWEST_STOP_WORDS = 3
"""So many stop words in a row can be what somebody said ("we are not"); fewer mostly stand for it ("it")."""


def word_for_word(question: Question) -> Question:
    """The question; stop words alone that somebody is asked to have said are sought as an exact phrase."""
    exactly = question.filters.phrases or question.intent not in _ASKS_FOR_WORDS or terms(question.topic)
    if exactly or len(word_sequence(question.topic).split()) < _FEWEST_STOP_WORDS:
        return question
    return replace(question, filters=replace(question.filters, phrases=(question.topic,)))
