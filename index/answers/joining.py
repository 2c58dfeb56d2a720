"""When two reports carry the same statement, word for word, in part, or in another translation."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

ALIKE = 1.05
"""What cosine plus share of common words must reach for two reports of one occasion. On the labelled
list of `benchmarks/joins` the surest wrong pair of one occasion has 1.00, and most right ones 1.09 or more.
"""

NEAR = 0.9
"""The same sum for two reports that a third one brings together."""

LEAST_COSINE = 0.55
"""Below this two reports are not one statement, whatever words they share."""

SAME_WORDS = 0.8
"""The share of the shorter report's words in the longer one from which on it is the same wording."""

DAYS_APART = 4
"""What was published at a greater distance is not one statement."""

FEWEST_WORDS = 4
"""Below so many words the same wording is no sign of the same statement."""


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of a statement: the article's number and date (ISO), the terms of the
    statement, and the places that the article opens with.
    """

    article: int
    published: str | None
    terms: frozenset[str]
    places: frozenset[str]


def same_statement(one: Report, other: Report, cosine: float) -> bool:
    """Whether two reports of the same speaker are one statement.

    The same wording is enough, unless the dates are apart. Other wording must be alike in meaning
    and words, and of the same occasion: one article, dates within a few days where both are known,
    and otherwise a place that both articles open with. People do say alike things on different days.
    """
    apart = _days_between(one.published, other.published)
    if cosine < LEAST_COSINE or (apart is not None and apart > DAYS_APART):
        return False
    share = _share(one, other)
    if _same_words(one, other, share):
        return True
    one_occasion = apart is not None or one.article == other.article or bool(one.places & other.places)
    return one_occasion and cosine + share >= ALIKE


def near(one: Report, other: Report, cosine: float) -> bool:
    """Whether two reports may stand in one entry beside a third that both are the same statement as.

    Without it a chain of likenesses would end far from where it began.
    """
    share = _share(one, other)
    return cosine + share >= NEAR or _same_words(one, other, share)


def likeness(one: Report, other: Report, cosine: float) -> float:
    """How alike two reports are, in meaning and in words: their cosine plus the share of common words."""
    return cosine + _share(one, other)


def _same_words(one: Report, other: Report, share: float) -> bool:
    return share >= SAME_WORDS and min(len(one.terms), len(other.terms)) >= FEWEST_WORDS


def _share(one: Report, other: Report) -> float:
    """The share of the shorter report's terms that the longer one has, 0..1."""
    fewest = min(len(one.terms), len(other.terms))
    return len(one.terms & other.terms) / fewest if fewest else 0.0


def _days_between(one: str | None, other: str | None) -> int | None:
    if one is None or other is None:
        return None
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)
