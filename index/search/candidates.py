"""The small interface behind which candidates are found: embedded arrays now, an engine later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from index.search.fusion import DEPTH, SearchMode

Result = TypeVar("Result")


class UnitKind(StrEnum):
    """What is searched."""

    PASSAGE = "passages"
    STATEMENT = "statements"


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a unit must fulfil before the best are taken; None and () leave it open.

    `persons` are numbers of speakers (statements only), `numbers` of the units themselves; of the two either is
    enough. `before` excludes its day and `after` includes it. `phrases` must stand in the unit word for word. `outlets`
    are numbers of outlets.
    """

    persons: frozenset[int] | None = None
    source: str | None = None
    before: str | None = None
    after: str | None = None
    phrases: tuple[str, ...] = ()
    numbers: frozenset[int] | None = None
    outlets: frozenset[int] | None = None


ANYTHING = Restriction()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may answer: its stable number in the build and how it fared.

    `score` is what ranks, comparable within one query only: fused 0..1, or where only words or only
    meaning rank `lexical` or `cosine`. `cosine` is the similarity of meaning (-1..1; None when it was not
    asked for), `lexical` the BM25 score and `coverage` the share of the query's words that stand in the
    unit, weighted by rarity (0..1).
    """

    number: int
    score: float
    cosine: float | None
    lexical: float
    coverage: float


class CandidateSource(Protocol):
    """Anything that finds candidates; a class that says so is held to it."""

    async def candidates(
        self,
        units: UnitKind,
        query: str,
        use: Callable[[list[Candidate]], Result],
        restriction: Restriction = ANYTHING,
        k: int = DEPTH,
        mode: SearchMode = SearchMode.HYBRID,
    ) -> Result:
        """What `use` makes of the best `k` units for the query, best first; the restriction applies before they
        are taken. `use` is called off the event loop, and in the thread that searched where there is one:
        going to and fro between threads would take a tenth of a small corpus's answer.
        """
        ...
