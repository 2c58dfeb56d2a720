"""Folding text for comparison: without case, accents, and differences of white space and marks."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_PLAIN_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None}
)


def fold(text: str) -> str:
    """`text` in lower case, without accents, with plain marks and single spaces."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN_MARKS).casefold())
    return " ".join("".join(character for character in plain if not unicodedata.combining(character)).split())


def word_sequence(text: str) -> str:
    """The folded words of `text`, each between spaces, so that a run of words is found by `in`."""
    return f" {' '.join(_WORD.findall(fold(text)))} "
