"""What stands in a name before or behind a surname without being one: articles, and letters of honour."""

from __future__ import annotations

import re

from index.word_set import word_set

ARTICLES = "al|el|ad|adh|an|ar|as|ash|at|ath|az|ed|en|es|ez|ud|ul|ur|uz"
"""The Arabic articles that a hyphen ties to a surname ("al-Masri", "ash-Shafi"), as a pattern."""
SMALL_BEGINNING = rf"(?:(?:{ARTICLES})-|(?:d|dall|dell|l)['’])"
"""How a name may begin in small letters ("al-Masri", "d'Estaing"), as a pattern."""
_ARTICLE = re.compile(rf"(?:{ARTICLES})-(?=\w)")
_BEGINS_SMALL = re.compile(rf"{SMALL_BEGINNING}(?=\w)")

POST_NOMINALS = word_set("mp mep msp mla td qc kc obe mbe cbe dbe kbe kcb cmg dso bem oam frs phd md esq")
"""Letters behind a name, in lower case; they are written in capitals, but for "PhD" and "Esq"."""
SEATS = word_set("mp mep msp mla td")
"""Those of them that tell where somebody sits: as a noun they follow a place or a party too ("Leeds West MP")."""


def without_article(word: str) -> str:
    """The lower-case surname without an Arabic article tied to it."""
    match = _ARTICLE.match(word)
    return word[match.end() :] if match is not None else word


def begins_small(word: str) -> bool:
    """Whether a word that begins in small letters is a name all the same ("al-Masri")."""
    match = _BEGINS_SMALL.match(word)
    return match is not None and word[match.end()].isupper()


def is_post_nominal(word: str) -> bool:
    """Whether the word as written is a letter of honour or the like behind a name."""
    bare = word.rstrip(".")
    return bare.lower() in POST_NOMINALS and (bare.isupper() or bare in ("PhD", "Esq"))
