"""The people that an article names: full names, and the gender that it gives away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from index.quotations.given_names import FEMALE_NAMES, MALE_NAMES
from index.quotations.phrases import is_title
from index.quotations.words import (
    FEMALE_NOUNS,
    MALE_NOUNS,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    PERSON_SUFFIXES,
    TAGS,
)

_WORD = r"[A-ZÀ-ÖØ-Þ](?:\.|[\w]*(?:['’.-](?!s\b)[\w]+)*)"
_RUN = re.compile(
    rf"{_WORD}(?:[ \n\u00a0](?:(?:de|la|del|van|von|der|bin|ibn|al|el|da|dos|du|di)[ \n])*(?:al-|el-)?{_WORD}\.?)*"
)


@dataclass(slots=True)
class Person:
    """A person named in the article. `gender` is 'm', 'f' or ''."""

    name: tuple[str, ...]
    first: int
    gender: str = ""
    count: int = 0

    @property
    def surname(self) -> str:
        """The last name, in lower case."""
        return surname_of(self.name)


@dataclass(slots=True)
class Cast:
    """All persons of an article, by surname."""

    people: dict[str, list[Person]] = field(default_factory=dict)
    singles: Counter[str] = field(default_factory=Counter)

    def resolve(self, name: tuple[str, ...], position: int) -> Person | None:
        """The person meant by the name as written at `position`, if it is clear."""
        known = self.people.get(surname_of(name), [])
        if len(name) > 1:
            first = name[0].lower().rstrip(".")
            for person in known:
                if _same_first(person.name[0].lower().rstrip("."), first):
                    return person
            return None
        if len(known) == 1:
            return known[0]
        before = [p for p in known if p.first <= position]
        if len(before) == 1:
            return before[0]
        return None


def surname_of(name: Iterable[str]) -> str:
    """The last word of a name, suffixes like Jr. left out, in lower case."""
    words = [word.lower() for word in name]
    while len(words) > 1 and words[-1] in PERSON_SUFFIXES:
        words.pop()
    return words[-1]


def _same_first(a: str, b: str) -> bool:
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])


def given_gender(word: str) -> str:
    """The gender a given name usually tells: 'm', 'f' or ''."""
    lower = word.lower()
    male, female = lower in MALE_NAMES, lower in FEMALE_NAMES
    return "" if male == female else "m" if male else "f"


def read_cast(text: str, spans: Iterable[tuple[int, int]]) -> Cast:
    """The people named in the given parts of the text."""
    cast = Cast()
    full: dict[tuple[str, ...], Person] = {}
    for start, end in spans:
        for match in _RUN.finditer(text, start, end):
            words = match.group().split()
            gender = ""
            title = False
            while words and (is_title(words[0].lower()) or TAGS.get(words[0].lower(), 0)):
                word = words.pop(0).lower().rstrip(".")
                title = title or is_title(word)
                gender = "m" if word in MALE_NOUNS else "f" if word in FEMALE_NOUNS else gender
            if not words:
                continue
            if len(words) == 1:
                cast.singles[words[0].lower()] += 1
                continue
            if not 2 <= len(words) <= 5 or not _is_person(words, title):
                continue
            name = tuple(words)
            person = full.get(name)
            if person is None:
                person = full[name] = Person(name, match.start(), given_gender(words[0]))
            person.gender = person.gender or gender
            person.count += 1
    for name, person in full.items():
        known = cast.people.setdefault(surname_of(name), [])
        for other in known:
            if _same_first(other.name[0].lower().rstrip("."), name[0].lower().rstrip(".")):
                other.count += person.count
                other.gender = other.gender or person.gender
                break
        else:
            known.append(person)
    return cast


def _is_person(words: list[str], title: bool) -> bool:
    low = [word.lower() for word in words]
    if any(word in ORGANISATION_WORDS for word in low[1:]) or low[0] in ("the",):
        return False
    if any(word not in NAME_PARTICLES and TAGS.get(word, 0) for word in low[1:]):
        return False
    if title or low[0] in MALE_NAMES or low[0] in FEMALE_NAMES:
        return True
    return len(words) <= 3 and not any(word.isupper() and len(word) > 3 for word in words)
