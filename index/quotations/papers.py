"""What papers, signs and other things can be said to say."""

from __future__ import annotations

from index.quotations.cue_words import Complement
from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import DOCUMENT_NOUNS, GROUP_NOUNS, INANIMATE_NOUNS, WORDED_NOUNS
from index.word_set import word_set

_PAPERS = word_set(
    "report reports study studies poll polls survey surveys editorial article story book document"
)
_ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism")


def may_state(line: Line, noun: Phrase, complement: int) -> bool:
    """Whether a participle after the noun reports: "a banner saying", but not "a law condemning"."""
    last = noun.head_end - 1
    head = line.low[last]
    named = line.tags[last] & CAPITAL and last not in line.openings
    if named or head in DOCUMENT_NOUNS or head.rstrip("s") in GROUP_NOUNS:
        return head not in _PAPERS or bool(complement & Complement.CLAUSE)
    if head in WORDED_NOUNS:
        return bool(complement & Complement.CLAUSE)
    return head not in INANIMATE_NOUNS and not head.rstrip("s").endswith(_ABSTRACT_ENDINGS)
