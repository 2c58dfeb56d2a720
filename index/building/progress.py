"""What a build tells while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from index.articles.corpus import Skipped

MOST_SKIPPED = 1_000


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
    holds the first `MOST_SKIPPED` of the `skips` files, or parts of files, that are not in the index.
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


Listener = Callable[[Progress | Skipped], None]
"""Called in the building process with every step and every file that was skipped."""
