"""Folding text for comparison: without case, accents, and differences of white space and marks."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_PLAIN_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": ""}


def fold(text: str) -> str:
    """`text` in lower case, without accents, with plain marks and single spaces."""
    return " ".join((text.lower() if text.isascii() else text.translate(_FOLDING)).split())


def word_sequence(text: str) -> str:
    """The folded words of `text`, each between spaces, so that a run of words is found by `in`."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


class _Folding(dict[int, str]):
    """What a code point is folded to, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKD", _PLAIN_MARKS.get(character, character).casefold())
        folded = self[code] = "".join(part for part in plain if not unicodedata.combining(part))
        return folded


_FOLDING = _Folding()
