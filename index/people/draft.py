"""A person in the making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.people.matching import gender_of
from index.people.names import Name
from index.quotations.statement import SpeakerKind

_MOST_WORDS = 4
_MOST_DESCRIPTIONS = 50


class Count(NamedTuple):
    """How often a person is named so, and in how many articles; of names that differ within an article
    but are shown alike, each counts that article.
    """

    shown: str
    mentions: int
    articles: int

    @property
    def order(self) -> tuple[str, str]:
        """The alphabetical order of names."""
        return self.shown.casefold(), self.shown


@dataclass(slots=True)
class Draft:
    """`named` is the name that `aliases.toml` gives the person, `names` are the full names."""

    kind: SpeakerKind
    named: str | None = None
    names: list[Name] = field(default_factory=list)

    @property
    def genders(self) -> set[str]:
        """The genders that its names tell."""
        return {gender for name in self.names if (gender := gender_of(name))}

    def name(self, counts: Sequence[Count]) -> str:
        """The name that most articles use, of the fullest names that there are."""
        if self.named is not None:
            return self.named
        if len(counts) == 1:
            return counts[0].shown
        spelled = {name.shown for name in self.names if name.spells_given_name}
        full = {name.shown for name in self.names}
        return min(
            (count.shown not in spelled, count.shown not in full, -count.articles, *count.order)
            for count in counts
        )[-1]


def aliases(counts: Sequence[Count]) -> tuple[tuple[str, int], ...]:
    """The names with their mentions, most frequent first."""
    if len(counts) > 1:
        counts = sorted(counts, key=lambda count: (-count.mentions, *count.order))
    return tuple((count.shown, count.mentions) for count in counts)


def description(descriptions: Mapping[str, int]) -> str | None:
    """The most frequent description; a short one counts also for those that say the same and more."""
    if len(descriptions) < 2:
        return next(iter(descriptions), None)
    common = dict(sorted(descriptions.items(), key=lambda item: (-item[1], item[0]))[:_MOST_DESCRIPTIONS])
    words = {described: frozenset(described.casefold().split()) for described in common}

    def votes(described: str) -> int:
        if len(words[described]) > _MOST_WORDS:
            return descriptions[described]
        return sum(times for other, times in common.items() if words[other] <= words[described])

    return min(common, key=lambda described: (-votes(described), len(described), described))
