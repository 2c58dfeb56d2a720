"""A person in the making: the names found so far, with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.people.matching import gender_of
from index.people.names import Name
from index.people.person import Person
from index.quotations.statement import SpeakerKind


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
        described = min(self.descriptions, key=lambda words: (-self.descriptions[words], words), default=None)
        return Person(self._name(), tuple(aliases), self.kind, described, number)

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
