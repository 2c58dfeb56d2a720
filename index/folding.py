"""Folding text for comparison: without case, accents, and differences of white space and marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

ALONE = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs and kana, as a set of characters in a pattern: written without spaces, each is taken as a word."""

_LETTER = rf"[^\W_{ALONE}]"
_WORD = re.compile(rf"(?=\w)[{ALONE}]|{_LETTER}+")
_ALONE = re.compile(f"[{ALONE}]")
_PLAIN_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": ""}
PLAIN_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
"""Letters that have no Unicode decomposition, as they are commonly written without them."""
_ASCII = bytes(range(0x80))
_FEW_BEYOND = 16
"""So many different characters beyond ASCII are replaced one after the other, each in the whole text."""


def fold(text: str) -> str:
    """`text` in lower case, without accents, with plain marks and single spaces."""
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """`text` folded as by `fold`, its white space left as it is."""
    if text.isascii():
        return text.lower()
    return translated(text, beyond_ascii(text.encode(errors="surrogatepass")), _FOLDING)


def beyond_ascii(encoded: bytes) -> set[str]:
    """The characters beyond ASCII in a text, which comes in UTF-8: looked through so in a tenth of the time."""
    return set(encoded.translate(None, _ASCII).decode(errors="surrogatepass"))


def translated(text: str, beyond: Collection[str], table: dict[int, str]) -> str:
    """`text`, whose characters beyond ASCII are `beyond`, translated by `table`, which puts letters into lower
    case; where it takes a fifth of the time, ASCII is put into lower case and else left as it is.
    """
    if len(beyond) > _FEW_BEYOND:
        return text.translate(table)
    pieces = {one: table[ord(one)] for one in beyond}
    if any(piece != piece.lower() or piece != piece.translate(table) for piece in pieces.values()):
        return text.translate(table)  # what is put in would be changed once more
    for one, piece in pieces.items():
        text = text.replace(one, piece)
    return text.lower()


def word_sequence(text: str) -> str:
    """The folded words of `text`, each between spaces, so that a run of words is found by `in`."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """What finds the words of `phrase` in a row in text of `fold_letters`: where `word_sequence` has them, in
    half of the time. A phrase without a word is nowhere.
    """
    words = word_sequence(phrase).split()
    if not words:
        return re.compile(r"(?!)")
    alone = [_ALONE.match(word) is not None for word in words]
    pattern = words[0] if alone[0] else f"{words[0]}(?<!{_LETTER}{words[0]})"
    for word, before, after in zip(words[1:], alone, alone[1:], strict=False):
        pattern += rf"[\W_]{'*' if before or after else '+'}{word}"
    return re.compile(pattern if alone[-1] else f"{pattern}(?!{_LETTER})")


class _Folding(dict[int, str]):
    """What a code point is folded to, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKD", _PLAIN_MARKS.get(character, character).casefold())
        letters = (PLAIN_LETTERS.get(part, part) for part in plain if not unicodedata.combining(part))
        folded = self[code] = "".join(letters)
        return folded


_FOLDING = _Folding()
