"""A person in the making: the names found so far, with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.people.matching import gender_of
from index.people.names import Name
from index.people.person import Person
from index.quotations.statement import SpeakerKind

_MOST_WORDS = 4
_MOST_DESCRIPTIONS = 50


@dataclass(slots=True)
class Draft:
    """`named` is the name that `aliases.toml` gives the person, `names` are the full names."""

    kind: SpeakerKind
    named: str | None = None
    names: list[Name] = field(default_factory=list)
    mentions: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    descriptions: Counter[str] = field(default_factory=Counter)
    first_article: str | None = None

    @property
    def genders(self) -> set[str]:
        """The genders that its names tell."""
        return {gender for name in self.names if (gender := gender_of(name))}

    def count(self, article: str, shown: str, times: int, descriptions: Mapping[str, int]) -> None:
        """Take in that `article` names the person `shown` so many times."""
        self.mentions[shown] += times
        self.articles[shown] += 1
        self.descriptions.update(descriptions)
        if self.first_article is None or article < self.first_article:
            self.first_article = article

    def sort_key(self) -> tuple[object, ...]:
        """The place in the list of persons: by mentions, then by name and first article."""
        name = self._name()
        return (-self.mentions.total(), name.casefold(), name, self.first_article or "")

    def finish(self, number: int) -> Person:
        """The finished person."""
        aliases = sorted(self.mentions.items(), key=lambda item: (-item[1], item[0].casefold(), item[0]))
        return Person(self._name(), tuple(aliases), self.kind, self._description(), number)

    def _description(self) -> str | None:
        """The most frequent description; a short one counts also for those that say the same and more."""
        common = dict(
            sorted(self.descriptions.items(), key=lambda item: (-item[1], item[0]))[:_MOST_DESCRIPTIONS]
        )
        words = {described: frozenset(described.casefold().split()) for described in common}

        def votes(described: str) -> int:
            if len(words[described]) > _MOST_WORDS:
                return self.descriptions[described]
            return sum(times for other, times in common.items() if words[other] <= words[described])

        return min(common, key=lambda described: (-votes(described), len(described), described), default=None)

    def _name(self) -> str:
        if self.named is not None:
            return self.named
        spelled = {name.shown for name in self.names if name.spells_given_name}
        full = {name.shown for name in self.names}
        return min(
            self.mentions,
            key=lambda shown: (
                shown not in spelled,
                shown not in full,
                -self.articles[shown],
                shown.casefold(),
                shown,
            ),
        )
