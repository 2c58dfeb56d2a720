"""Capitalised words in a row, parted into titles and a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.quotations.affixes import SEATS, SMALL_BEGINNING, is_post_nominal
from index.quotations.cast import without_particles
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.names import DOMAINS, SISTER, ends_rank, is_title
from index.quotations.occupations import leads, tells
from index.quotations.places import PLACES
from index.quotations.surnames import name_begins, surnames_in
from index.quotations.words import ABBREVIATED_TITLES, NAME_PARTICLES, TAGS

_ABBREVIATION = rf"(?:[A-Z]\.)+|(?:{ABBREVIATED_TITLES}|St|Jr|Sr)\."
_WORD = rf"(?:{_ABBREVIATION}|[A-ZÀ-ÖØ-Þ]\w*(?:['’.-](?!s\b)\w+)*)"
_NO_PARTICLES = ("st", "ten")
_PARTICLES = "|".join(sorted(word for word in NAME_PARTICLES if word.isalpha() and word not in _NO_PARTICLES))
_PARTICLE = rf"(?:(?:{_PARTICLES})\s)"
_NICKNAME = r"(?:[ \u00a0](?:[\"“][A-Z]\w{0,14}[\"”]|['‘][A-Z]\w{0,14}['’]))"
RUN = re.compile(
    rf"(?=[A-ZÀ-ÖØ-Þ])\b{_WORD}(?:{_NICKNAME}?[ \n\u00a0]{_PARTICLE}{{0,2}}(?:{SMALL_BEGINNING}(?=[A-ZÀ-Þ]))?{_WORD})*"
)
"""Capitalised words in a row, with the particles between them."""

NAMESAKES = frozenset(("may", "april", "june", "march", "will", "sun", "wed", "sat", "mark", "like"))
"""Words of other kinds, in lower case, that are names where they begin with a capital."""
_OF = (" of ", " for ")
_ORDINARY = re.compile(r"\b[a-z]{3,}\b")
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s([A-ZÀ-ÖØ-Þ]\w+(?:[-'’]\w+)*)")


@dataclass(frozen=True, slots=True)
class Hints:
    """What an article tells of words that may be names or not: those that it has in small letters (`ordinary`), and
    the surnames behind "Mr" or the like (`addressed`, in lower case), and those that other lists of words have
    as well (`surnames`).
    """

    ordinary: frozenset[str]
    addressed: frozenset[str]
    surnames: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Hints:
        """The hints that a text gives."""
        addressed = frozenset(surname.lower() for surname in _ADDRESSED.findall(text))
        return cls(frozenset(_ORDINARY.findall(text)), addressed, surnames_in(text))


def parted(words: list[str], before: str, hints: Hints) -> tuple[list[str], list[str], str]:
    """A run of capitalised words as titles, name and seat ("MP"); `before` is the text that ends where it begins."""
    words, seat = _without_letters(words, hints.addressed)
    titles, name = _split_title(words, hints.surnames)
    if before.endswith(_OF):
        name = _behind_office(name)
    if len(name) > 2 and name[0].lower() in DOMAINS and before.endswith((*_OF, " of the ")):
        name = name[1:]  # "Leader of the Opposition Jane Doe"
    rank = titles[-1:] or before.split()[-1:]
    if len(name) > 1 and rank and ends_rank(name[0].lower(), rank[0].lower()):
        titles, name = [*titles, *name[:1]], name[1:]
    name = list(without_particles(name))
    begin = 0
    while len(name) - begin > 2 and leads(name[begin].lower(), name[begin + 1].lower(), hints.ordinary):
        begin += 1
    titles.extend(word for word in name[:begin] if tells(word.lower()))
    return titles, name[begin:], seat


def _split_title(words: list[str], surnames: frozenset[str]) -> tuple[list[str], list[str]]:
    index = 0
    last = 0
    stop = name_begins(words, surnames)
    while index < min(stop, 8):
        low = words[index].lower()
        sister = index == 0 and low in SISTER and len(words) > 1
        if is_title(low) or sister or low in PLACES or (TAGS.get(low, 0) and low not in NAMESAKES):
            last = index + 1
        elif index + 2 >= len(words) or not any(
            is_title(word.lower()) for word in words[index + 1 : min(stop, index + 5)]
        ):
            break
        index += 1
    return words[:last], words[last:]


def _without_letters(words: list[str], addressed: frozenset[str]) -> tuple[list[str], str]:
    """The words without letters of honour behind the name, and the seat that these tell ("MP")."""
    end = len(words)
    while end and is_post_nominal(words[end - 1]):
        end -= 1
    letters = [word.lower() for word in words[end:]]
    called = end > 1 and words[end - 1].lower() in addressed
    if SEATS.issuperset(letters) and not (
        called or any(word.lower() in GIVEN_NAMES for word in words[: end - 1])
    ):
        return words, ""  # "Leeds West MP"
    return words[:end], next((word.upper() for word in letters if word in SEATS), "")


def _behind_office(words: list[str]) -> list[str]:
    """The name alone of "Canterbury Justin Hale", which stands behind "Archbishop of"."""
    for index in range(1, len(words) - 1):
        low = words[index].lower()
        if low in GIVEN_NAMES:
            return words[index:]
    return words
