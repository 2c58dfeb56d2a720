"""When two reports carry the same statement, word for word, in part, or in another translation."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

SAME_MEANING = 0.70
"""The cosine from which on two reports of one occasion say the same in other words."""

SAME_WORDS = 0.80
"""The share of the shorter report's words in the longer one from which on it is the same wording."""

_DAYS_APART = 4
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of a statement: its terms, the article's date, and the rare names of
    places and occasions that the article mentions.
    """

    terms: frozenset[str]
    published: str | None
    occasion: frozenset[str]


def same_statement(one: Report, other: Report, cosine: float) -> bool:
    """Whether two reports of the same speaker are one statement.

    The same wording is enough, unless the dates are apart. Other wording must be near in meaning
    and of the same occasion: dates within a few days where both are known, and otherwise a place or
    event that both articles name; people do say alike things on different days.
    """
    apart = _days_between(one.published, other.published)
    if apart is not None and apart > _DAYS_APART:
        return False
    shorter, longer = sorted((one.terms, other.terms), key=len)
    if len(shorter) >= _FEWEST_WORDS and len(shorter & longer) >= SAME_WORDS * len(shorter):
        return True
    return cosine >= SAME_MEANING and (apart is not None or bool(one.occasion & other.occasion))


def _days_between(one: str | None, other: str | None) -> int | None:
    if one is None or other is None:
        return None
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)
