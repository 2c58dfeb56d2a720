"""A name as written, taken apart: given names, surname, generational suffix, gender by its title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.folding import fold
from index.people.spelling import (
    folded,
    romanised,
    umlaut_spelling,
    without_possessive,
)
from index.people.titles import (
    CONNECTORS,
    FEMALE_TITLES,
    MALE_TITLES,
    NATIONALITIES,
    SUFFIXES,
    TITLES,
)
from index.quotations.affixes import POST_NOMINALS, without_article
from index.quotations.words import NAME_PARTICLES
from index.word_set import word_set

_NICK = re.compile(r"\s[\"“‘'(][^\"“”‘’'()]{1,30}[\"”’')](?=\s|$)")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}$")
_PARTICLES = (NAME_PARTICLES - {"mac", "nic"}) | {"ad", "an", "ar", "as", "do"}
_DESCENT = ("ó", "o")
_FAMILY_FIRST = word_set(
    """
    xi li wang zhang chen liu yang huang zhao wu zhou hu jiang wen deng mao kim park moon ban lee
    roh chun nguyen ho le pham tran zhu sun ma guo lin song tang han feng cao peng zeng xiao tian
    dong pan yuan cai
    """
)
_GIVEN_TOO = frozenset(("kim", "lee", "han", "song"))
_ENDINGS = SUFFIXES.keys() | POST_NOMINALS
_LONGEST = 120
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name. All parts are folded; `shown` is the name as written without title and nickname.

    `given` are the given names and initials in order, `surname` the family name without "al-" and
    particles, `surnames` all its spellings, `suffix` a generational one ("jr"), `gender` "m" or "f"
    where a title tells it.
    """

    shown: str
    given: tuple[str, ...]
    surname: str
    surnames: frozenset[str]
    suffix: str = ""
    gender: str = ""

    @property
    def is_full(self) -> bool:
        """Whether the name has more than the surname."""
        return bool(self.given)

    @property
    def spells_given_name(self) -> bool:
        """Whether its first given name is written out."""
        return bool(self.given) and len(self.given[0]) > 1

    @property
    def bucket(self) -> str:
        """Names that may be one person's have this in common, umlauts aside."""
        return romanised(self.surname)


@lru_cache(maxsize=_REMEMBERED)
def parse_name(written: str) -> Name | None:
    """The name that `written` gives, None where nothing but titles is left."""
    words = written.split()
    if len(written) <= _LONGEST and words and all(map(_is_plain, words)):
        return _taken_apart(words, " ".join(words), "", "")
    words = _NICK.sub("", written[:_LONGEST]).replace(",", " ").split()
    titles = leading_titles(words)
    gender = ""
    if titles:
        gender = next((g for word in words[:titles] if (g := _title_gender(word))), "")
        words = words[titles:]
    suffix = ""
    while len(words) > 1 and (end := folded(words[-1])) in _ENDINGS:
        suffix = suffix or SUFFIXES.get(end, "")
        words.pop()
    if words:
        words[-1] = without_possessive(words[-1])
    parts = [word for word in words if folded(word)]
    if not parts:
        return None
    shown = " ".join((*parts, *_suffix_shown(written, suffix)))
    return _taken_apart(parts, shown, suffix, gender)


@lru_cache(maxsize=_REMEMBERED)
def name_key(written: str) -> str:
    """What spellings of a name have in common that differ in case, accents and titles only."""
    name = parse_name(written)
    return fold(name.shown if name else written)


@lru_cache(maxsize=_REMEMBERED)
def _is_plain(word: str) -> bool:
    """Whether a word is a name wherever it stands: no title, no ending, no marks."""
    plain = word.lower()
    return (
        word.isascii()
        and word.isalpha()
        and not any(plain in words for words in (TITLES, NATIONALITIES, CONNECTORS, _ENDINGS))
    )


def leading_titles(words: Sequence[str]) -> int:
    """How many words stand before the name: titles, with nationalities and connectors among them."""
    last = 0
    for at, word in enumerate(words[:-1], start=1):
        plain = folded(word).removeprefix("ex-")
        if plain in TITLES:
            last = at
        elif plain not in NATIONALITIES and plain not in CONNECTORS:
            break
    return last


def _title_gender(word: str) -> str:
    plain = folded(word)
    return "m" if plain in MALE_TITLES else "f" if plain in FEMALE_TITLES else ""


def _suffix_shown(written: str, suffix: str) -> tuple[str, ...]:
    if not suffix:
        return ()
    return next(
        ((word.strip(","),) for word in reversed(written.split()) if SUFFIXES.get(folded(word)) == suffix), ()
    )


@lru_cache(maxsize=_REMEMBERED)
def given_pieces(word: str) -> tuple[str, ...]:
    """The folded given names and initials in a word before the surname: "Jean-Claude", "H.W."."""
    if _INITIALS.fullmatch(word) or (word.isupper() and len(word) == 2 and word.isascii()):
        return tuple(letter.casefold() for letter in word if letter.isalpha())
    return _pieces(word)


@lru_cache(maxsize=_REMEMBERED)
def surname_spellings(word: str) -> tuple[str, frozenset[str]]:
    """The folded surname that a word gives, and all its spellings."""
    last = _without_article(word)
    surname = folded(last).replace("-", "")
    written_out = umlaut_spelling(last)
    return surname, frozenset((surname, written_out.replace("-", "") if written_out else surname))


def word_keys(word: str) -> set[str]:
    """All that a word of a name can be in the parsed name and in its folded spelling, wherever it stands."""
    return {
        key
        for form in {word, without_possessive(word)}
        for key in (
            folded(form),
            *map(folded, fold(form).split()),
            *given_pieces(form),
            *_pieces(form),
            *surname_spellings(form)[1],
        )
    }


def _taken_apart(parts: list[str], shown: str, suffix: str, gender: str) -> Name:
    if len(parts) > 1 and _small(parts[-2]) in _DESCENT:
        parts = [*parts[:-2], parts[-1]]  # "Ó Conaill"; an initial has a full stop
    tokens = [piece for word in parts[:-1] for piece in given_pieces(word)]
    if len(parts) in (2, 3) and tokens and tokens[0] in _FAMILY_FIRST and _is_eastern(parts):
        given = (*tokens[1:], *_pieces(parts[-1]))
        return Name(shown, given, tokens[0], frozenset((tokens[0],)), suffix, gender)
    surname, surnames = surname_spellings(parts[-1])
    given = tuple(token for token in tokens if token not in _PARTICLES)
    return Name(shown, given, surname, surnames, suffix, gender)


def _pieces(word: str) -> tuple[str, ...]:
    return tuple(piece for piece in folded(_without_article(word)).split("-") if piece)


def _without_article(word: str) -> str:
    """A word in small letters without an Arabic article before it."""
    return without_article(_small(word))


def _is_eastern(parts: Sequence[str]) -> bool:
    """Whether a name of two or three words that begins like one puts the family name first."""
    return len(parts) == 3 or "-" in _small(parts[1]) or folded(parts[0]) not in _GIVEN_TOO


def halves(name: Name) -> tuple[str, ...]:
    """The folded parts of a surname with a hyphen; () of any other."""
    for word in name.shown.split():
        if "-" in _small(word) and surname_spellings(word)[0] == name.surname:
            parts = _pieces(word)
            return parts if len(parts) > 1 else ()
    return ()


def with_umlaut_spellings(names: Mapping[str, Name | None]) -> dict[str, Name | None]:
    """`names` with each surname knowing both spellings of an umlaut, where one of the names has the umlaut:
    beside "Schröder", "Schroder" and "Schroeder" are the same.
    """
    spellings: dict[str, frozenset[str]] = {}
    for name in names.values():
        if name is not None and len(name.surnames) > 1:
            spellings.update(dict.fromkeys(name.surnames, name.surnames))
    if not spellings:
        return dict(names)
    return {
        written: replace(name, surnames=spellings[name.surname])
        if name is not None and name.surname in spellings
        else name
        for written, name in names.items()
    }


def _small(word: str) -> str:
    """A word in small letters with plain hyphens, accents kept."""
    return word.casefold().replace("‐", "-").replace("‑", "-").replace("–", "-")
