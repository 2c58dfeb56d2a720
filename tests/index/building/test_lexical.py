from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.building import lexical
from index.building.lexical import merge
from index.building.origins import NEW
from index.search.lexical import LexicalIndex
from index.search.postings import collect

documents = st.lists(
    st.lists(st.sampled_from(["a", "b", "bb", "c", "é", "zoo", "x1"]), max_size=300), max_size=7
)


@settings(max_examples=60, deadline=None)
@given(documents, documents, st.randoms(use_true_random=False))
def test_merged_postings_are_those_of_collecting_everything(
    old: list[list[str]], new: list[list[str]], draw: object
) -> None:
    rows = [*range(len(old)), *[NEW] * len(new)]
    getattr(draw, "shuffle")(rows)  # noqa: B009 - hypothesis types its randoms loosely
    rows = [row for row in rows if row == NEW or row % 3 != 1]
    fresh = iter(new)
    now = [next(fresh) if row == NEW else old[row] for row in rows]
    words, postings = collect(old)
    added = collect(new)
    merged = merge([word.encode() for word in words], postings, np.array(rows, dtype=np.int32), *added)
    expected = collect(now)
    assert merged[0] == expected[0]
    for one in fields(expected[1]):
        found, wanted = getattr(merged[1], one.name), getattr(expected[1], one.name)
        np.testing.assert_array_equal(found, wanted)
        assert found.dtype == wanted.dtype


def test_merging_goes_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexical, "_BLOCK", 3)
    old, new = [["a", "b"], ["b", "c", "c"], ["a", "c"]], [["c", "d"], ["a"]]
    words, postings = collect(old)
    rows = np.array([NEW, 2, 0, NEW, 1], dtype=np.int32)
    merged = LexicalIndex.of(*merge([word.encode() for word in words], postings, rows, *collect(new)))
    full = LexicalIndex.build([new[0], old[2], old[0], new[1], old[1]])
    np.testing.assert_array_equal(merged.documents, full.documents)
    np.testing.assert_array_equal(merged.weights, full.weights)
