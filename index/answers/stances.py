"""Verbs that tell how somebody stands to what they speak of.

"Who defended the mayor" asks for those who are reported so. What others say about the mayor may be an attack: it is
near at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answers.evidence import Evidence
from index.folding import fold
from index.questions import Question
from index.quotations.stance_verbs import STANCES

_OTHERWISE = 0.5
"""How much of its confidence is left to what is reported in another way."""


def asked_stance(question: Question) -> re.Pattern[str] | None:
    """What finds the verbs of the stance that a question asks for; None where it asks what was said."""
    return next((stance for stance in STANCES if stance.match(question.verb or "")), None)


def standing_so(evidence: Sequence[Evidence], stance: re.Pattern[str]) -> list[Evidence]:
    """The evidence, surest first: of speakers of whom none of it is reported by a verb of the stance, it is less
    sure, and no more than near.
    """
    speakers = {item.speaker_key for item in evidence if stance.search(fold(item.statement.cue or ""))}
    weighed = [item if item.speaker_key in speakers else reported_otherwise(item) for item in evidence]
    return sorted(weighed, key=lambda item: (-item.confidence, item.statement.number))


def reported_otherwise(item: Evidence) -> Evidence:
    """The evidence, less sure and no more than near: it is not reported in the way that is asked for."""
    return replace(item, confidence=_OTHERWISE * item.confidence, verbatim=False, close=True)
