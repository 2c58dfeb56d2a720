"""What papers, signs and other things can be said to say."""

from __future__ import annotations

from index.quotations.cue_words import Complement
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import CROWDS, DOCUMENT_NOUNS, GROUP_NOUNS, INANIMATE_NOUNS, WORDED_NOUNS
from index.word_set import word_set

_PAPERS = word_set(
    "report reports study studies poll polls survey surveys editorial article story book document"
)
_RECORDINGS = word_set(
    "clip clips video videos footage recording recordings audio tape tapes montage film films"
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


def recorded(line: Line, noun: Phrase) -> Phrase | None:
    """Who is seen or heard in "a clip of Smith saying"."""
    if line.low[noun.head_end - 1] not in _RECORDINGS or line.low[noun.head_end] != "of":
        return None
    seen = right_phrase(line, noun.head_end + 1, noun.end)
    if seen is None:
        return None
    head = seen.head_end - 1
    person = line.tags[head] & CAPITAL or names_person(line.low[head].removesuffix("s"))
    return seen if person or line.low[head] in CROWDS else None
