"""The outlets of a build: what they are called, and which articles are theirs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from index.questions.outlets import OutletNames
from index.search.tokens import terms
from index.search.top import Mask


class Outlets:
    """Outlets by number, out of the numbers of each one's articles, of which there are `count` in all."""

    def __init__(self, articles: Mapping[str, NDArray[np.int32]], count: int) -> None:
        self._names = OutletNames(articles)
        self._of = np.full(count, -1, dtype=np.int32)  # the outlet of each article
        for number, theirs in enumerate(articles.values()):
            self._of[theirs] = number

    def called(self, name: str) -> frozenset[int]:
        """The outlets of that name."""
        return self._names.called(name)

    def articles(self, outlets: Collection[int]) -> Mask:
        """Which articles are of these outlets, by number."""
        return np.isin(self._of, list(outlets))

    def named(self, question: str) -> dict[str, Mask]:
        """Of each term in a name of an outlet in the question the articles of that outlet: they answer for
        the word, although it need not stand in their texts.
        """
        held: dict[str, Mask] = {}
        for name in self._names.named(question):
            articles = self.articles(name.outlets)
            for term in terms(name.words):
                held[term] = held[term] | articles if term in held else articles
        return held
