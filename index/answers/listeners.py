"""What was said to somebody: "what did the judge tell Pell"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answers.evidence import Evidence
from index.folding import word_sequence
from index.storage.stored import StoredStatement

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_NEAR = 60
"""Within so many characters behind the verb a listener stands."""


def said_to(listener: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence whose article names the listener behind the verb that reports it ("told Pell")."""
    called = word_sequence(_ARTICLE.sub("", listener, count=1))
    return [item for item in evidence if _is_said_to(called, item.statement)]


def _is_said_to(called: str, statement: StoredStatement) -> bool:
    if not statement.cue:
        return False
    start = statement.start - statement.around_start
    end = statement.end - statement.around_start
    for verb in re.finditer(re.escape(statement.cue), statement.around):
        last = verb.end() + _NEAR if verb.start() >= end else min(start, verb.end() + _NEAR)
        if called in word_sequence(statement.around[verb.end() : last]):
            return True
    return False
