"""Bylines and the lines around them: who wrote an article, for whom, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.articles.dates import find_date
from index.articles.lines import word_count
from index.articles.outlets import is_known_outlet, is_outlet

_LONGEST = 160
_PREFIX = re.compile(
    r"(?:(?:written|story|report|reported|posted|published|analysis|text|opinion)\s+)?by:?\s+|author:\s*|byline:\s*(?:by\s+)?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:(?:senior|chief|special|staff|deputy|associate|assistant|foreign|diplomatic|political|defence|defense|"
    r"economics|business|security|world|national|white house|[A-Z]\w+(?:\s[A-Z]\w+)?)\s)*"
    r"(?:staff\s?writers?|writers?|correspondents?|editors?|reporters?|columnist|bureau chief|contributor|analyst|staff)"
    r"|(?:the associated press|associated press|ap|afp|reuters) writer|staff|(?:our )?foreign staff)\.?$",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-Z][\w’'.-]*|d[aeiu]l?|v[ao]n|d[eé]r?|bin|ibn|al|el|la|le|ten|ter|y)"
_NAME = re.compile(rf"[A-Z][\w’'.-]*(?:\s{_NAME_WORD}){{0,3}}\s[A-Z][\w’'-]+\.?$")
_NO_NAME_WORD = re.compile(
    r"\b(?:The|A|An|And|For|With|In|On|At|To|Of|From|After|Before|Over|News|Updates?|Report|Reports|Analysis|Opinion|"
    r"World|Politics|War|Talks|President|Minister|Prime|Peace|Summit|Is|Are|Was|New|Says|Said|Not|No|How|Why|What)\b"
)
_SPLIT = re.compile(r"\s*(?:\||/|•|·|,|;|\s[-–—]\s|\sand\s|\s&\s|\sfor\s|\sof\s)\s*")
_SOURCE = re.compile(r"(?:source|via|from|courtesy of)\s?:\s*(.{2,60}?)\.?$", re.IGNORECASE)
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
_DATE_WORDS = frozenset(
    """first last originally published posted update updated modified created date dated on at from the time added
    released issued filed mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday
    saturday sunday am pm a m p gmt utc bst est edt cst cdt pst pdt msk ist cet cest et pt hr hrs local t z
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec""".split()
)
_WORD = re.compile(r"[^\W_]+")
_TIME_WORD = re.compile(r"\d{1,2}(?:am|pm|h\d\d|z|t\d\d|st|nd|rd|th)?|\d{4}")
_UPDATED = re.compile(r"\b(?:updated?|modified)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line of credits says; `updated` marks its date as that of a revision."""

    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: bool = False


def is_person_name(words: str) -> bool:
    """Whether `words` look like the name of a person: two to five capitalised words."""
    return len(words) <= 50 and bool(_NAME.match(words)) and not _NO_NAME_WORD.search(words)


def _credits(line: str, prefixed: bool) -> Byline | None:
    authors: list[str] = []
    outlet: str | None = None
    roles = 0
    for part in _SPLIT.split(line):
        if not part:
            continue
        place = re.sub(r"\s+in\s+[A-Z][\w .'-]{2,30}$", "", part) if prefixed else part
        if is_known_outlet(part) or (is_outlet(part) and (authors or prefixed)):
            outlet = outlet or part
        elif _ROLE.match(part):
            roles += 1
        elif is_person_name(place.title() if place.isupper() else place):
            authors.append(place)
        elif prefixed and authors and len(part.split()) <= 3 and part[:1].isupper():
            continue  # the place the author writes from
        else:
            return None
    if prefixed:
        if not authors and not outlet and not roles:
            return None
    elif not outlet and not (authors and roles):
        return None
    return Byline(author=", ".join(authors) or None, outlet=outlet)


def parse_byline(line: str) -> Byline | None:
    """What a line of credits or dates says, None for any other line.

    A line counts as one only as a whole: "Anna Smolchenko, AFP", "By Jane Doe and John Roe",
    "Jane Doe | Reuters", "Last updated: May 10, 2013", "By Jane Doe, 10 May 2013 14:05 GMT".
    """
    if len(line) > _LONGEST:
        return None
    date = find_date(line)
    published = date.iso if date else None
    rest = line
    updated = False
    if date:
        before, after = line[: date.start], line[date.end :]
        updated = bool(_UPDATED.search(before))
        rest = _strip_date_words(before, after)
        if not rest:
            return Byline(published=published, updated=updated)
    prefix = _PREFIX.match(rest)
    body = rest[prefix.end() :] if prefix else rest
    if word_count(body) > 16 or not body:
        return None
    credit = _credits(body.rstrip(" |,-–—:"), prefixed=prefix is not None)
    if credit is None:
        return None
    return Byline(credit.author, credit.outlet, published, updated)


def _is_date_word(word: str) -> bool:
    folded = word.casefold()
    return folded in _DATE_WORDS or bool(_TIME_WORD.fullmatch(folded))


def _strip_date_words(before: str, after: str) -> str:
    """What a line holds beside its date, without the words around the date that belong to it."""
    lead = before
    for word in reversed(list(_WORD.finditer(before))):
        if not _is_date_word(word.group()):
            lead = before[: word.end()]
            break
    else:
        lead = ""
    tail = next(
        (after[word.start() :] for word in _WORD.finditer(after) if not _is_date_word(word.group())), ""
    )
    return ", ".join(part for part in (lead, tail) if part)


def is_undated_time(line: str) -> bool:
    """Whether a line holds nothing but words of time ("Updated 14:05 GMT"), without a whole date."""
    words = _WORD.findall(line) if len(line) <= 60 else []
    return any(word[0].isdigit() for word in words) and all(_is_date_word(word) for word in words)


def source_line(line: str) -> str | None:
    """The outlet of "Source: X", None for any other line."""
    match = _SOURCE.match(line) if len(line) <= _LONGEST else None
    return match.group(1).strip() if match else None


def metadata_field(line: str) -> tuple[str, str] | None:
    """Name and value of a line like "Title: ..." or "Date: ..." above a text, by the article's field names."""
    match = _FIELD.match(line) if len(line) <= 400 else None
    if match is None:
        return None
    name = match.group(1).casefold()
    return _FIELD_NAMES.get(name, name), match.group(2).strip()
