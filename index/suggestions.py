"""Suggestions: which names somebody may be about to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from index.folding import word_sequence
from index.storage.persons import StoredPerson
from index.storage.reader import Source

_LONGEST = 100
_FEWEST_LETTERS = 3
_MOST_WORDS = 6
_ALIKE = 75.0
"""How alike (0..100, rapidfuzz's ratio) a word of a name must be to one that is typed where nothing begins so."""

_LOOSELY = 60.0
"""How alike the beginnings of words must be that support a name of which another word is the one typed."""


@dataclass(frozen=True, slots=True)
class Suggestible:
    """A name to suggest, all spellings by which it is found, and how often it occurs."""

    name: str
    spellings: tuple[str, ...]
    weight: int


class Suggestions:
    """The names of one kind, ready to be searched while somebody types."""

    def __init__(self, names: Iterable[Suggestible]) -> None:
        ordered = sorted(names, key=lambda item: (-item.weight, item.name.casefold()))
        self._names = [item.name for item in ordered]
        self._spellings: list[str] = []
        self._owners: list[int] = []
        self._bearers: dict[str, list[int]] = {}
        self._initials: dict[str, list[str]] = {}
        for owner, item in enumerate(ordered):
            spellings = {word_sequence(spelling) for spelling in (item.name, *item.spellings)}
            self._spellings += spellings
            self._owners += [owner] * len(spellings)
            for word in {word for spelling in spellings for word in spelling.split()}:
                self._bearers.setdefault(word, []).append(owner)
        self._words = list(self._bearers)
        for word in self._words:
            self._initials.setdefault(word[0], []).append(word)

    def of(self, typed: str, limit: int) -> tuple[str, ...]:
        """At most `limit` names for what is typed so far, the likeliest first.

        First the names in which each typed word begins a word, whatever the order, case and accents;
        where there is none, those in which each is spelled like a word or its beginning, and else those of
        which no more is known than the first word typed. Names of the same rank come by weight, and nothing
        typed suggests the weightiest.
        """
        words = word_sequence(typed[:_LONGEST]).split()
        if not words:
            return tuple(self._names[:limit])
        beginnings = [f" {word}" for word in words]
        found = {
            owner
            for spelling, owner in zip(self._spellings, self._owners, strict=True)
            if all(beginning in spelling for beginning in beginnings)
        }
        return self._shown(sorted(found) or self._alike(words) or self._called_only(words[0]), limit)

    def _called_only(self, first: str) -> list[int]:
        """Those whose whole name is the first word typed: "Samuel", where no surname is known of him."""
        alone = f" {first} "
        return [
            owner for spelling, owner in zip(self._spellings, self._owners, strict=True) if spelling == alone
        ]

    def _alike(self, typed: Iterable[str]) -> list[int]:
        """Those in whose names each typed word is alike to one, the most alike first. Of very many words the
        longest count, and those of a letter or two do not.
        """
        words = {word for word in typed if len(word) >= _FEWEST_LETTERS}
        each = [self._bearers_alike(word) for word in sorted(words, key=len, reverse=True)[:_MOST_WORDS]]
        if not each:
            return []
        total = {owner: sum(best[owner] for best in each) for owner in set(each[0]).intersection(*each[1:])}
        near = (owner for owner, likeness in total.items() if likeness >= _ALIKE * len(each))
        return sorted(near, key=lambda owner: (-total[owner], owner))

    def _bearers_alike(self, typed: str) -> dict[int, float]:
        """In whose names a word is alike to a typed one, and how alike: the whole word, or of those with the
        same first letter the beginning. Such a word that only begins like it counts as loosely alike, which
        is too little alone.
        """
        same = self._initials.get(typed[0], [])
        beginnings = [word[: len(typed) + 1] for word in same]
        best: dict[int, float] = {}
        for words, compared in ((self._words, self._words), (same, beginnings)):
            near = process.extract(typed, compared, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
            for _, likeness, place in near:
                for owner in self._bearers[words[place]]:
                    best[owner] = max(likeness, best.get(owner, 0.0))
        for word in same:
            if fuzz.ratio(typed[: len(word)], word[: len(typed)]) >= _LOOSELY:
                for owner in self._bearers[word]:
                    best.setdefault(owner, _LOOSELY)
        return best

    def _shown(self, owners: Sequence[int], limit: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._names[owner] for owner in owners))[:limit]


def of_people(persons: Iterable[StoredPerson]) -> Suggestions:
    """The names of those who are quoted, by how often they are named."""
    return Suggestions(
        Suggestible(
            person.name,
            tuple(alias for alias, _ in person.aliases),
            sum(times for _, times in person.aliases),
        )
        for person in persons
    )


def of_sources(sources: Iterable[Source], headlines: Iterable[str]) -> Suggestions:
    """Outlets by the number of their articles, and behind them what articles are headed."""
    outlets = [Suggestible(one.outlet, (), one.articles) for one in sources if one.outlet is not None]
    return Suggestions((*outlets, *(Suggestible(headline, (), 0) for headline in headlines)))
