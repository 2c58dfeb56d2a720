"""A statement: what an article says that somebody said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_FEWEST_WORDS = 3


class StatementKind(StrEnum):
    """How the words are reported: all inside marks, partly inside, or in the reporter's words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What sort of speaker a mention means."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as far as one article tells.

    `name` is resolved within the article: the fullest name of a person there ("Vladimir Putin" for
    "he" or "the Russian president"), the name of an organisation, or for an unnamed speaker the
    words of the text ("a spokesman for the mayor"). `start`/`end` is the mention as written.
    `members` are the single names where several people speak together ("Putin and Cameron said").
    `description` keeps what was stripped off the name ("Russian President"), where there was any,
    without an article before it.
    """

    name: str
    start: int
    end: int
    kind: SpeakerKind
    description: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One contiguous span `text[start:end]` of reported speech.

    `quoted` are the stretches of it inside marks (marks excluded); doubled apostrophes ('' '') are no
    marks in this sense: what only they enclose is indirect, with nothing in `quoted`. `group` is the
    same number for the segments of one quotation that its attribution breaks up, `cue` is the
    reporting word or phrase as written, `speaker` is None where the text does not tell.
    """

    start: int
    end: int
    kind: StatementKind
    quoted: tuple[tuple[int, int], ...]
    group: int
    cue: str | None
    speaker: Speaker | None


def is_short(text: str) -> bool:
    """Whether a statement of these words tells nothing without the verb that reports it."""
    return len(text.split()) < _FEWEST_WORDS
