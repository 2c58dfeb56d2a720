from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from index.search.fusion import DEPTH, SearchMode, fused
from index.search.grouped import Grouped
from index.search.lexical import LexicalIndex
from index.search.top import Mask
from index.search.units import Sought, Units, only
from index.search.vectors import VectorIndex

WORDS = tuple("abcdefghijkl")
COUNT, ARTICLES = 400, 60
QUERY = ("a", "k", "l", "a", "gazette")
"""`gazette` stands in no text."""


@dataclass(frozen=True)
class _Corpus:
    texts: list[list[str]]
    vectors: NDArray[np.float32]
    article: NDArray[np.int32]
    persons: NDArray[np.int32]
    vector: NDArray[np.float32]
    theirs: Mask
    mask: Mask

    @property
    def units(self) -> Units:
        lexical = LexicalIndex.build(self.texts)
        texts = np.arange(COUNT, dtype=np.uint64)
        return Units(lexical, VectorIndex(self.vectors), self.article, texts, Grouped.by(self.persons))

    def best(self, scores: NDArray[np.float64], allowed: Mask, k: int, least: float) -> set[int]:
        rows = [row for row in range(COUNT) if allowed[row] and scores[row] > least]
        return set(sorted(rows, key=lambda row: (-scores[row], row))[:k])


@pytest.fixture(scope="module", params=[1, 2, 3])
def corpus(request: pytest.FixtureRequest) -> _Corpus:
    """Units of which the words at the end of the alphabet are rare, drawn anew for each seed."""
    draw = np.random.default_rng(request.param)
    often = 1 / np.arange(1, len(WORDS) + 1)
    texts = [
        draw.choice(WORDS, size=draw.integers(0, 9), p=often / often.sum()).tolist() for _ in range(COUNT)
    ]
    vectors = draw.normal(size=(COUNT + 1, 6))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return _Corpus(
        texts,
        vectors[:-1].astype(np.float32),
        np.sort(draw.integers(0, ARTICLES, COUNT)).astype(np.int32),
        draw.integers(-1, 5, COUNT).astype(np.int32),
        vectors[-1].astype(np.float32),
        draw.random(ARTICLES) < 0.2,
        draw.random(COUNT) < 0.6,
    )


def _named(corpus: _Corpus, kind: str) -> dict[str, Mask]:
    """Articles that hold a word of the query by their outlet: none, some of them, or of two outlets."""
    if kind == "two":
        return {"gazette": corpus.theirs, "l": ~corpus.theirs & (np.arange(ARTICLES) % 3 == 0)}
    return {} if kind == "none" else {"gazette": corpus.theirs, "k": corpus.theirs}


def _mask(corpus: _Corpus, kind: str) -> Mask | None:
    masks: dict[str, Mask | None] = {
        "all": None,
        "some": corpus.mask,
        "few": corpus.mask & (np.arange(COUNT) % 9 == 0),
        "nothing": np.zeros(COUNT, dtype=np.bool_),
    }
    return masks[kind]


@pytest.mark.parametrize("masked", ["all", "some", "few", "nothing"])
@pytest.mark.parametrize("outlets", ["none", "one", "two"])
@pytest.mark.parametrize("k", [1, 20, COUNT])
def test_the_best_by_words_and_as_many_of_the_named_outlets(
    corpus: _Corpus, masked: str, outlets: str, k: int
) -> None:
    units, mask, named = corpus.units, _mask(corpus, masked), _named(corpus, outlets)
    allowed = np.ones(COUNT, dtype=np.bool_) if mask is None else mask
    scores = units.lexical.scores(QUERY)
    wanted = corpus.best(scores, allowed, k, 0)
    if named:
        outlet = {number for articles in named.values() for number in np.flatnonzero(articles).tolist()}
        wanted |= corpus.best(scores, allowed & np.isin(corpus.article, list(outlet)), k, 0)
    found = units.worded(QUERY, named, k, mask).tolist()
    assert len(found) == len(set(found))
    assert set(found) == wanted


def _share(corpus: _Corpus, row: int, named: dict[str, Mask]) -> float:
    held = total = 0.0
    for word in set(QUERY):
        count = sum(word in text for text in corpus.texts)
        weight = math.log(1 + (COUNT - count + 0.5) / (count + 0.5))
        total += weight
        if word in corpus.texts[row] or (word in named and named[word][corpus.article[row]]):
            held += weight
    return held / total


@pytest.mark.parametrize("mode", SearchMode)
@pytest.mark.parametrize("masked", ["all", "some", "few", "nothing"])
@pytest.mark.parametrize("outlets", ["none", "two"])
def test_the_ranking_is_that_of_all_that_could_be_meant(
    corpus: _Corpus, mode: SearchMode, masked: str, outlets: str
) -> None:
    units, mask, named = corpus.units, _mask(corpus, masked), _named(corpus, outlets)
    allowed = np.ones(COUNT, dtype=np.bool_) if mask is None else mask
    cosines = corpus.vectors.astype(np.float64) @ corpus.vector.astype(np.float64)
    worded = units.worded(QUERY, named, DEPTH, mask)
    if mode is SearchMode.DENSE:
        worded = worded[:0]
    rows = set(worded.tolist())
    if mode is not SearchMode.LEXICAL:
        rows |= corpus.best(cosines, allowed, DEPTH, -2)
    order = sorted(rows)
    lexical = units.lexical.scores(QUERY)[order]
    covered = np.array([_share(corpus, row, named) for row in order])
    ranking = {
        SearchMode.LEXICAL: lexical,
        SearchMode.DENSE: cosines[order],
        SearchMode.HYBRID: fused(cosines[order], lexical, covered),
    }[mode]
    score = dict(zip(order, ranking.tolist(), strict=True))

    vector = None if mode is SearchMode.LEXICAL else corpus.vector
    found = units.ranked(Sought(QUERY, named, vector, worded), mask, 30, mode)
    assert len(found) == min(30, len(order))
    shown = [one.score for one in found]
    assert shown == sorted(shown, reverse=True)
    np.testing.assert_allclose(shown, sorted(score.values(), reverse=True)[: len(shown)], atol=1e-6)
    for one in found:
        assert one.score == pytest.approx(score[one.number], abs=1e-6)
        assert one.lexical == pytest.approx(units.lexical.scores(QUERY)[one.number])
        assert one.coverage == pytest.approx(_share(corpus, one.number, named))
        if vector is None:
            assert one.cosine is None
        else:
            assert one.cosine == pytest.approx(cosines[one.number], abs=1e-6)


def test_units_of_a_person_and_units_with_all_terms(corpus: _Corpus) -> None:
    units = corpus.units
    assert units.rows_of(3).tolist() == np.flatnonzero(corpus.persons == 3).tolist()
    assert not units.rows_of(99).size
    for mask in (None, corpus.mask):
        holding = units.with_terms(["b c", "d"], mask)
        for row, text in enumerate(corpus.texts):
            assert holding[row] == ({"b", "c", "d"} <= set(text) and (mask is None or mask[row]))
    assert units.with_terms([], None).all()


def test_without_units_nothing_is_found() -> None:
    nothing = np.empty(0, dtype=np.int32)
    vectors, texts = VectorIndex(np.empty((0, 0), dtype=np.float32)), nothing.astype(np.uint64)
    units = Units(LexicalIndex.build([]), vectors, nothing, texts, None)
    worded = units.worded(QUERY, {"gazette": np.empty(0, dtype=np.bool_)}, 5, None)
    assert not worded.size
    assert units.ranked(Sought(QUERY, {}, None, worded), None, 5, SearchMode.HYBRID) == []
    assert not units.rows_of(0).size


def test_only_some_rows() -> None:
    assert only([3, 1, 1], 5).tolist() == [False, True, False, True, False]
    assert only([], 2).tolist() == [False, False]
