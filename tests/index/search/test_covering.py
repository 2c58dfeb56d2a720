from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.covering import cover
from index.search.lexical import LexicalIndex

WORD = st.sampled_from("abcdefgh")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORD, max_size=6), min_size=1, max_size=8), st.lists(WORD, max_size=6))
def test_each_word_weighs_its_rarity(documents: list[list[str]], query: list[str]) -> None:
    found = cover(LexicalIndex.build(documents), query, np.arange(len(documents)))
    weights = {}
    for word in query:
        count = sum(word in document for document in documents)
        weights[word] = math.log(1 + (len(documents) - count + 0.5) / (count + 0.5))
    total = sum(weights.values())
    expected = [
        sum(weight for word, weight in weights.items() if word in document) / total if total else 0.0
        for document in documents
    ]
    np.testing.assert_allclose(found.share, expected, atol=1e-12)


def test_a_rare_word_counts_more() -> None:
    index = LexicalIndex.build([["talks", "geneva"], ["talks"], ["talks"], ["talks"], ["geneva", "x"], ["y"]])
    common, rare = cover(index, ["talks", "geneva"], np.array([1, 4])).share
    assert 0 < common < rare < 1


def test_a_named_word_is_held_without_standing_in_the_text() -> None:
    index = LexicalIndex.build([["ferry"], ["ferry", "gazette"], ["pier"], ["pier"]])
    named = {"gazette": np.array([True, True, False])}
    found = cover(index, ["gazette", "ferry"], np.array([0, 1, 3]), named)
    np.testing.assert_allclose(found.share, [1, 1, 0])
    assert found.scores[0] < found.scores[1], "what the text says counts as before"
