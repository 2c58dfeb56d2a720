from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.folding import PLAIN_LETTERS, fold, fold_letters, phrase_pattern, word_sequence


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Erdoğan  and\nÇelik", "erdogan and celik"),
        ("“It’s”", '"it\'s"'),
        ("co\u00adop\u00a0x", "coop x"),
        ("Søren Kjær, Łódź", "soren kjaer, lodz"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_run_of_words_is_found_whatever_stands_between_them() -> None:
    text = word_sequence("Panic in Washington,\nLondon and — yes — Paris")
    assert word_sequence("washington london AND") in text
    assert word_sequence("ashington") not in text
    assert word_sequence("London Paris") not in text


def test_a_run_of_words_is_found_within_marks_of_emphasis() -> None:
    assert word_sequence("stays open") in word_sequence("It *stays* open, _stays open_, he said.")


@example("it is", "It is; bit is; it issues; _it is_; it 北is; is it")
@example("北京", "北 京、北京市")
@example("…", "…")
@given(
    st.text(st.sampled_from("ab É_'.北が2"), max_size=5),
    st.text(st.sampled_from("ab É_'.北が2\u00ad"), max_size=20),
)
def test_a_phrase_is_found_where_its_words_stand_in_a_row(phrase: str, text: str) -> None:
    words = word_sequence(phrase)
    found = bool(words.strip()) and words in word_sequence(text)
    assert (phrase_pattern(phrase).search(fold_letters(text)) is not None) == found


def test_what_is_written_without_spaces_is_found_within_a_run() -> None:
    text = word_sequence("昨天在北京、東京で said。カタカナ・語、한국어 2013年")
    for run in ("北京", "在北京", "東京て", "て said", "タカナ語", "年", "2013"):
        assert word_sequence(run) in text
    for other in ("京北", "北東京", "한국", "201"):
        assert word_sequence(other) not in text


@example("“É” – Σς İı ﬁŉ Ꭰꭰ \u0345ᾳ")
@example("".join(map(chr, range(0x3B1, 0x3C9))))
@given(st.text(st.sampled_from("aZ é“’…\u00ad\u0301北がΣꭰᾳ") | st.characters(), max_size=30))
def test_a_text_is_folded_as_its_letters_are(text: str) -> None:
    marks = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": ""}
    letters = "".join(unicodedata.normalize("NFKD", marks.get(one, one).casefold()) for one in text)
    plain = "".join(PLAIN_LETTERS.get(one, one) for one in letters if not unicodedata.combining(one))
    assert fold(text) == " ".join(plain.split())
