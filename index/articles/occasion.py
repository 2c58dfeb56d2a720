"""Where an article's events took place, as far as its beginning says: evidence for joining reports."""

from __future__ import annotations

import re

HEAD = 1500
"""Code points of an article in which its place is told: captions, lead, and the paragraph after."""

_PLACE = re.compile(
    r"\b(?:in|at|near)\s+(?:(?:the|[\w’'-]+\s+resort\s+of|southern|northern|eastern|western|central)\s+){0,3}"
    r"([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})"
)
_DAY_OR_MONTH = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)


def places(text: str) -> frozenset[str]:
    """The names that stand like places at the beginning of an article, in lower case."""
    names = {" ".join(match[1].split()).casefold() for match in _PLACE.finditer(text[:HEAD])}
    return frozenset(name for name in names if name.split()[0] not in _DAY_OR_MONTH)
