from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.folding import fold, word_sequence


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Erdoğan  and\nÇelik", "erdogan and celik"), ("“It’s”", '"it\'s"'), ("co\u00adop\u00a0x", "coop x")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_run_of_words_is_found_whatever_stands_between_them() -> None:
    text = word_sequence("Panic in Washington,\nLondon and — yes — Paris")
    assert word_sequence("washington london AND") in text
    assert word_sequence("ashington") not in text
    assert word_sequence("London Paris") not in text


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
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    assert fold(text) == " ".join(plain.split())
