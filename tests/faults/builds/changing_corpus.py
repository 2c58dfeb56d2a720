"""A small corpus that changes a little from build to build, as corpora do."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

SPEAKERS = ("Ada Grant", "Tom Hale", "Nora Lind", "Ivan Petrov", "Mayor Ann Lee")
SUBJECTS = ("harbour", "ferry", "lighthouse", "orchard", "bakery", "railway bridge", "night market")
DEEDS = ("stay open", "close for repairs", "be sold to the town", "get a new roof", "open an hour earlier")
TIMES = ("in March", "before the winter", "next summer", "on the first of May", "within ten years")

QUESTIONS = (
    "who said the ferry will close for repairs",
    "what did Ada Grant say about the harbour",
    'did Tom Hale say "be sold to the town"',
    "night market next summer",
)
"""Asked of every build: of words, of a speaker, of a quotation, of a subject."""

_FEWEST, _MOST = 4, 9


@dataclass(slots=True)
class ChangingCorpus:
    """Text files in `folder`; the same `rng` makes the same ones."""

    folder: Path
    rng: random.Random
    made: int = 0
    names: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        for _ in range(6):
            self._add()

    def change(self) -> str:
        """Add, rewrite or remove one article; returns what was done."""
        possible = ["changed"]
        if len(self.names) < _MOST:
            possible.append("added")
        if len(self.names) > _FEWEST:
            possible.append("removed")
        what = self.rng.choice(possible)
        if what == "added":
            self._add()
        elif what == "changed":
            self._write(self.rng.choice(self.names))
        else:
            name = self.names.pop(self.rng.randrange(len(self.names)))
            (self.folder / name).unlink()
        return what

    def _add(self) -> None:
        self.made += 1
        self.names.append(f"article-{self.made:04}.txt")
        self._write(self.names[-1])

    def _write(self, name: str) -> None:
        self.made += 1
        subject, deed, when, speaker = map(self.rng.choice, (SUBJECTS, DEEDS, TIMES, SPEAKERS))
        other = self.rng.choice(SPEAKERS)
        (self.folder / name).write_text(
            f"The {subject} will {deed}, notice {self.made} says\n\n"
            f"The {subject} will {deed} {when}, {speaker} said at the town hall on Monday.\n\n"
            f'"Nobody asked me whether the {subject} should {deed}," {other} told reporters, '
            f'"and I will ask for it {when} again."\n\n'
            f"The council votes on item {self.made} of its list {self.rng.choice(TIMES)}.\n",
            encoding="utf-8",
        )
