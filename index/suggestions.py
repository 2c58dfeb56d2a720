"""Suggestions: which names somebody may be about to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from index.folding import word_sequence

_LONGEST = 100
_FEWEST_LETTERS = 3
_ALIKE = 75.0
"""How alike (0..100, rapidfuzz's partial_ratio) a name must be to what is typed where nothing begins so."""


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
        for owner, item in enumerate(ordered):
            for spelling in {word_sequence(spelling) for spelling in (item.name, *item.spellings)}:
                self._spellings.append(spelling)
                self._owners.append(owner)

    def of(self, typed: str, limit: int) -> tuple[str, ...]:
        """At most `limit` names for what is typed so far, the likeliest first.

        First the names in which each typed word begins a word, whatever the order, case and accents;
        where there is none, those that are spelled alike. Names of the same rank come by weight, and
        nothing typed suggests the weightiest.
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
        return self._shown(sorted(found) if found else self._alike(" ".join(words), limit), limit)

    def _alike(self, typed: str, limit: int) -> list[int]:
        if len(typed) < _FEWEST_LETTERS:
            return []
        near = process.extract(
            typed, self._spellings, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=4 * limit
        )
        best: dict[int, float] = {}
        for _, score, place in near:
            owner = self._owners[place]
            best[owner] = max(score, best.get(owner, 0.0))
        return sorted(best, key=lambda owner: (-best[owner], owner))

    def _shown(self, owners: Sequence[int], limit: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._names[owner] for owner in owners))[:limit]
