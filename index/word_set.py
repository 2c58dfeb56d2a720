"""Lists of words, as the modules that know words write them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())
