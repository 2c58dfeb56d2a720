"""A question's filters as a restriction of what may answer it."""

from __future__ import annotations

from index.questions import Filters
from index.search.candidates import Restriction


def restriction_of(filters: Filters, persons: frozenset[int] | None) -> Restriction:
    """The filters of a question as a restriction of candidates."""
    return Restriction(persons, filters.source, filters.before, filters.after, filters.phrases)
