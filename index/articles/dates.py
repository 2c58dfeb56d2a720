"""Dates as articles and their metadata write them, as ISO dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    rf"""
      \b(?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d\d?)(?P=sep)(?P<d1>\d\d?)(?!\d)
    | (?<![\d.,])(?P<d2>\d\d?)(?:st|nd|rd|th)?[ \xa0-](?:of[ ])?(?P<m2>{_MONTH}),?[ \xa0-](?P<y2>(?:19|20)\d\d)\b
    | \b(?P<m3>{_MONTH})[ \xa0](?P<d3>\d\d?)(?:st|nd|rd|th)?,?[ \xa0](?P<y3>(?:19|20)\d\d)\b
    | (?<![\d./])(?P<a>\d\d?)(?P<sep4>[./])(?P<b>\d\d?)(?P=sep4)(?P<y4>(?:19|20)\d\d)(?![\d./])
    | (?<!\d)(?P<y5>(?:19|20)\d\d)(?P<m5>[01]\d)(?P<d5>[0-3]\d)(?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written at `start:end` of a line, and what it means (YYYY-MM-DD)."""

    start: int
    end: int
    iso: str


def _iso(year: str, month: int, day: str) -> str | None:
    try:
        return dt.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def _meaning(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["y1"]:
        return _iso(part["y1"], int(part["m1"]), part["d1"])
    if part["y2"]:
        return _iso(part["y2"], _MONTHS[part["m2"].casefold().rstrip(".")], part["d2"])
    if part["y3"]:
        return _iso(part["y3"], _MONTHS[part["m3"].casefold().rstrip(".")], part["d3"])
    if part["y5"]:
        return _iso(part["y5"], int(part["m5"]), part["d5"])
    first, second = part["a"], part["b"]
    # 10.5.2013 is written day first; of 10/5/2013 nobody can tell, unless one is above twelve.
    if part["sep4"] == "." or int(first) > 12 or first == second:
        return _iso(part["y4"], int(second), first)
    return _iso(part["y4"], int(first), second) if int(second) > 12 else None


def find_date(line: str) -> WrittenDate | None:
    """The first whole date in the first 200 characters of `line`; a date that may be read two ways is none."""
    for match in _DATE.finditer(line[:_LONGEST]):
        iso = _meaning(match)
        if iso is not None:
            return WrittenDate(match.start(), match.end(), iso)
    return None


def iso_date(value: object) -> str | None:
    """`value` of a metadata field (text, date, date and time) as YYYY-MM-DD; None where it is no whole date."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    found = find_date(value)
    return found.iso if found else None
