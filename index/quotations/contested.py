"""Who contests what was just reported: `Smith said the dam was safe, a claim the union denied.`"""

from __future__ import annotations

from index.quotations.claim_nouns import CLAIMS
from index.quotations.heads import is_plain
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.words import DASHES, Tag
from index.word_set import word_set

_CONTESTING = word_set(
    "deny denies denied dispute disputes disputed reject rejects rejected dismiss dismisses dismissed "
    "contest contests contested refute refutes refuted rebut rebuts rebutted"
)
_TOLD = CLAIMS | word_set("story tale version account narrative explanation description characterisation")
_MAX_ADJECTIVES = 2
_MAX_CLAUSE = 12


def contesting_verb(line: Line, comma: int, end: int) -> int | None:
    """The verb of the apposition that the comma or dash opens, if it tells that somebody contests what was said."""
    low, tags = line.low, line.tags
    if low[comma] != "," and low[comma] not in DASHES:
        return None
    noun = _claim(line, comma + 1, end)
    if noun is None:
        return None
    for index in range(noun + 1, min(end, noun + _MAX_CLAUSE)):
        if tags[index] & (PUNCTUATION | QUOTE):
            return None
        if low[index] in _CONTESTING and not tags[index] & CAPITAL:
            return index if _ends_there(line, index + 1, end) else None
    return None


def is_contesting(line: Line, verb: int, begin: int) -> bool:
    """Whether the verb only tells that its subject contests what was reported before it."""
    if line.low[verb] not in _CONTESTING:
        return False
    for index in range(verb - 1, max(begin, verb - _MAX_CLAUSE - _MAX_ADJECTIVES), -1):
        if line.tags[index] & PUNCTUATION:
            return contesting_verb(line, index, len(line)) == verb
    return False


def _claim(line: Line, first: int, end: int) -> int | None:
    """The noun of "a claim", "another baseless allegation" or "something" that begins there."""
    if first >= end or line.low[first] == "something":
        return first if first < end else None
    if line.low[first] not in ("a", "an", "another"):
        return None
    for index in range(first + 1, min(end, first + 2 + _MAX_ADJECTIVES)):
        if line.low[index] in _TOLD:
            return index
        if not is_plain(line, index):
            return None
    return None


def _ends_there(line: Line, index: int, end: int) -> bool:
    """Whether the verb has its object before it."""
    return index >= end or bool(
        line.tags[index] & (PUNCTUATION | Tag.PREPOSITION | Tag.TIME | Tag.COORDINATOR)
    )
