"""How sure one may be: what counts, and how small corpora differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answers.confidence import PASSAGE, STATEMENT, Calibration, of_passages

COSINES = st.floats(-1, 1)
SHARES = st.floats(0, 1)
CALIBRATIONS = pytest.mark.parametrize("calibration", [PASSAGE, STATEMENT], ids=["passage", "statement"])


@CALIBRATIONS
@given(st.tuples(COSINES, COSINES), st.tuples(SHARES, SHARES), st.integers(1, 40))
def test_more_likeness_and_more_words_are_surer(
    calibration: Calibration, cosines: tuple[float, float], shares: tuple[float, float], words: int
) -> None:
    less = calibration.confidence(min(cosines), min(shares), words)
    more = calibration.confidence(max(cosines), max(shares), words)
    assert 0 <= less <= more <= 1


@given(COSINES, st.floats(0.05, 1), st.integers(1, 40))
def test_of_the_same_share_of_a_longer_question_a_passage_holds_more(
    cosine: float, share: float, words: int
) -> None:
    assert PASSAGE.confidence(cosine, share, words) < PASSAGE.confidence(cosine, share, words + 5)


@given(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), COSINES, SHARES)
def test_a_larger_corpus_asks_for_as_much_or_more(
    passages: tuple[int, int], cosine: float, share: float
) -> None:
    small, large = sorted(passages)
    assert of_passages(small).confidence(cosine, share, 5) >= of_passages(large).confidence(cosine, share, 5)


def test_words_beyond_the_longest_question_measured_count_no_more() -> None:
    assert PASSAGE.confidence(0.2, 0.3, 44) < PASSAGE.confidence(0.2, 0.3, 45)
    assert PASSAGE.confidence(0.2, 0.3, 45) == PASSAGE.confidence(0.2, 0.3, 200)


def test_what_is_enough_in_a_handful_of_passages_is_not_among_hundreds() -> None:
    fair = {"cosine": 0.4, "coverage": 0.25, "words": 6}
    assert of_passages(6).confidence(**fair) > PASSAGE.threshold > of_passages(300).confidence(**fair)


def test_what_is_just_enough_among_hundreds_is_not_among_tens_of_thousands() -> None:
    just = {"cosine": 0.5, "coverage": 0.25, "words": 1}
    assert of_passages(300).confidence(**just) > PASSAGE.threshold > of_passages(65_000).confidence(**just)


def test_the_calibration_ends_where_it_was_measured() -> None:
    assert of_passages(0) == of_passages(5)
    assert of_passages(300) == of_passages(10**4) == PASSAGE
    assert of_passages(10**5) == of_passages(10**7)


@pytest.mark.parametrize("words", [1, 2, 3, 10])
def test_a_passage_with_all_words_answers_even_where_it_is_not_alike(words: int) -> None:
    assert PASSAGE.confidence(0.0, 1.0, words) > PASSAGE.threshold


def test_without_any_of_the_words_a_passage_must_be_much_alike() -> None:
    assert PASSAGE.confidence(0.6, 0.0, 6) < PASSAGE.threshold < PASSAGE.confidence(0.7, 0.0, 6)
