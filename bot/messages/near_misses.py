"""Commands that were nearly typed."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_SHORTEST = 3
_SHORT = 4
"""Up to so many letters one slip makes a near miss, in longer words two do: most words of four letters
are two slips from a command, and they may be another bot's.
"""


def near_miss(word: str, names: Iterable[str]) -> str | None:
    """The command that `word` is a slip of the fingers away from; None for one that is right or far from all.

    A slip is a letter too many, one missing, another one, or two in the wrong order.
    """
    typed = word.lower()
    if len(typed) < _SHORTEST:
        return None
    found = [(OSA.distance(typed, name), name) for name in names]
    near = [(slips, name) for slips, name in found if 0 < slips <= _allowed(typed, name)]
    return min(near)[1] if near and all(slips for slips, _ in found) else None


def _allowed(typed: str, name: str) -> int:
    return 1 if min(len(typed), len(name)) <= _SHORT else 2
