from __future__ import annotations

import pytest

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
