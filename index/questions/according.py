"""Whom a question names as its source: "according to AFP, ...", "... in The Courier"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.questions.speakers import may_speak

_NAME = r"(?P<name>[^\s,;:?!][^,;:?!]{0,60}?)"
_ASKING = r"(?=(?:who|whose|what|which|when|where|why|how|did|does|has|have|is|was)\b)"
_LEADING = re.compile(
    rf"(?:(?P<opening>who|what|did)\s*,\s*)?according\s+to\s+(?!whom?\b){_NAME}(?:\s*,\s*|\s+{_ASKING})(?=\S)",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"(?:,\s*|\s+)according\s+to\s+(?!whom?\b){_NAME}$", re.IGNORECASE)
_IN_OUTLET = re.compile(r"\s+in\s+(?P<name>(?:the\s+)?[A-Z][\w.'’&-]*(?:\s+[A-Z][\w.'’&-]*){0,3})$")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A question without the source that it names, and that source: an outlet, or a person."""

    words: str
    source: str


def leading_source(words: str) -> Attributed | None:
    """The question without the "according to ..." that it begins with."""
    match = _LEADING.match(words)
    return match and Attributed(f"{match['opening'] or ''} {words[match.end() :]}".strip(), match["name"])


def trailing_source(words: str) -> Attributed | None:
    """The question without the "according to ..." that it ends with."""
    match = _TRAILING.search(words)
    return Attributed(words[: match.start()], match["name"]) if match and may_speak(match["name"]) else None


def trailing_outlet(words: str) -> Attributed | None:
    """The question without a name behind "in", which may be that of an outlet or of a place."""
    match = _IN_OUTLET.search(words)
    return match and Attributed(words[: match.start()], match["name"])
