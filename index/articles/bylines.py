"""Bylines and the lines around them: who wrote an article, for whom, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.articles.dates import find_date
from index.articles.lines import word_count
from index.articles.outlets import is_known_outlet, is_outlet
from index.word_set import word_set

_LONGEST = 160
_PREFIX = re.compile(
    r"(?:(?:written|story|report|reported|posted|published|analysis|text|opinion)\s+)?by:?\s+"
    r"|author:\s*|byline:\s*(?:by\s+)?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:[\w’'-]+\s){0,4}"
    r"(?:staff|writers?|correspondents?|editors?|reporters?|columnist|bureau chief|contributor|analyst)\.?$",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-Z][\w’'.-]*|d[aeiu]l?|v[ao]n|d[eé]r?|bin|ibn|al|el|la|le|ten|ter|y)"
_NAME = re.compile(rf"[A-Z][\w’'.-]*(?:\s{_NAME_WORD}){{0,3}}\s[A-Z][\w’'-]+\.?$")
_NO_NAME_WORD = re.compile(
    r"\b(?:The|A|An|And|For|With|In|On|At|To|Of|From|After|Before|Over|News|Updates?|Reports?|Analysis|Opinion|World|"
    r"Politics|War|Talks|President|Minister|Prime|Peace|Summit|Is|Are|Was|New|Says|Said|Not|No|How|Why|What)\b"
)
_PLACE = re.compile(r"\s+in\s+[A-Z][\w .'-]{2,30}$")
_SPLIT = re.compile(r"\s*(?:\||/|•|·|,|;|\s[-–—]\s|\sand\s|\s&\s|\sfor\s|\sof\s)\s*")
_ADDRESS = re.compile(r"[(\[<]?\S+@\S+[)\]>]?|\s@\w+")
_PICTURES = re.compile(
    r"(?:photo|picture|photograph|photography|video|illustration|graphic)s?(?:(?:\s(?:by|courtesy)\b|:).*)?$",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"(?:^|[\s|·•,]+)\d{1,2}[\s-]?min(?:ute)?s?\s(?:read|listen)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:source|via|courtesy of)\s?:\s*(.{2,60}?)(?:,?\s+and\s+(?:news\s+)?agencies)?\.?$", re.IGNORECASE
)
_FIELD = re.compile(
    r"(title|headline|source|outlet|publisher|publication|author|by|byline|date|published|url|link)\s?:\s+(\S.*)$",
    re.IGNORECASE,
)
_FIELD_NAMES = {
    "headline": "title",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "by": "author",
    "byline": "author",
    "date": "published",
    "link": "url",
}
_DATE_WORDS = word_set(
    """
    first last originally published posted update updated edited modified created date dated on at from the
    time added released issued filed mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday
    thursday friday saturday sunday am pm a m p gmt utc bst est edt cst cdt pst pdt msk ist cet cest et pt hr
    hrs local t z january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec
    """
)
_WORD = re.compile(r"[^\W_]+")
_TIME_WORD = re.compile(r"\d{1,2}(?:am|pm|h\d\d|z|t\d\d|st|nd|rd|th)?|\d{4}")
_TIME_OF_DAY = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line of credits says; `updated` marks its date as that of a revision."""

    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: bool = False


def parse_byline(line: str) -> Byline | None:
    """What a line of credits or dates says, None for any other line.

    A line counts as one only as a whole: "Anna Smolchenko, AFP", "By Jane Doe and John Roe",
    "Jane Doe | Reuters", "Last updated: May 10, 2013", "By Jane Doe, 10 May 2013 14:05 GMT",
    "SOCHI, Russia | Fri May 10, 2013 2:29pm EDT".
    """
    if len(line) > _LONGEST:
        return None
    line = _READING_TIME.sub("", line)
    date = find_date(line)
    if date is None:
        return _credits(line)
    before, after = line[: date.start], line[date.end :]
    updated = bool(_UPDATED.search(before))
    lead, tail = _without_date_words(before, after)
    rest = ", ".join(part for part in (lead, tail) if part)
    credit = _credits(rest) if rest else Byline()
    if credit is None and not _is_dated_place(
        line, before[len(lead) :], after[: len(after) - len(tail)], rest
    ):
        return None
    credit = credit or Byline()
    return Byline(credit.author, credit.outlet, date.iso, updated)


def _credits(line: str) -> Byline | None:
    prefix = _PREFIX.match(line)
    body = _ADDRESS.sub("", line[prefix.end() :] if prefix else line).strip(" |,-–—:")
    if not body or word_count(body) > 16:
        return None
    authors: list[str] = []
    outlet: str | None = None
    roles = 0
    for written in filter(None, _SPLIT.split(body)):
        if prefix and _PICTURES.match(written):
            continue
        part = written.removeprefix("the ") if authors or prefix else written
        name = _PLACE.sub("", part) if prefix else part
        if is_known_outlet(part) or (is_outlet(part) and (authors or prefix)):
            outlet = outlet or part
        elif _ROLE.match(part):
            roles += 1
            outlet = outlet or _leading_outlet(part)
        elif is_person_name(name) and part == written:
            authors.append(name if name.endswith((" Jr.", " Sr.")) else name.rstrip("."))
        elif not (prefix and authors and word_count(part) <= 3 and part[0].isupper()):
            return None
    complete = (authors or outlet or roles) if prefix else (outlet or (authors and roles))
    return Byline(author=", ".join(authors) or None, outlet=outlet) if complete else None


def _leading_outlet(part: str) -> str | None:
    """The outlet in "Reuters Staff" or "Associated Press Writer"."""
    words = part.split()
    names = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    return next((name for name in names if is_known_outlet(name)), None)


def is_person_name(words: str) -> bool:
    """Whether `words` look like the name of a person: two to five capitalised words."""
    written = words.title() if words.isupper() else words
    return len(words) <= 50 and bool(_NAME.match(written)) and not _NO_NAME_WORD.search(written)


def author_with_place(line: str) -> str | None:
    """The author of a line like "Ruth Abel" or "Ruth Abel in Linden", None for any other line."""
    name = _PLACE.sub("", line) if len(line) <= _LONGEST else ""
    return name if is_person_name(name) else None


def _is_date_word(word: str) -> bool:
    folded = word.casefold()
    return folded in _DATE_WORDS or bool(_TIME_WORD.fullmatch(folded))


def _without_date_words(before: str, after: str) -> tuple[str, str]:
    """What stands before and after a date, without the words next to it that belong to the date."""
    lead = tail = ""
    for word in reversed(list(_WORD.finditer(before))):
        if not _is_date_word(word.group()):
            lead = before[: word.end()]
            break
    for word in _WORD.finditer(after):
        if not _is_date_word(word.group()):
            tail = after[word.start() :]
            break
    return lead, tail


def _is_dated_place(line: str, gap_before: str, gap_after: str, place: str) -> bool:
    """Whether a line gives a place and a date: few capitalised words, set off, or with the time of day."""
    words = _WORD.findall(place)
    if len(line) > 80 or len(words) > 4 or not all(word[0].isupper() for word in words):
        return False
    return bool(_TIME_OF_DAY.search(line)) or any(mark in gap_before + gap_after for mark in "|,•·–—-:")


def is_undated_time(line: str) -> bool:
    """Whether a line holds nothing but words of time ("Updated 14:05 GMT"), without a whole date."""
    words = _WORD.findall(line) if len(line) <= 60 else []
    return any(word[0].isdigit() for word in words) and all(_is_date_word(word) for word in words)


def source_line(line: str) -> str | None:
    """The outlet of "Source: X" ("Source: X and agencies"), None for any other line."""
    match = _SOURCE.match(line) if len(line) <= _LONGEST else None
    return match.group(1).strip() if match else None


def metadata_field(line: str) -> tuple[str, str] | None:
    """Name and value of a line like "Title: ..." or "Date: ...", by the article's names of fields."""
    match = _FIELD.match(line) if len(line) <= 400 else None
    if match is None:
        return None
    name = match.group(1).casefold()
    return _FIELD_NAMES.get(name, name), match.group(2).strip()


def is_credit_line(line: str) -> bool:
    """Whether a line above a text tells who wrote it, for whom, when, or under which title."""
    return parse_byline(line) is not None or source_line(line) is not None or metadata_field(line) is not None
