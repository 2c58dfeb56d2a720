"""What a build tells while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:  # those who only hear of a build need not load what reads articles
    from index.articles.corpus import Skipped

MOST_KEPT: Final = 1_000
"""How many of the files that were skipped a summary holds."""

MOST_TOLD: Final = 100
"""How many of them people are told of one by one."""

T = TypeVar("T")


class Stage(StrEnum):
    """The stages of a build, in their order."""

    READING = "reading"
    EMBEDDING = "embedding"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units of a stage (total None: not known beforehand)."""

    stage: Stage
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a finished build did; `embedded` counts the texts that the model had to read anew, `skipped`
    holds the first `MOST_KEPT` of the `skips` files, or parts of files, that are not in the index.
    """

    build: str
    articles: int
    passages: int
    statements: int
    persons: int
    added: int
    changed: int
    removed: int
    skipped: tuple[Skipped, ...]
    embedded: int
    seconds: float
    skips: int


class Skips(Generic[T]):
    """The files, or parts of files, that a build skipped: the first `most` of them, and how many there were."""

    def __init__(self, most: int = MOST_TOLD) -> None:
        self.first: list[T] = []
        self.count = 0
        self._most = most

    def add(self, skipped: T) -> bool:
        """Count one; whether it is among the first."""
        self.count += 1
        if self.count <= self._most:
            self.first.append(skipped)
        return self.count <= self._most

    @property
    def others(self) -> int:
        """How many there were besides the first."""
        return self.count - len(self.first)


Listener = Callable[["Progress | Skipped"], None]
"""Called in the building process with every step and every file that was skipped."""
