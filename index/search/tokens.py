"""Words as the lexical index knows them: folded, without stopwords, stemmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

import Stemmer

from index.folding import ALONE, PLAIN_LETTERS, beyond_ascii, translated, word_sequence

_STOPWORDS = """
a about after also an and any are as at be been before between but by can did do does during for from had
has have he her him his how i if in into is it its me my no not of on or our she such than that the their
them then there these they this those to us was we were what when where which who whom whose why will
with would you your
"""
STOPWORDS = frozenset(_STOPWORDS.split())
LONGEST_WORD = 64
"""Code points of a word that count; what follows (encoded data, a run without spaces) does not."""

_APART = r"\x00-/:-@\[-`{-\x7f" + ALONE  # and the marks and spaces of ASCII
_WORD = re.compile(f"[{ALONE}]|[^{_APART}]+(?:'[^{_APART}]+)*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_MOST_SOUGHT = 48
"""Of more terms, each word is stemmed sooner than compared with the beginnings of all of them."""
_ELIDED = "l d j m n s t c qu jusqu lorsqu puisqu dell nell all sull dall un o".split()
"""What an apostrophe joins to the word behind it: "l'Europe", "dell'arte", "O'Neill"."""
_APOSTROPHES = frozenset("'’ʼ＇")


def terms(text: str) -> list[str]:
    """The terms of `text` in their order: what a document is indexed by and a query is scored by.

    Unicode folding (NFKD, casefold, no accents), a word's ending in 's left out (of a name in the
    genitive the name counts, of "it's" and "what's" the word that "is" is joined to), other apostrophes
    inside words dropped, stopwords left out, English words stemmed by Snowball. Words outside a-z0-9 keep
    their letters; ideographs and kana, written without spaces, are a term each.
    """
    folded = _folded(text, _beyond_ascii(text))
    words = (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)
    return [term for word in words if (term := _term(word[: 2 * LONGEST_WORD]))]


def joined_before(phrase: str) -> list[str]:
    """The terms that the first word of a phrase may be part of where the phrase stands behind an apostrophe, which
    parts the words of a phrase and joins those of a term.
    """
    first = next(iter(word_sequence(phrase).split()), "")
    if not terms(first) or terms(first) != terms(phrase)[:1]:
        return []
    return [term for elided in _ELIDED for term in terms(f"{elided}'{first}")]


def term_spans(text: str) -> list[tuple[str, int, int]]:
    """`terms(text)`, each with the stretch `text[start:end]` that it stands for (code points)."""
    aligned = _aligned(text)
    if aligned is not None:
        words = (_ASCII_WORD if aligned.isascii() else _WORD).finditer(aligned)
        return [(term, *match.span()) for match in words if (term := _term(match[0][: 2 * LONGEST_WORD]))]
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


def occurrences(sought: Collection[str], text: str) -> list[tuple[str, int, int]]:
    """Those of `term_spans(text)` whose terms are `sought`; for a few, in a third of the time."""
    if not sought:
        return []
    aligned = _aligned(text) if len(sought) <= _MOST_SOUGHT else None
    if aligned is None:
        return [span for span in term_spans(text) if span[0] in sought]
    if aligned.isascii():
        words = _words_like(frozenset(sought)).finditer(aligned)
    else:
        initials = {term[0] for term in sought}
        words = (match for match in _WORD.finditer(aligned) if match[0][0] in initials)
    return [
        (term, *match.span()) for match in words if (term := _term(match[0][: 2 * LONGEST_WORD])) in sought
    ]


@lru_cache(maxsize=1 << 8)
def _words_like(sought: frozenset[str]) -> re.Pattern[str]:
    """The words as in `_ASCII_WORD` that begin as those do whose term may be `sought`."""
    begins = {_beginning(term) for term in sought if term.isascii()}
    # What stands before a word is looked at behind its first letter: few places come to that.
    either = "|".join(f"{word[0]}(?<![a-z0-9].)(?<![a-z0-9]'.){word[1:]}" for word in sorted(begins))
    return re.compile(f"(?:{either or '(?!)'})[a-z0-9]*(?:'[a-z0-9]+)*")


def _beginning(term: str) -> str:
    """How words begin whose term this is: as the term does, but for its last letters and "dying" (die)."""
    if len(term) > 3:
        return "'?".join(term[:3])
    if len(term) == 3:
        return f"{term[0]}'?{'[iy]' if term[1] == 'i' else term[1]}"
    return term[0]


def _aligned(text: str) -> str | None:
    """`text` folded, where each character is folded to one; else None."""
    beyond = _beyond_ascii(text)
    return _folded(text, beyond) if all(len(_FOLDING[ord(one)]) == 1 for one in beyond) else None


def _beyond_ascii(text: str) -> Collection[str]:
    return () if text.isascii() else beyond_ascii(text.encode(errors="surrogatepass"))


def _folded(text: str, beyond: Collection[str]) -> str:
    """`text` with its characters `beyond` ASCII folded; the marks of ASCII may stay between words."""
    return translated(text, beyond, _FOLDING)


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    """The term for a folded word, empty for a stopword."""
    plain = word.removesuffix("'s").replace("'", "")[:LONGEST_WORD]
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
            folded += PLAIN_LETTERS.get(part, part)
        elif category[0] != "M" and (category != "Cf" or part == "\u200b"):
            folded += " "
    return folded
