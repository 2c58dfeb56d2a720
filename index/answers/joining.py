"""When two reports carry the same statement, word for word, in part, or in another translation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from index.answers.claims import Claims, contradict

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
class Occasion:
    """Where and when a statement is reported: the article's number, the day it was published (proleptic ordinal),
    and the places that it opens with.
    """

    article: int
    day: int | None
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reports:
    """A wording of a statement: what it claims, and its occasions, one at least."""

    claims: Claims
    occasions: tuple[Occasion, ...]

    @property
    def terms(self) -> frozenset[str]:
        """The terms of the wording."""
        return self.claims.terms


def same_statement(one: Reports, other: Reports, cosine: float) -> bool:
    """Whether two wordings of the same speaker are one statement: some report of the one and some of the other.

    The same words are enough, unless the dates are apart. Other words must be alike in meaning
    and words, and of the same occasion: one article, dates within a few days where both are known,
    and otherwise a place that both articles open with. People do say alike things on different days. What
    contradicts the other is never the same.
    """
    share = _share(one, other)
    same_words = _same_words(one, other, share)
    if cosine < LEAST_COSINE or not (same_words or cosine + share >= ALIKE):
        return False
    if contradict(one.claims, other.claims, cosine):
        return False
    return any(_may_be_one(*pair, same_words) for pair in product(one.occasions, other.occasions))


def near(one: Reports, other: Reports, cosine: float) -> bool:
    """Whether two wordings may stand in one entry beside a third that both are the same statement as.

    Without it a chain of likenesses would end far from where it began.
    """
    share = _share(one, other)
    if not (cosine + share >= NEAR or _same_words(one, other, share)):
        return False
    return not contradict(one.claims, other.claims, cosine or 1.0)  # a cosine that is not known tells nothing


def likeness(one: Reports, other: Reports, cosine: float) -> float:
    """How alike two wordings are, in meaning and in words: their cosine plus the share of common words."""
    return cosine + _share(one, other)


def _may_be_one(one: Occasion, other: Occasion, same_words: bool) -> bool:
    if one.day is not None and other.day is not None:
        return abs(one.day - other.day) <= DAYS_APART
    return same_words or one.article == other.article or not one.places.isdisjoint(other.places)


def _same_words(one: Reports, other: Reports, share: float) -> bool:
    return share >= SAME_WORDS and min(len(one.terms), len(other.terms)) >= FEWEST_WORDS


def _share(one: Reports, other: Reports) -> float:
    """The share of the shorter wording's terms that the longer one has, 0..1."""
    fewest = min(len(one.terms), len(other.terms))
    return len(one.terms & other.terms) / fewest if fewest else 0.0
