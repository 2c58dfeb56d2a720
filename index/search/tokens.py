"""Words as the lexical index knows them: folded, without stopwords, stemmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

import Stemmer

_STOPWORDS = """
a about after also an and any are as at be been before between but by can did do does during for from had
has have he her him his how i if in into is it its me my no not of on or our she such than that the their
them then there these they this those to us was we were what when where which who whom whose why will
with would you your
"""
STOPWORDS = frozenset(_STOPWORDS.split())
LONGEST_WORD = 64
"""Code points of a word that count; what follows (encoded data, a run without spaces) does not."""

_ALONE = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # ideographs and kana
_WORD = re.compile(f"[{_ALONE}]|[^ '{_ALONE}]+(?:'[^ '{_ALONE}]+)*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_LAST_ASCII = "\x7f"
_FEW_BEYOND = 16
"""So many different characters beyond ASCII are replaced one after the other, each in the whole text."""
_APOSTROPHES = frozenset("'’ʼ＇")
# Letters that have no Unicode decomposition, as they are commonly written without them.
_PLAIN = {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}


def terms(text: str) -> list[str]:
    """The terms of `text` in their order: what a document is indexed by and a query is scored by.

    Unicode folding (NFKD, casefold, no accents), apostrophes inside words dropped, stopwords left
    out, English words stemmed by Snowball. Words outside a-z0-9 keep their letters; ideographs and
    kana, written without spaces, are a term each.
    """
    plain = _plain(text)
    words = _WORD.findall(text.translate(_FOLDING)) if plain is None else _ASCII_WORD.findall(plain)
    return [term for word in words if (term := _term(word[: 2 * LONGEST_WORD]))]


def spans_of(sought: Collection[str], text: str) -> list[tuple[int, int]]:
    """Where the terms that are `sought` stand in `text` (code points), in order."""
    if not sought:
        return []
    plain = _plain(text) if _is_aligned(text) else None
    if plain is not None and all(term.isascii() for term in sought):
        # A stem begins as its word does: only words that begin so need to be stemmed.
        words = _ascii_words("".join(sorted({term[0] for term in sought}))).finditer(plain)
        return [match.span() for match in words if _term(match[0][: 2 * LONGEST_WORD]) in sought]
    return [(start, end) for term, start, end in term_spans(text) if term in sought]


@lru_cache(maxsize=1 << 8)
def _ascii_words(initials: str) -> re.Pattern[str]:
    """The words as in `_ASCII_WORD` that begin with one of these."""
    return re.compile(f"(?<![a-z0-9])(?<![a-z0-9]')[{initials}][a-z0-9]*(?:'[a-z0-9]+)*")


def term_spans(text: str) -> list[tuple[str, int, int]]:
    """`terms(text)`, each with the stretch `text[start:end]` that it stands for (code points)."""
    if _is_aligned(text):
        plain = _plain(text)
        return _spans(_WORD, text.translate(_FOLDING)) if plain is None else _spans(_ASCII_WORD, plain)
    folded = [_FOLDING[ord(character)] for character in text]
    origins = [position for position, piece in enumerate(folded) for _ in piece]
    spans = []
    for match in _WORD.finditer("".join(folded)):
        if term := _term(match[0][: 2 * LONGEST_WORD]):
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            while end < len(text) and not folded[end]:
                end += 1  # the combining marks of the last letter
            spans.append((term, start, end))
    return spans


def _spans(word: re.Pattern[str], folded: str) -> list[tuple[str, int, int]]:
    spans = []
    end = 0
    for found in word.findall(folded):
        start = folded.index(found, end)  # no word begins between one match and the next
        end = start + len(found)
        if term := _term(found[: 2 * LONGEST_WORD]):
            spans.append((term, start, end))
    return spans


def _is_aligned(text: str) -> bool:
    """Whether each character is folded to one."""
    return all(len(_FOLDING[ord(character)]) == 1 for character in set(text) if character > _LAST_ASCII)


def _plain(text: str) -> str | None:
    """`text` folded, but for marks between words, where nothing beyond ASCII is left then; else None.

    With a few quotation marks and accents this takes a fifth of the time of `translate`.
    """
    if not text.isascii():
        beyond = [character for character in set(text) if character > _LAST_ASCII]
        if len(beyond) > _FEW_BEYOND:
            return None
        for character in beyond:
            text = text.replace(character, _FOLDING[ord(character)])
        if not text.isascii():
            return None
    return text.lower()


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    """The term for a folded word, empty for a stopword."""
    plain = word.replace("'", "")[:LONGEST_WORD]
    if plain in STOPWORDS:
        return ""
    # A stemmer must not be used by two threads at once, and a new one costs a microsecond.
    return Stemmer.Stemmer("english", 0).stemWord(plain) if plain.isascii() else plain


class _Folding(dict[int, str]):
    """What `str.translate` puts for a code point: word characters, an apostrophe, a space or nothing."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


_FOLDING = _Folding()


def _fold(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    folded = ""
    for part in unicodedata.normalize("NFKD", decomposed):
        category = unicodedata.category(part)
        if part in _APOSTROPHES:
            folded += "'"
        elif category[0] in "LN" or (category[0] == "M" and not unicodedata.combining(part)):
            folded += _PLAIN.get(part, part)
        elif category[0] != "M" and (category != "Cf" or part == "\u200b"):
            folded += " "
    return folded
