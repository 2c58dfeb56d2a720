"""Words that may stand before a surname as given names."""

from __future__ import annotations

from collections.abc import Sequence

from index.people.common_words import COMMON_WORDS
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.words import TAGS

_MOST = 3
_JOINTS = ("vs", "versus")


def may_be_given(words: Sequence[str]) -> bool:
    """Whether folded words before a surname can be given names: not in "critics of Grant", "show Grant"."""
    return len(words) <= _MOST and all(map(_may_be_given, words))


def _may_be_given(word: str) -> bool:
    if word in GIVEN_NAMES:
        return True
    forms = (word, word.removesuffix("s"))
    return (
        word.isalpha()
        and word not in _JOINTS
        and not any(TAGS.get(form, 0) or form in COMMON_WORDS for form in forms)
    )
