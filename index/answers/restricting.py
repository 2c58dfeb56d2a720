"""A question's filters as a restriction of what may answer it."""

from __future__ import annotations

from index.questions import Filters
from index.search.candidates import Restriction


def restriction_of(filters: Filters) -> Restriction:
    """The filters of a question as a restriction of candidates."""
    return Restriction(
        source=filters.source, before=filters.before, after=filters.after, phrases=filters.phrases
    )
