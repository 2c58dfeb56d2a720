"""Names of organisations, compared exactly but for case, accents, points and a leading "the"."""

from __future__ import annotations

import re

from index.folding import fold
from index.people.spelling import without_possessive

_LEADING_THE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
_POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b|\W|$)")


def shown_organisation(written: str) -> str:
    """An organisation's name on one line, without a "the" before it."""
    return _LEADING_THE.sub("", " ".join(written.split()))


def organisation_key(written: str) -> str:
    """What two spellings of one organisation's name have in common: "The U.S. Army" and "US army"."""
    folded = fold(without_possessive(_LEADING_THE.sub("", " ".join(written.split()), count=1)))
    return _POINTS.sub("", folded).replace("&", "and").strip(" .,")
