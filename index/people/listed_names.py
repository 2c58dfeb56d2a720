"""Several names in one: "Putin and Cameron"."""

from __future__ import annotations

import re

from index.people.names import leading_titles
from index.people.titles import SUFFIXES
from index.quotations.affixes import POST_NOMINALS

MOST_NAMES = 10
"""Names that are told apart in one; what has more is looked up as it stands."""

_ENDING = rf"(?:{'|'.join(sorted(SUFFIXES.keys() | POST_NOMINALS))})\b"
_JOINT = re.compile(
    rf",?\s+(?:and|or|nor|&|\+|vs\.?|versus|as\s+well\s+as)\s+|\s*,\s+(?!{_ENDING})|"
    r"\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\A(?:both|either|neither)\s+", re.IGNORECASE)


def listed_names(words: str) -> tuple[str, ...]:
    """The names that `words` join, as written; those words alone where they join none.

    What joins the titles of one person ("the president and CEO Grant") parts nothing.
    """
    names = _BOTH.sub("", words)
    written = names.split()
    if not _JOINT.search(" ".join(("", *written[leading_titles(written) :]))):
        return (words,)
    parts = tuple(part for part in (part.strip(" ,") for part in _JOINT.split(names)) if part)
    return parts if 1 < len(parts) <= MOST_NAMES else (words,)
