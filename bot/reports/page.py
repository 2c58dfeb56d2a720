"""A page of a report, and how the lists of the store are cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

from bot.render.listing import PER_PAGE, Listing, page_count
from bot.store.unanswered import Unanswered

MOST: Final = 1000
"""How many entries of the store a report has."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of a report. `argument` is what it is about: words, or a scope; `unanswered` are its questions."""

    listing: Listing
    argument: str
    unanswered: tuple[Unanswered, ...] = ()


def cut(entries: list[T], number: int) -> tuple[int, int, list[T]]:
    """The page's number, how many pages there are, and what is on it."""
    pages = page_count(len(entries))
    number = min(number, pages)
    return number, pages, entries[(number - 1) * PER_PAGE : number * PER_PAGE]


def day(at: int) -> str:
    """The day of a moment that is given in seconds since 1970, in UTC."""
    return datetime.fromtimestamp(at, UTC).date().isoformat()
