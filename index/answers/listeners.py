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
_CREDIT = 100
"""Within so many characters behind the statement the verb stands that reports it."""


def said_to(listener: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence whose article names the listener behind the verb that reports it ("told Pell")."""
    called = word_sequence(_ARTICLE.sub("", listener, count=1))
    if not called.strip():
        return []
    return [item for item in evidence if called in word_sequence(_behind_verb(item.statement))]


def _behind_verb(statement: StoredStatement) -> str:
    """What stands between the verb and the statement, or near behind the verb that follows the statement."""
    around, start = statement.around, statement.start - statement.around_start
    if (place := statement.cue_before) is not None:
        return around[place[1] : min(start, place[1] + _NEAR)]
    end = statement.end - statement.around_start
    verb = re.compile(rf"\b{re.escape(statement.cue or '')}\b").search(around, end, end + _CREDIT)
    return around[verb.end() : verb.end() + _NEAR] if verb is not None else ""
