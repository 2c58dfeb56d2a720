from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.search import postings
from index.search.covering import cover
from index.search.lexical import LexicalIndex

WORDS = ["a", "b", "c", "d", "é", "zz", "北", "aa", "1"]
DOCUMENTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12), max_size=12)
QUERY = st.lists(st.sampled_from([*WORDS, "unknown"]), max_size=8)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, QUERY)
def test_scores_are_rank_bm25s(documents: list[list[str]], query: list[str]) -> None:
    assume(any(documents))
    okapi = BM25Okapi(documents)
    assume(okapi.average_idf > 0)
    np.testing.assert_allclose(
        LexicalIndex.build(documents).scores(query), okapi.get_scores(query), atol=1e-9, rtol=0
    )


def test_scores_are_rank_bm25s_in_a_larger_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_BLOCK", 1000)  # several blocks
    chance = np.random.default_rng(4)
    words = [f"w{number}" for number in range(3000)]
    documents = [
        [words[min(int(place), 2999)] for place in chance.zipf(1.3, chance.integers(0, 200))]
        for _ in range(400)
    ]
    okapi, index = BM25Okapi(documents), LexicalIndex.build(iter(documents))
    for _ in range(20):
        query = [words[min(int(place), 2999)] for place in chance.zipf(1.3, 12)]
        np.testing.assert_allclose(index.scores(query), okapi.get_scores(query), atol=1e-9, rtol=0)


def test_terms_that_repeat_often_are_counted() -> None:
    documents = [["a"] * 300 + ["b"], ["b"], ["c"], ["d"]]
    np.testing.assert_allclose(
        LexicalIndex.build(documents).scores(["a", "b"]),
        BM25Okapi(documents).get_scores(["a", "b"]),
        atol=1e-9,
    )


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, QUERY)
def test_only_and_all_documents_with_a_term_of_the_query_score_above_0(
    documents: list[list[str]], query: list[str]
) -> None:
    index = LexicalIndex.build(documents)
    assert [score > 0 for score in index.scores(query)] == [
        bool(set(query) & set(words)) for words in documents
    ]


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, QUERY, st.integers(0, 15), st.none() | st.randoms(use_true_random=False))
def test_top_is_the_sorted_scores(
    documents: list[list[str]], query: list[str], k: int, chance: object
) -> None:
    index = LexicalIndex.build(documents)
    scores = index.scores(query)
    mask = None if chance is None else np.array([chance.random() < 0.5 for _ in documents], dtype=bool)  # type: ignore[attr-defined]
    rows, found = index.top(query, k, mask)
    allowed = [row for row in range(len(documents)) if scores[row] > 0 and (mask is None or mask[row])]
    assert rows.tolist() == sorted(allowed, key=lambda row: (-scores[row], row))[:k]
    assert found.tolist() == scores[rows].tolist()


@pytest.mark.parametrize("share", [None, 0.5, 0.01, 0.0])
@pytest.mark.parametrize("k", [1, 10, 100])
def test_top_is_the_sorted_scores_in_a_larger_corpus(k: int, share: float | None) -> None:
    chance = np.random.default_rng(5)
    words = [f"w{number}" for number in range(500)]
    documents = [
        [words[min(int(place), 499)] for place in chance.zipf(1.3, chance.integers(0, 60))]
        for _ in range(3000)
    ]
    documents += documents[:300]  # copies tie
    index = LexicalIndex.build(documents)
    mask = None if share is None else chance.random(len(documents)) < share
    for _ in range(10):
        query = [words[min(int(place), 499)] for place in chance.zipf(1.3, 6)]
        scores = index.scores(query)
        allowed = [row for row in np.flatnonzero(scores) if mask is None or mask[row]]
        rows, found = index.top(query, k, mask)
        assert rows.tolist() == sorted(allowed, key=lambda row: (-scores[row], row))[:k]
        assert found.tolist() == scores[rows].tolist()


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, QUERY)
def test_scores_and_coverage_of_rows(documents: list[list[str]], query: list[str]) -> None:
    index = LexicalIndex.build(documents)
    rows = np.arange(len(documents))[::-2]
    covered = cover(index, query, rows)
    np.testing.assert_allclose(covered.scores, index.scores(query)[rows], atol=1e-12)
    rarity = {word: index.rarity(column) for word, column, _ in index.columns_of(query)}
    whole = sum(rarity.values())
    expected = [
        sum(rarity[word] for word in set(query) & set(documents[row])) / whole if whole else 0 for row in rows
    ]
    np.testing.assert_allclose(covered.share, expected, atol=1e-12)


@settings(max_examples=50, deadline=None)
@given(DOCUMENTS, QUERY)
def test_saved_and_loaded_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, documents: list[list[str]], query: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("index")
    index = LexicalIndex.build(documents)
    index.save(folder, "units")
    loaded = LexicalIndex.load(folder, "units")
    assert len(loaded) == len(documents)
    assert loaded.scores(query).tolist() == index.scores(query).tolist()
    for word, column, _ in loaded.columns_of([*WORDS, "unknown", ""]):
        assert column.stop - column.start == sum(word in document for document in documents)


def test_loaded_arrays_are_mapped_and_cannot_be_written(tmp_path: Path) -> None:
    LexicalIndex.build([["a"], ["b"]]).save(tmp_path, "units")
    loaded = LexicalIndex.load(tmp_path, "units")
    assert isinstance(loaded.weights.base, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        loaded.weights[0] = 1


def test_a_missing_or_cut_file_is_an_error(tmp_path: Path) -> None:
    LexicalIndex.build([["a"], ["b"]]).save(tmp_path, "units")
    weights = tmp_path / "units.weights.npy"
    weights.write_bytes(weights.read_bytes()[:-4])
    with pytest.raises(ValueError, match=r"mmap|size|length"):
        LexicalIndex.load(tmp_path, "units")
    weights.unlink()
    with pytest.raises(FileNotFoundError):
        LexicalIndex.load(tmp_path, "units")


def test_a_tiny_corpus_ranks_by_what_it_holds() -> None:
    assert LexicalIndex.build([]).top(["a"], 5)[0].tolist() == []
    assert LexicalIndex.build([[]]).top(["a"], 5)[0].tolist() == []
    assert LexicalIndex.build([["a", "b"]]).top(["b"], 5)[0].tolist() == [0]
    two = LexicalIndex.build([["a", "b"], ["a", "c"]])
    assert two.top(["c", "a"], 5)[0].tolist() == [1, 0]
    # Two copies and another: BM25Okapi would score the copies below a document without the word.
    copies = LexicalIndex.build([["a", "b"], ["a", "b"], ["c"]])
    assert copies.top(["a"], 5)[0].tolist() == [0, 1]


def test_rarity_falls_with_document_frequency_and_stays_above_0() -> None:
    index = LexicalIndex.build([["everywhere", "twice"], ["everywhere", "twice"], ["everywhere", "once"]])
    columns = index.columns_of(["nowhere", "once", "twice", "everywhere"])
    rarities = [index.rarity(column) for _, column, _ in columns]
    assert rarities == sorted(set(rarities), reverse=True)
    assert rarities[-1] > 0
