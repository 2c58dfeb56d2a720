"""A person in the making: the names found so far, with their counts."""

from __future__ import annotations

from collections.abc import Mapping

from index.people.matching import gender_of
from index.people.names import Name
from index.people.person import Person
from index.quotations.statement import SpeakerKind

_MOST_WORDS = 4
_MOST_DESCRIPTIONS = 50


class Draft:
    """`named` is the name that `aliases.toml` gives the person, `names` are the full names."""

    __slots__ = ("_counts", "_descriptions", "_first_article", "kind", "named", "names")

    def __init__(self, kind: SpeakerKind, named: str | None = None) -> None:
        self.kind = kind
        self.named = named
        self.names: list[Name] = []
        self._counts: dict[str, tuple[int, int]] = {}
        self._descriptions: dict[str, int] = {}
        self._first_article: str | None = None

    @property
    def genders(self) -> set[str]:
        """The genders that its names tell."""
        return {gender for name in self.names if (gender := gender_of(name))}

    def count(self, article: str, shown: str, times: int, descriptions: Mapping[str, int]) -> None:
        """Take in that `article` names the person `shown` so many times."""
        mentions, articles = self._counts.get(shown, (0, 0))
        self._counts[shown] = (mentions + times, articles + 1)
        for described, often in descriptions.items():
            self._descriptions[described] = self._descriptions.get(described, 0) + often
        if self._first_article is None or article < self._first_article:
            self._first_article = article

    def finish(self) -> tuple[tuple[object, ...], Person]:
        """The finished person, with its place in the list of persons: by mentions, name and first article."""
        aliases = sorted(
            ((shown, mentions) for shown, (mentions, _) in self._counts.items()),
            key=lambda alias: (-alias[1], alias[0].casefold(), alias[0]),
        )
        person = Person(self._name(), tuple(aliases), self.kind, self._description())
        place = (
            -sum(times for _, times in aliases),
            person.name.casefold(),
            person.name,
            self._first_article or "",
        )
        return place, person

    def _description(self) -> str | None:
        """The most frequent description; a short one counts also for those that say the same and more."""
        if not self._descriptions:
            return None
        common = dict(
            sorted(self._descriptions.items(), key=lambda item: (-item[1], item[0]))[:_MOST_DESCRIPTIONS]
        )
        words = {described: frozenset(described.casefold().split()) for described in common}

        def votes(described: str) -> int:
            if len(words[described]) > _MOST_WORDS:
                return self._descriptions[described]
            return sum(times for other, times in common.items() if words[other] <= words[described])

        return min(common, key=lambda described: (-votes(described), len(described), described), default=None)

    def _name(self) -> str:
        if self.named is not None:
            return self.named
        if len(self._counts) == 1:
            return next(iter(self._counts))
        spelled = {name.shown for name in self.names if name.spells_given_name}
        full = {name.shown for name in self.names}
        return min(
            self._counts,
            key=lambda shown: (
                shown not in spelled,
                shown not in full,
                -self._counts[shown][1],
                shown.casefold(),
                shown,
            ),
        )
