"""Statements that are taken back: denied where they stand, or the opposite of what is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.folding import fold
from index.search.tokens import occurrences
from index.storage.stored import StoredStatement

_DENIAL = r"den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)"
_TAKEN_BACK = re.compile(rf"\b(?:not|never|cannot|{_DENIAL})\b|n't\b")
_ASKED = re.compile(rf"\b(?:{_DENIAL}|reject(?:s|ed|ing)?)\b")
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|none|cannot|neither|nor|false|untrue)\b|n't\b")
_OPEN = re.compile(r"\W*(?:whether|if)\b")
_NO_SPEAKER = re.compile(r"\b(?:nobody|no one|none|neither)\b")
_AUXILIARY = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must)\b"
)


def is_denied(statement: StoredStatement) -> bool:
    """Whether the article reports it as denied, or as not said: "denied that ...", "did not say that ...",
    "nobody said ...".
    """
    if _NO_SPEAKER.search(fold(statement.speaker or "")):
        return True
    return _TAKEN_BACK.search(fold(statement.cue or "")) is not None


def asks_for_denials(question: str) -> bool:
    """Whether a question is about what somebody denied."""
    return _ASKED.search(fold(question)) is not None


def shown_span(statement: StoredStatement) -> tuple[int, int]:
    """Where what is quoted starts and ends in the article: of a denied statement with the words that deny it."""
    if not is_denied(statement) or statement.cue is None:
        return statement.start, statement.end
    first, last = statement.start - statement.around_start, statement.end - statement.around_start
    if (before := statement.around.rfind(statement.cue, 0, first)) >= 0:
        return statement.around_start + before, statement.end
    if (behind := statement.around.find(statement.cue, last)) >= 0:
        return statement.start, statement.around_start + behind + len(statement.cue)
    return statement.start, statement.end


def is_opposite(topic: str, rarity: Mapping[str, float], text: str) -> bool:
    """Whether a text that holds the words of a clause has a "not" among them that the clause lacks, or lacks
    the clause's: "water is a commodity" and "Water is not a commodity"; or leaves open what the clause says:
    "whether water is a commodity". `rarity` has the clause's terms.

    A topic without an auxiliary or a "not" is no clause: its words may stand in any sense.
    """
    clause = fold(topic)
    negated = len(_NOT.findall(clause))
    places = occurrences(rarity, clause)
    if not places or not (negated or _AUXILIARY.search(clause)):
        return False
    if _OPEN.match(fold(text)) and not _OPEN.match(clause):
        return True
    led = len(clause[: places[0][1]].split())  # words of the clause before the first that counts
    start, end = _shortest(occurrences(rarity, text), set(rarity))
    opening = text[:start].split()
    window = fold(
        " ".join([*opening[max(len(opening) - led, 0) :], text[start:end]] if led else [text[start:end]])
    )
    return len(_NOT.findall(window)) % 2 != negated % 2


def _shortest(places: list[tuple[str, int, int]], terms: set[str]) -> tuple[int, int]:
    """The shortest stretch of a text that holds as many of the terms as it holds at all."""
    sought = {term for term, _, _ in places} & terms
    best = (0, 0)
    for first, (_, start, _) in enumerate(places):
        missing = set(sought)
        for term, _, end in places[first:]:
            missing.discard(term)
            if not missing:
                if best == (0, 0) or end - start < best[1] - best[0]:
                    best = (start, end)
                break
    return best
