"""Units that hold phrases word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from threading import Lock

import numpy as np

from index.articles.seen import seen_text
from index.folding import beyond_ascii, fold_letters, phrase_pattern, word_sequence
from index.search.candidates import UnitKind
from index.search.tokens import terms
from index.search.top import Mask
from index.search.units import Units
from index.storage.stored import Stored

_TEXTS_AT_ONCE = 1000
_ARTICLES_AT_ONCE = 200
_FEW = 5_000
"""The texts of so many units are read sooner than those of all articles."""
_MARKS = (b"[", b"&", b"<")
"""Marks that may come with letters which are not seen: a link's address, the name of a reference."""
_KEPT = 16
"""For so many questions it is kept what holds their phrases: an answer asks several times."""


class Phrases:
    """Finds the units that hold phrases word for word, in the texts that are `stored` of so many `articles`.

    Stop words are in no index. For phrases of nothing else the texts of all articles are looked through:
    25,000 of them take about half a second, and some more for a phrase that is in most. Any number of threads
    may ask.
    """

    def __init__(self, stored: Stored, units: Mapping[UnitKind, Units], articles: int) -> None:
        self._stored = stored
        self._units = units
        self._articles = articles
        self._looking = Lock()
        self._kept: dict[tuple[str, ...], Mapping[UnitKind, Mask]] = {}

    def holding(self, kind: UnitKind, phrases: Sequence[str], mask: Mask | None) -> Mask:
        """The rows of the units within `mask` whose text holds every one of the phrases."""
        holding = self._units[kind].with_terms(phrases, mask)
        sought = list(dict.fromkeys(phrases))
        unindexed = tuple(phrase for phrase in sought if not terms(phrase))
        if unindexed and np.count_nonzero(holding) > _FEW:
            holding &= self._looked_through(unindexed)[kind]
            sought = [phrase for phrase in sought if phrase not in unindexed]
        patterns = [phrase_pattern(phrase) for phrase in sought]
        rows = np.flatnonzero(holding) if patterns else np.empty(0, dtype=np.int64)
        for start in range(0, rows.size, _TEXTS_AT_ONCE):
            texts = self._stored.texts(kind, rows[start : start + _TEXTS_AT_ONCE])
            holding[list(texts)] = [holds(text, patterns) for text in texts.values()]
        return holding

    def _looked_through(self, phrases: tuple[str, ...]) -> Mapping[UnitKind, Mask]:
        with self._looking:
            if phrases not in self._kept:
                if len(self._kept) == _KEPT:
                    del self._kept[next(iter(self._kept))]
                self._kept[phrases] = self._look_through(phrases)
            return self._kept[phrases]

    def _look_through(self, phrases: Sequence[str]) -> Mapping[UnitKind, Mask]:
        """The rows of the units that hold all of the phrases, by their kind."""
        sieve, patterns = _Sieve(phrases), [phrase_pattern(phrase) for phrase in phrases]
        holding = {kind: np.zeros(len(units), dtype=np.bool_) for kind, units in self._units.items()}
        for first in range(0, self._articles, _ARTICLES_AT_ONCE):
            end = first + _ARTICLES_AT_ONCE
            encoded = self._stored.article_bytes(first, end)
            passed = {number: text.decode() for number, text in encoded if sieve.passes(text)}
            texts = {number: text for number, text in passed.items() if holds(text, patterns)}
            if not texts:
                continue
            for kind, units in self._units.items():
                bounds = np.array(
                    [first, end], dtype=units.article.dtype
                )  # else all are copied to their type
                rows = np.searchsorted(units.article, bounds)
                for number, article, start, stop in self._stored.places(kind, *rows.tolist()):
                    if article in texts:
                        holding[kind][number] = holds(texts[article][start:stop], patterns)
        return holding


class _Sieve:
    """Tells by an article's UTF-8 whether it may hold all of the phrases: sooner than by its folded text."""

    def __init__(self, phrases: Sequence[str]) -> None:
        sequences = [words for words in map(word_sequence, phrases) if words.isascii()]
        between = b"[^a-z0-9]*"
        self._patterns = [re.compile(between.join(words.encode().split())) for words in sequences]

    def passes(self, text: bytes) -> bool:
        """Whether each phrase's words stand in the text in a row, or may in what is seen of it, folded."""
        letters = text.lower()
        if all(pattern.search(letters) for pattern in self._patterns) or any(
            map(letters.__contains__, _MARKS)
        ):
            return True
        return not all(map(_stays_between, beyond_ascii(text)))


@lru_cache(maxsize=1 << 12)
def _stays_between(character: str) -> bool:
    """Whether a character beyond ASCII is still between words of a-z0-9 when it is folded."""
    folded = fold_letters(character)
    return bool(folded) and re.search("[a-z0-9]", folded) is None


def holds(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether each of the phrases, as its `phrase_pattern`, stands in what is seen of the text."""
    letters = fold_letters(seen_text(text))
    return all(pattern.search(letters) for pattern in patterns)
