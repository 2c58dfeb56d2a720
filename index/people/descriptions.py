"""Who is meant by an office or another description: "the prime minister", "the Treasury director"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.folding import fold
from index.people.spelling import folded, without_possessive
from index.people.titles import CONNECTORS, NATIONALITIES, TITLES
from index.quotations.places import PLACES, place_in
from index.quotations.roles import role_in
from index.quotations.words import TAGS
from index.word_set import word_set

MOST_HOLDERS = 6
"""Persons that an office may mean; of one that more of them hold, nobody is told by it."""

_ABBREVIATIONS = {
    "potus": "us president",
    "vpotus": "us vice president",
    "vp": "vice president",
    "united states": "us",
    "united kingdom": "uk",
    "european union": "eu",
    "united nations": "un",
    "leader of the opposition": "opposition leader",
    "leader of opposition": "opposition leader",
}
_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(_ABBREVIATIONS)})\b")
_ARTICLE = re.compile(r"\Athe\s+")
_ONE_OF_MANY = re.compile(r"\A(?:an?|some|any|one)\s")
_BEHIND_HEAD = word_set("of for at in from to with on who and ,")
_RANKS = word_set("deputy vice assistant associate acting shadow")
_FORMER = frozenset(("former", "ex", "then"))
_TELLS_NOTHING = TITLES | CONNECTORS | NATIONALITIES | _BEHIND_HEAD | word_set("a an current sitting")
_SPEAKING_FOR_OTHERS = "spokesman"


@dataclass(frozen=True, slots=True)
class _Office:
    """An office as described: `place` is '' where the words do not name it; `words` are all of them."""

    name: str
    place: str
    words: frozenset[str]

    @property
    def former(self) -> bool:
        return not self.words.isdisjoint(_FORMER)

    @property
    def told_apart_by(self) -> frozenset[str]:
        """The words that tell it from others of that name."""
        return frozenset(
            word for word in self.words - _TELLS_NOTHING if word not in PLACES and not TAGS.get(word, 0)
        )

    def fits(self, held: _Office) -> bool:
        """Whether nothing that these words ask for is missing in an office as it is held."""
        return (
            self.words & _RANKS == held.words & _RANKS
            and self.told_apart_by <= held.words
            and (not self.place or held.place == self.place)
        )


class Descriptions:
    """Persons, by number, by what they are called beside their names."""

    def __init__(self, described: Iterable[tuple[int, str]]) -> None:
        self._whole: dict[str, set[int]] = defaultdict(set)
        self._holders: dict[str, list[tuple[int, _Office]]] = defaultdict(list)
        for number, description in described:
            words = _plain(description)
            self._whole[words].add(number)
            if office := _office(words.split()):
                self._holders[office.name].append((number, office))

    def called(self, typed: str) -> set[int]:
        """The few persons whose description `typed` means: an office that they hold, or the whole of it
        ("the fisherman"). "A minister" is nobody in particular, nor is a spokesman who is not told whose.
        """
        if _ONE_OF_MANY.match(fold(typed)):
            return set()
        definite = _ARTICLE.match(fold(typed)) is not None
        words = _plain(without_possessive(typed))
        office = _office(words.split())
        holders = self._holding(office) if office is not None else set()
        if office is None and (definite or _is_title(words)):
            holders = self._whole.get(words, set())
        return set(holders) if len(holders) <= MOST_HOLDERS else set()

    def _holding(self, office: _Office) -> set[int]:
        """Who holds an office now; where the corpus has none of them, who did before."""
        if office.name == _SPEAKING_FOR_OTHERS and not (office.place or office.told_apart_by):
            return set()
        fitting = [(number, held) for number, held in self._holders.get(office.name, ()) if office.fits(held)]
        if office.place or office.told_apart_by:
            just_so = [(number, held) for number, held in fitting if held.told_apart_by <= office.words]
            fitting = just_so or fitting
        former = {number for number, held in fitting if held.former}
        return former if office.former else {number for number, _ in fitting} - former or former


def is_description(typed: str) -> bool:
    """Whether `typed` is no name but titles alone: "the prime minister"."""
    return _is_title(fold(typed))


def _is_title(words: str) -> bool:
    parts = [folded(word) for word in words.split()]
    known = TITLES | NATIONALITIES | CONNECTORS
    return bool(parts) and parts[-1] in TITLES and all(word in known for word in parts)


def _plain(words: str) -> str:
    """The words in small letters without points and a "the" before them, abbreviations written out."""
    plain = _ARTICLE.sub("", " ".join(fold(words).replace(".", "").replace(",", " , ").split()))
    return _ABBREVIATED.sub(lambda match: _ABBREVIATIONS[match[0]], plain)


def _office(words: Sequence[str]) -> _Office | None:
    """The office that the words are about; None where their head is none ("the mayor's critics")."""
    stop = next((at for at, word in enumerate(words) if word in _BEHIND_HEAD or word == ","), len(words))
    if not stop:
        return None
    head = words[stop - 1]
    if list(words[max(stop - 2, 0) : stop]) == ["opposition", "leader"]:
        return _Office("opposition leader", place_in(list(words)), frozenset(map(without_possessive, words)))
    behind = ["of", "state"] if list(words[stop : stop + 2]) == ["of", "state"] else []
    role = role_in([*words[max(stop - 2, 0) : stop], *behind])
    if role is None or not (behind or role.office.endswith(head) or role_in([head])):
        return None
    return _Office(role.office, place_in(list(words)), frozenset(map(without_possessive, words)))
