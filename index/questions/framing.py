"""A question without its frame: manners, the date and the source that it names, and a second question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from index.questions.according import Attributed, leading_source, trailing_outlet, trailing_source
from index.questions.dates import Dated, later_date, leading_date
from index.questions.intent import Intent
from index.questions.manners import bare
from index.questions.marking import CLOSING, OPENING, mark_verbs, unmarked
from index.questions.reading import Reading, read
from index.questions.speakers import may_speak
from index.questions.verbs import Form

_SECOND = re.compile(
    r"\?\s+(?=(?:(?:and|also|or|but)\s+)?(?:who|what|when|where|why|how|did|does|has|have|is|was)\b)"
    r"|[.;]\s+(?=(?:(?:and|also)\s+)?(?:who\s+(?:said|claimed|denied)|(?:what\s+)?did\s+\w+(?:\s+\w+)?\s+say)\b)",
    re.IGNORECASE,
)
_ENDS_WITH_VERB = re.compile(rf"[{''.join(Form)}]\w+$")
_MOST_FRAMES = 2
FIRST_ONLY = "Only the first of these questions is answered: ask one at a time."


@dataclass(frozen=True, slots=True)
class Framed:
    """A reading with what stood around it: see `index.questions.parsing.Question`."""

    reading: Reading
    date: Dated | None = None
    source: str | None = None
    perhaps: Framed | None = None
    remarks: tuple[str, ...] = ()


def framed(words: str, plain: str, *, asks: bool) -> Framed:
    """What `words` ask; `plain` are those without the plainest manners, and all that count where articles are
    to be searched. `asks` says that they end with a question mark.
    """
    stripped, whether = bare(words)
    if (second := _SECOND.search(stripped)) and not _within_marks(stripped, second.start()):
        first = _framed(stripped[: second.start()], asks=True)
        if first.reading.intent is not Intent.PASSAGES:
            return replace(first, remarks=(FIRST_ONLY,))
    asked = _framed(stripped, asks=asks or whether)
    if asked.reading.intent is Intent.WHO_SAID and not _asks(asked):
        asked = _framed(words, asks=asks)  # "who said thank you very much"
    if asked.reading.intent is not Intent.PASSAGES:
        return asked
    return Framed(replace(asked.reading, topic=unmarked(plain)), perhaps=asked.perhaps)


def _framed(words: str, *, asks: bool, most: int = _MOST_FRAMES) -> Framed:
    """What `words` ask, of which at most so many dates and sources are taken off."""
    reading = read(words, asks=asks)
    asked = Framed(reading, perhaps=Framed(reading.perhaps) if reading.perhaps else None)
    if not most:
        return asked
    within = partial(_framed, asks=asks, most=most - 1)
    return (
        _led_by_date(words, within)
        or _led_by_source(words, asked, within)
        or _ended_by_date(words, within)
        or _ended_by_source(words, asked, within)
        or _ended_by_outlet(words, asked)
        or asked
    )


def _led_by_date(words: str, within: Callable[[str], Framed]) -> Framed | None:
    if (date := leading_date(words)) is None:
        return None
    inner = within(date.words)
    if not _asks(inner) or inner.date is not None:
        return None
    asks_about = inner.reading.about or inner.reading.intent is not Intent.WHAT_SAID
    return replace(inner, date=date) if asks_about else None


def _led_by_source(words: str, asked: Framed, within: Callable[[str], Framed]) -> Framed | None:
    if (named := leading_source(words)) is None:
        return None
    inner = within(named.words)
    return replace(inner, source=named.source) if _asks(inner) else _perhaps_by(named, asked)


def _ended_by_source(words: str, asked: Framed, within: Callable[[str], Framed]) -> Framed | None:
    if (named := trailing_source(words)) is None:
        return None
    inner = within(named.words)
    if not _asks(inner):
        return _perhaps_by(named, asked)
    from_it = replace(inner, source=named.source)
    return from_it if inner.reading.about else replace(asked, perhaps=from_it)


def _ended_by_date(words: str, within: Callable[[str], Framed]) -> Framed | None:
    date = later_date(words)
    if date is None or _within_marks(words, len(date.before_it)):
        return None
    inner = within(date.words)
    if not _asks(inner) or inner.date is not None:
        return None
    parted = date.after_it and _ENDS_WITH_VERB.search(mark_verbs(date.before_it))
    return (
        replace(inner, date=date) if inner.reading.about or (date.known and (date.apart or parted)) else None
    )


def _ended_by_outlet(words: str, asked: Framed) -> Framed | None:
    if not _asks(asked) or (named := trailing_outlet(words)) is None:
        return None
    inner = Framed(read(named.words), source=named.source)
    return replace(asked, perhaps=inner) if _asks(inner) else None


def _perhaps_by(named: Attributed, asked: Framed) -> Framed | None:
    """The reading that what is sought is what the source said: it may be a person."""
    if not may_speak(named.source):
        return None
    return replace(
        asked, perhaps=Framed(Reading(Intent.WHAT_SAID, named.source, unmarked(named.words), about=True))
    )


def _asks(framed: Framed) -> bool:
    """Whether somebody's words are asked for, and which."""
    reading = framed.reading
    return reading.intent is not Intent.PASSAGES and bool(reading.topic or reading.speaker)


def _within_marks(words: str, place: int) -> bool:
    return words.count(OPENING, 0, place) != words.count(CLOSING, 0, place)
