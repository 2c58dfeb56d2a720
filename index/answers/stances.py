"""Verbs that tell how somebody stands to what they speak of.

"Who defended the mayor" asks for those who are reported so. What others say about the mayor may be an attack: it is
near at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answers.evidence import Evidence
from index.folding import fold, word_sequence
from index.questions import Question

_STEMS = ("accus", "blam", "condemn", "critici", "defend", "denounc", "prais")
_STANCE = re.compile(rf"\b(?:{'|'.join(_STEMS)})")
_OTHERWISE = 0.5
"""How much of its confidence is left to what is reported in another way."""


def asked_stance(question: Question) -> str | None:
    """How the verb begins by which a question asks for a stance; None where it asks what was said."""
    words = word_sequence(question.text).replace(word_sequence(question.topic), " ")
    found = _STANCE.search(words)
    return found and found[0]


def tells_stance(cue: str) -> bool:
    """Whether the words that report a statement tell a stance."""
    return _STANCE.search(fold(cue)) is not None


def standing_so(evidence: Sequence[Evidence], stance: str) -> list[Evidence]:
    """The evidence, surest first: of speakers of whom none of it is reported by the verb that begins so, it is less
    sure, and no more than near.
    """
    verb = re.compile(rf"\b{stance}")
    speakers = {item.speaker_key for item in evidence if verb.search(fold(item.statement.cue or ""))}
    weighed = [
        item
        if item.speaker_key in speakers
        else replace(item, confidence=_OTHERWISE * item.confidence, verbatim=False, close=True)
        for item in evidence
    ]
    return sorted(weighed, key=lambda item: (-item.confidence, item.statement.number))
