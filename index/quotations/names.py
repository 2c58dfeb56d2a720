"""The proper name within a noun phrase."""

from __future__ import annotations

from index.quotations.affixes import SEATS, is_post_nominal
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import CROWDS, NAME_PARTICLES, ORGANISATION_WORDS, TITLES, Tag

_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE
_BEFORE_SURNAMES = NAME_PARTICLES - {"ten", "st", "st.", "&"}
_OFFICES_OF = frozenset(
    (
        "secretary",
        "director",
        "chief",
        "minister",
        "head",
        "chairman",
        "chair",
        "leader",
        "archbishop",
        "bishop",
    )
)

DOMAINS = frozenset(
    (
        *("state", "defense", "defence", "energy", "labor", "labour", "commerce", "education", "agriculture"),
        *(
            "interior",
            "transportation",
            "transport",
            "treasury",
            "health",
            "justice",
            "finance",
            "trade",
            "staff",
        ),
        *("mission", "police", "government", "culture", "tourism", "environment", "information", "industry"),
        *("opposition", "governors", "trustees"),
    )
)
"""What an office is of, behind "secretary of" or the like."""
_BEFORE_TITLES = frozenset(
    ("vice", "deputy", "under", "sub", "co", "ex", "then", "major", "brigadier", "lieutenant")
)
SISTER = ("sr", "sr.")
"""What is a title only before a name."""
_ORDINALS = ("1st", "2nd", "3rd", "first", "second", "third", "st", "nd", "rd")
"""What stands before "class" in a rank, in lower case; a numeral is a token of its own."""
_AFTER_TITLES = frozenset(("general", "elect", "designate"))


def name_range(line: Line, phrase: Phrase) -> tuple[int, int] | None:
    """The tokens of the proper name that heads the phrase, titles left out; None where none does."""
    start, end = phrase.start, phrase.head_end
    tags, low = line.tags, line.low
    if end + 2 < phrase.end and low[end] == "of" and low[end - 1] in _OFFICES_OF:
        office = _name_behind_office(line, end + 1, phrase.end)
        if office is not None:
            return office if office[0] < office[1] else None
    end = _without_letters(line, start, end)
    begin = end
    while begin > start:
        tag, word = tags[begin - 1], low[begin - 1]
        if tag & CAPITAL or (word in NAME_PARTICLES and begin < end) or word == "&":
            begin -= 1
            continue
        break
    while begin < end and not tags[begin] & CAPITAL and low[begin] not in _BEFORE_SURNAMES:
        begin += 1
    if begin < end and tags[begin] & (_DETERMINED | Tag.PRONOUN):
        begin += 1
    if end - begin == 1 and begin == start and begin in line.openings and low[begin] in CROWDS:
        return None
    if end - begin == 1 and low[begin] in GIVEN_NAMES and begin == start:
        return (begin, end)  # "Dean"
    after_title = begin
    for index in range(begin, min(end, begin + 6)):
        if is_title(low[index]):
            after_title = index + 1
    if after_title + 1 < end and (
        low[after_title] in SISTER
        or (after_title > start and ends_rank(low[after_title], low[after_title - 1]))
    ):
        after_title += 1
    if after_title >= end:
        return None
    return (after_title, end)


def ends_rank(word: str, before: str) -> bool:
    """Whether the lower-case word is the last one of "Sergeant First Class" or "Det Con"."""
    return (word == "class" and before in _ORDINALS) or (word == "con" and before.rstrip(".") == "det")


def _name_behind_office(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The name in "State John Kerry" of "Secretary of State John Kerry"; empty where there is but an office.

    None where the words cannot be the rest of an office.
    """
    tags, low = line.tags, line.low
    if (
        low[start] == "the"
        and low[start + 1] in DOMAINS
        and not any(word in ORGANISATION_WORDS for word in low[start + 2 : end])
    ):
        start += 1  # "Leader of the Opposition Jane Doe"
    behind = start + 1
    if low[start] in DOMAINS and low[behind] == "the":
        while behind < end - 1 and (behind == start + 1 or is_title(low[behind])):
            behind += 1
        titled = behind > start + 2 and all(tags[i] & CAPITAL for i in range(behind, end))
        return (behind, end) if titled else None  # "chair of governors the Rev Jane Doe"
    if tags[start] & _DETERMINED or not all(tags[i] & CAPITAL for i in range(start + 1, end)):
        return None
    for index in range(start + 1, end - 1):
        if low[index] in GIVEN_NAMES:
            return (index, end)
    return (start + 1 if low[start] in DOMAINS else end, end)


def _without_letters(line: Line, start: int, end: int) -> int:
    """Where the name ends that letters stand behind ("Jane Doe MP", "Jane Doe OBE KC").

    "Leeds West MP" is no name: a seat follows one only where a given name begins it.
    """
    stop = end
    while stop > start and line.tags[stop - 1] & CAPITAL and is_post_nominal(line.words[stop - 1]):
        stop -= 1
    begin = stop
    while begin > start and line.tags[begin - 1] & CAPITAL and not is_title(line.low[begin - 1]):
        begin -= 1
    if begin >= stop or stop == end:
        return end
    named = stop - begin > 1 or begin > start
    if SEATS.issuperset(line.low[stop:end]):
        named = named and line.low[begin] in GIVEN_NAMES
    return stop if named else end


def is_title(word: str) -> bool:
    """Whether the lower-case word may stand before a name without being part of it."""
    word = word.removeprefix("ex-")
    if word in TITLES or word.rstrip(".") in TITLES:
        return True
    first, hyphen, last = word.rpartition("-")
    return bool(hyphen) and (
        (last in TITLES and (first in _BEFORE_TITLES or (first in TITLES and names_person(last))))
        or (first in TITLES and last in _AFTER_TITLES)
    )
