"""Verbs that tell how somebody stands to what they speak of."""

from __future__ import annotations

import re

from index.folding import fold

_KINDS = (
    "accus attack blam blast castigat condemn critici decr denounc lambast mock rebuk ridicul slam",
    "applaud commend defend hail prais",
    "compar liken",
    "boast brag",
)
"""How the verbs of each stance begin."""
STANCES = tuple(re.compile(rf"\b(?:{'|'.join(stems.split())})") for stems in _KINDS)
"""What finds the verbs of each stance in folded words."""
_DENIAL = re.compile(r"\b(?:deni|deny|disput|reject|dismiss)")


def tells_stance(cue: str) -> bool:
    """Whether the words that report a statement tell a stance."""
    words = fold(cue)
    return any(stance.search(words) for stance in STANCES)


def tells_alone(cue: str) -> bool:
    """Whether a word or two behind the cue tell something: "blamed the unions", "denied the charges"."""
    return tells_stance(cue) or _DENIAL.search(fold(cue)) is not None
