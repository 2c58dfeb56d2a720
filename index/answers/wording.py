"""How the wording of a quotation differs from the one an article carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from index.folding import fold

_WORD = re.compile(r"\S+")
MOST_WORDS = 300
"""Words of either side that are compared; what follows is left out of the comparison."""


class Change(StrEnum):
    """What became of a piece on the way from the article to the quotation."""

    SAME = "same"
    LEFT_OUT = "left out"
    PUT_IN = "put in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: of the article where it is the same or left out, of the quotation where put in."""

    text: str
    change: Change


def wording(quotation: str, source: str) -> tuple[Piece, ...]:
    """The article's words and those of the quotation, in one sequence.

    Case, accents and punctuation do not make a difference. What the article says before the first
    and after the last common word is not part of the quotation and is left away.
    """
    typed, carried = _words(quotation), _words(source)
    matcher = SequenceMatcher(None, [_key(word) for word in carried], [_key(word) for word in typed], False)
    common = [block for block in matcher.get_matching_blocks() if block.size]
    if not common:
        return (Piece(" ".join(typed), Change.PUT_IN),)
    first, last = common[0].a, common[-1].a + common[-1].size
    pieces: list[Piece] = []
    for _, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        ours, theirs = carried[max(a_start, first) : min(a_end, last)], typed[b_start:b_end]
        same = [_key(word) for word in ours] == [_key(word) for word in theirs]
        if ours:
            pieces.append(Piece(" ".join(ours), Change.SAME if same else Change.LEFT_OUT))
        if theirs and not same:
            pieces.append(Piece(" ".join(theirs), Change.PUT_IN))
    return tuple(pieces)


def _words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text)][:MOST_WORDS]


def _key(word: str) -> str:
    folded = fold(word)
    return "".join(character for character in folded if character.isalnum()) or folded
