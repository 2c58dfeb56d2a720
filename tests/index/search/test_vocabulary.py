from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.vocabulary import Vocabulary

LETTERS = st.text(alphabet="ab\0é北", max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.sets(LETTERS, max_size=40), LETTERS)
def test_each_word_is_found_at_its_place_and_no_other(words: set[str], other: str) -> None:
    ascending = sorted(words, key=str.encode)
    vocabulary = Vocabulary.from_sorted(ascending)
    assert len(vocabulary) == len(words)
    assert [vocabulary.number(word) for word in ascending] == list(range(len(words)))
    assert (vocabulary.number(other) is None) == (other not in words)


def test_words_that_begin_alike_are_told_apart(tmp_path: Path) -> None:
    words = sorted(f"internation{ending}" for ending in ["", "al", "alise", "s", "alism"])
    Vocabulary.from_sorted(words).save(tmp_path, "units")
    vocabulary = Vocabulary.load(tmp_path, "units")
    assert [vocabulary.number(word) for word in words] == list(range(5))
    assert vocabulary.number("internationali") is None
    assert vocabulary.number("internat") is None
