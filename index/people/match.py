"""A person that a name may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """What a look-up must know of a person."""

    @property
    def name(self) -> str:
        """The canonical name."""

    @property
    def kind(self) -> str:
        """A `SpeakerKind`, or its value."""

    @property
    def description(self) -> str | None:
        """What the person is called beside the name."""

    @property
    def aliases(self) -> tuple[tuple[str, int], ...]:
        """All spellings with how often each stands."""


P_co = TypeVar("P_co", bound=Named, covariant=True)
P = TypeVar("P", bound=Named)


@dataclass(frozen=True, slots=True)
class Match(Generic[P_co]):
    """A person that a name may mean. `corrected`: only after a typing mistake was put right;
    `ambiguous`: others may be meant as well; `described`: by an office or the like, not by name.
    """

    person: P_co
    corrected: bool
    ambiguous: bool
    described: bool = False
