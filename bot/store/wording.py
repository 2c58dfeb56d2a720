"""Questions as they are kept apart from who asked them."""

from __future__ import annotations

import re

from index.folding import fold

_MENTION = re.compile(r"<(@!?|@&|#)\d{1,20}>")
_LONGEST = 300
_EDGES = " .,;:?!…\"'()[]"


def without_mentions(question: str) -> str:
    """The question on one line, cut to 300 characters, without the ids of members, roles and channels."""
    text = _MENTION.sub(lambda mention: "#channel" if mention[1] == "#" else "@somebody", question)
    return " ".join(text.split())[:_LONGEST]


def normalised(question: str) -> str:
    """What two wordings of one question have in common: case, accents and outer marks do not count."""
    return fold(without_mentions(question)).strip(_EDGES)
