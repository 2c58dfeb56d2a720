"""What stands before "X said": a clause, which is reported, or words that only lead up to it."""

from __future__ import annotations

from index.quotations.cue import Cue
from index.quotations.cue_words import CUES, Complement
from index.quotations.phrases import left_phrase
from index.quotations.roles_in_front import tells_role
from index.quotations.time_phrases import is_time_phrase, opens_time_phrase
from index.quotations.tokens import CAPITAL, CUE, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag, is_in_ly
from index.word_set import word_set

_ASKED = word_set("asked questioned pressed quizzed challenged prompted")
_LINKS = word_set("perhaps maybe still now after all so today")
_LEADING_ON = word_set("because and but or while although though whereas as if when since which who")
_PASTS = word_set(
    "beat became bit blew burst crept dealt drank fed fled found froze grew hid hung hurt lay lent lit lost meant rang "
    "rose sank sang sent set shot shut slid sold sought sped split spread sprang stole stuck swam swept swung "
    "undertook went withdrew wept withheld overtook overthrew"
)
"""Past forms of irregular verbs that the lists of words have not, for the most part."""
_FEWEST = 5
_LEADING = Tag.COORDINATOR | Tag.ADVERB


def has_verb(line: Line, start: int, stop: int) -> bool:
    """Whether the tokens look like a clause, not like an introductory phrase."""
    tags, low = line.tags, line.low
    if stop - start < 3 or _tells_question(line, start):
        return False
    if is_time_phrase(line, start, stop) or _names_speaker(line, start, stop):
        return False
    if _is_fronted(line, start) and low[start] not in ("that", "what") and "," not in low[start:stop]:
        return any(tags[i] & Tag.PRONOUN for i in range(start + 2, stop))
    return any(
        tags[i] & (Tag.AUX | Tag.FINITE | CUE | QUOTE) or low[i].endswith(("ed", "s"))
        for i in range(start, stop)
    )


def holds_clause(line: Line, start: int, stop: int) -> bool:
    """Whether a clause stands behind the phrase that opens the words ("At least 30 people died"): where "X said"
    closes the sentence, it is reported.
    """
    if stop - start < _FEWEST or _tells_question(line, start) or "," in line.low[start : start + _FEWEST]:
        return False
    return any(
        line.tags[i] & (Tag.AUX | Tag.FINITE | Tag.PRONOUN)
        or line.low[i].endswith("ed")
        or (line.low[i] in _PASTS and not line.tags[i] & CAPITAL)
        for i in range(start + 2, stop)
    )


def is_introduction(line: Line, start: int, stop: int) -> bool:
    """Whether such a phrase usually leads up to its sentence ("Speaking after the vote, ...")."""
    return _is_fronted(line, start) or opens_time_phrase(line, start, stop)


def leads_on(line: Line, stop: int) -> bool:
    """Whether the tokens before `stop` end with a link, so that only the rest is reported ("because, she said,")."""
    last = stop - 2 if line.low[stop - 1] == "," else stop - 1
    return last > 0 and line.low[last] in _LEADING_ON and not line.tags[last - 1] & Tag.PREPOSITION


def interrupts(line: Line, cue: Cue, end: int) -> bool:
    """Whether `, X said,` stands inside the clause that it reports."""
    index = cue.end + 1
    if not cue.complement & Complement.CLAUSE or cue.inverted or cue.source or index >= end:
        return False
    if line.low[cue.anchor - 1] != "," or line.low[cue.end] != ",":
        return False
    tag, word = line.tags[index], line.low[index]
    if tag & (CUE | QUOTE | PUNCTUATION) or word.endswith("ing") or word in ("which", "who", "according"):
        return False
    nearest = range(index, min(end, index + 3))
    return not any(line.tags[i] & CUE and CUES[line.low[i]][2] != Complement.QUOTE for i in nearest)


def is_link(line: Line, start: int, stop: int) -> bool:
    """Whether the tokens are a mere link ("perhaps", "but")."""
    return all(
        line.tags[i] & (Tag.ADVERB | Tag.COORDINATOR | PUNCTUATION) or line.low[i] in _LINKS
        for i in range(start, stop)
    )


def _is_fronted(line: Line, start: int) -> bool:
    tag, word = line.tags[start], line.low[start]
    if tag & (Tag.PREPOSITION | Tag.SUBORDINATOR) and not tag & Tag.DETERMINER:
        return True
    return word.endswith(("ing", "ed")) and len(word) > 4 and word != "united"


def _tells_question(line: Line, start: int) -> bool:
    """Whether the words tell what somebody was asked before answering ("Asked if he felt old, ...")."""
    asked = start + 1 if line.low[start] in ("when", "if", "also") else start
    opener = line.tags[asked + 1]
    return line.low[asked] in _ASKED and bool(opener & (Tag.SUBORDINATOR | Tag.PREPOSITION | Tag.RELATIVE))


def _names_speaker(line: Line, start: int, stop: int) -> bool:
    """Whether the words only tell who it is that is named behind them ("The company's director, Jane Doe said")."""
    while start < stop and (line.tags[start] & _LEADING or is_in_ly(line.low[start])):
        start += 1
    role = left_phrase(line, stop, start)
    return role is not None and (role.start, role.end) == (start, stop) and tells_role(line, role)
