"""The filters of a question: `speaker:`, `source:`, `before:`, `after:` and "exact phrases"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from index.errors import BadInput

_OPENING = '"“”„«‟'
_CLOSING = '"”“»‟'
_QUOTED = f"[{_OPENING}]([^{_OPENING}{_CLOSING}]*)[{_CLOSING}]"
_FILTER = re.compile(rf"(?<!\S)(speaker|source|before|after):\s?(?:{_QUOTED}|(\S+))", re.IGNORECASE)
_EMPTY_FILTER = re.compile(r"(?<!\S)(speaker|source|before|after):\s*$", re.IGNORECASE)
_PHRASE = re.compile(_QUOTED)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a candidate must fulfil, whatever it is ranked by.

    `speaker` is a name as the user wrote it; `source` is matched against outlet, title and id;
    `after` includes its day, `before` excludes it (ISO dates); every one of `phrases` must stand
    in the unit word for word.
    """

    speaker: str | None = None
    source: str | None = None
    before: str | None = None
    after: str | None = None
    phrases: tuple[str, ...] = ()

    def under(self, chosen: Filters) -> Filters:
        """These filters with all that `chosen` says laid over them; the phrases of both must stand."""
        return Filters(
            speaker=chosen.speaker or self.speaker,
            source=chosen.source or self.source,
            before=chosen.before or self.before,
            after=chosen.after or self.after,
            phrases=(*self.phrases, *chosen.phrases),
        )


NONE = Filters()


def filters_of(speaker: str | None, source: str | None, before: str | None, after: str | None) -> Filters:
    """Filters out of separate values, as a form has them. Raises BadInput for a date that is none."""
    return Filters(
        speaker=_value(speaker),
        source=_value(source),
        before=_day("before", _value(before)),
        after=_day("after", _value(after)),
    )


def _value(typed: str | None) -> str | None:
    return (" ".join(readable(typed).split()) or None) if typed else None


def readable(question: str) -> str:
    """The question. Raises BadInput for one that is not text: bytes that could not be decoded."""
    try:
        question.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(f"character {error.start + 1} of the question is not valid text") from None
    return question


def split_filters(question: str, opening: str = "", closing: str = "") -> tuple[str, Filters]:
    """The question without its filters, and the filters.

    Exact phrases stay in the question, in `opening` and `closing` instead of their marks: they are also
    what is searched for. What stands in marks and has no letter or digit is no phrase.
    Raises BadInput for a date that is none and for a filter that says nothing.
    """
    found: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        name = match[1].lower()
        value = (match[2] if match[2] is not None else match[3]).strip()
        if not value:
            raise BadInput(f"the filter {name}: needs a value, for example {_EXAMPLES[name]}")
        found[name] = value
        return " "

    rest = _FILTER.sub(take, question)
    if empty := _EMPTY_FILTER.search(rest):
        name = empty[1].lower()
        raise BadInput(f"the filter {name}: needs a value, for example {_EXAMPLES[name]}")
    phrases: list[str] = []

    def keep(match: re.Match[str]) -> str:
        phrase = " ".join(match[1].split())
        if not any(character.isalnum() for character in phrase):
            return f" {phrase} "
        phrases.append(phrase)
        return f" {opening}{phrase}{closing} "

    words = " ".join(_PHRASE.sub(keep, rest).split())
    filters = Filters(
        speaker=found.get("speaker"),
        source=found.get("source"),
        before=_day("before", found.get("before")),
        after=_day("after", found.get("after")),
        phrases=tuple(phrases),
    )
    return words, filters


_EXAMPLES = {
    "speaker": 'speaker:"John Kerry"',
    "source": "source:AFP",
    "before": "before:2013-06-01",
    "after": "after:2013-05-10",
}


def _day(name: str, value: str | None) -> str | None:
    """An ISO date; a year or a year and month mean their first day."""
    if value is None:
        return None
    parts = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value)
    try:
        if parts is None:
            raise ValueError(value)
        return datetime.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)).isoformat()
    except ValueError:
        raise BadInput(f"{name}:{value} is no date; write it as {_EXAMPLES[name]}") from None
