"""When something was said, as a question tells it in words: "in May 2013", "since March 2015", "last week"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|sept)\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_YEAR}-\d\d(?:-\d\d)?|(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
    rf"|(?:early\s+|late\s+|mid-?\s*)?{_MONTH}(?:\s+{_DAY})?,?\s+(?:of\s+)?{_YEAR}"
    rf"|(?:early\s+|late\s+|mid-?\s*|the\s+(?:spring|summer|autumn|fall|winter)\s+of\s+|the\s+year\s+)?{_YEAR})"
)
_WHOLE_DATE = re.compile(_DATE, re.IGNORECASE)
_PHRASE = (
    r"(?P<way>(?:back\s+)?in|during|throughout|on|from|since|as\s+of|after|before|prior\s+to|until|till|up\s+to|between)"
    rf"\s+(?P<date>(?:[\w.-]+,?\s+){{0,9}}?{_YEAR}(?:-\d\d){{0,2}})"
)
_SUBJECT = r"(?:about|regarding|concerning|that)\b"
_LEADING = re.compile(rf"{_PHRASE}(?:\s*,\s*|\s+(?!(?:and|to|until|till)\b))(?=\S)", re.IGNORECASE)
_LATER = re.compile(rf"(?P<comma>\s*,)?\s+{_PHRASE}(?=\s*$|\s*,?\s+{_SUBJECT})", re.IGNORECASE)
_TO = re.compile(r"\s+(?:and|to|until|till)\s+", re.IGNORECASE)
_NAMED = f"(?:{'|'.join(_MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_UNDATED = re.compile(
    r"(?:^|(?<!\busa)(?:\s*,)?\s+)(?P<said>yesterday|today|tonight|recently|lately|nowadays|this\s+morning"
    r"|the\s+other\s+day|right\s+now|at\s+the\s+moment"
    rf"|(?:last|this|past|previous)\s+(?:night|week(?:end)?|month|year|spring|summer|autumn|fall|winter|{_NAMED})"
    rf"|(?:in|since|during|until|till|before|after|on)\s+(?:{_NAMED}|yesterday|last\s+(?:week|month|year))"
    r"|(?:in|over|during|within)\s+the\s+(?:last|past)\s+(?:[\w-]+\s+){0,2}(?:days?|weeks?|months?|years?)"
    r"|(?:an?|\d{1,3}|two|three|a\s+few|some)\s+(?:days?|weeks?|months?|years?)\s+ago)"
    rf"(?:(?P<end>\s*$|\s+(?={_SUBJECT}))|\s*,\s*|\s+)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<iso>{_YEAR}-\d\d(?:-\d\d)?)|(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<day>\d{{1,2}})",
    re.IGNORECASE,
)
_DAY_LONG = datetime.timedelta(days=1)
_BOUNDING = frozenset("since after before until till".split())


@dataclass(frozen=True, slots=True)
class Dated:
    """A question that says when: `before_it` and `after_it` are its words around `said`.

    `after` and `before` are ISO dates as filters have them, both None where a year would have to be
    guessed ("last week"). `apart` says that the phrase can hardly belong to words that somebody said: it opens the
    question, stands behind a comma, or bounds the time by a month or a day ("since March 2015").
    """

    said: str
    before_it: str
    after_it: str
    after: str | None
    before: str | None
    apart: bool

    @property
    def words(self) -> str:
        """The question without it."""
        return f"{self.before_it} {self.after_it}".strip()

    @property
    def known(self) -> bool:
        """Whether it tells the time without today's date."""
        return self.after is not None or self.before is not None

    @property
    def remark(self) -> str:
        """What must be said of how it was understood."""
        if not self.known:
            return f"“{self.said}” was left out: name the year, as in “in May 2013”."
        return f"Only articles {between(self.after, self.before)}."


def between(after: str | None, before: str | None) -> str:
    """The time from the day `after` on and before the day `before`, in words."""
    if after and before:
        last = (datetime.date.fromisoformat(before) - _DAY_LONG).isoformat()
        return f"of {after}" if last == after else f"from {after} to {last}"
    return f"from {after} on" if after else f"before {before}"


def leading_date(words: str) -> Dated | None:
    """The question without the date that it begins with."""
    if match := _LEADING.match(words):
        return _dated(match, apart=True)
    if match := _UNDATED.match(words):
        return Dated(match["said"], "", words[match.end() :], None, None, apart=True)
    return None


def later_date(words: str) -> Dated | None:
    """The question without the date that it ends with, or that stands before "about"."""
    place = 0
    while match := _LATER.search(words, place):
        if dated := _dated(match, apart=match["comma"] is not None):
            return dated
        place = match.start() + 1
    for match in _UNDATED.finditer(words):
        if match["end"] is not None and match.start():
            return Dated(match["said"], words[: match.start()], words[match.end() :], None, None, apart=False)
    return None


def _dated(match: re.Match[str], *, apart: bool) -> Dated | None:
    """The question of a match; None where no date follows."""
    way, date = match["way"].lower().split()[0], match["date"]
    first, *last = _TO.split(date, maxsplit=1) if way in {"between", "from"} else [date]
    final = last[0] if last else first
    if not _WHOLE_DATE.fullmatch(final) or (way == "between" and not last):
        return None
    period = _period(final)
    begun = _period(first, period[1] - _DAY_LONG) if period else None
    if period is None or begun is None:
        return None
    after: datetime.date | None = begun[0]
    before: datetime.date | None = period[1]
    if way in {"since", "as"}:
        before = None
    elif way == "after":
        after, before = before, None
    elif way in {"before", "prior"}:
        after, before = None, after
    elif way in {"until", "till", "up"}:
        after = None
    bounds = bool(last or way in _BOUNDING) and not date.isdigit()
    return Dated(
        said=match[0].strip(" ,"),
        before_it=match.string[: match.start()],
        after_it=match.string[match.end() :].strip(" ,"),
        after=after.isoformat() if after else None,
        before=before.isoformat() if before else None,
        apart=apart or bounds,
    )


def _period(date: str, until: datetime.date | None = None) -> tuple[datetime.date, datetime.date] | None:
    """The first day of a date and the day after its last; without a year the last one that begins by `until`.
    None for what is no date, and for a day that the calendar has not.
    """
    found = {match.lastgroup: match[0] for match in _PARTS.finditer(date)}
    try:
        if iso := found.get("iso"):
            year, month, day = (*map(int, iso.split("-")), None, None)[:3]
        else:
            name = found.get("month")
            month = 1 + [known[:3] for known in _MONTHS].index(name[:3].lower()) if name else None
            day = int(found["day"]) if "day" in found else None
            year = int(found["year"]) if "year" in found else until.year if until and month else 0
        start = datetime.date(year or 0, month or 1, day or 1)
        if until and start > until:
            start = start.replace(year=start.year - 1)
    except ValueError:
        return None
    if day is not None:
        return start, start + _DAY_LONG
    if month is not None:
        return start, (start.replace(day=1) + 31 * _DAY_LONG).replace(day=1)
    return start, start.replace(year=start.year + 1)
