"""Whether words where a speaker is looked for can name one."""

from __future__ import annotations

from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import Tag
from index.word_set import word_set

_NOBODY = word_set(
    "her his its their this these those that the such there here more together owns long alone both"
)
_KINDRED = ("wounded", "injured", "retired", "united", "unidentified", "unnamed", "leading")


def is_plausible(line: Line, phrase: Phrase) -> bool:
    """Whether the words can name a speaker; a rest of a clause that was misread cannot."""
    word = line.low[phrase.start]
    if phrase.end - phrase.start == 1 and (word in _NOBODY or line.tags[phrase.start] & Tag.PREPOSITION):
        return False
    tag = line.tags[phrase.start]
    if word == "whose" or (tag & (Tag.AUX | Tag.SUBORDINATOR) and word != "that"):
        return False
    return bool(tag & CAPITAL) or not word.endswith(("ed", "ing")) or word in _KINDRED
