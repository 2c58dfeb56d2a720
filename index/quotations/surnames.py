"""Surnames that are titles, nouns or times as well: "Stephen King", "Ms Street", "Mr Long"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.quotations.affixes import is_post_nominal
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.names import is_title
from index.quotations.person_nouns import names_person
from index.quotations.places import PLACES
from index.quotations.tokens import CAPITAL, CUE, PUNCTUATION, QUOTE, Line
from index.quotations.words import ORGANISATION_WORDS, PERSON_SUFFIXES, TAGS, Tag
from index.word_set import word_set

_TITLES = word_set(
    "king queen prince duke baron earl dean deacon bishop pope pastor abbot priest imam sheikh sultan lord major "
    "sergeant constable marshal provost judge justice speaker farmer singer carpenter nurse boxer legend guru"
)
_OTHERS = word_set("long rather still held felt")
_THINGS = word_set("street post court bank house head star church center fox bloomberg")
_TIMES = word_set("noon august january")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_UNSURE = _THINGS | _TIMES | _DAYS
_NAMESAKES = _TITLES | _OTHERS | _UNSURE
_OFFICES = word_set("speaker judge justice marshal constable provost")
"""Those that "Mr" or "Madam" may address as an office."""
_ADDRESSES = word_set("mr mrs ms miss dr sen rep gov cllr")
_FAMILIES = word_set(
    "chase morgan lloyd lincoln jackson grant jefferson franklin clinton austin dallas chelsea florence harris "
    "warren murray nelson charlotte victoria albert hope grace faith rose holly brooke"
)
"""Given names that begin the names of banks, papers and streets."""
_SPEAKING = "said|says|told|tells|added|adds|asked|asks|explained|recalled"
_SHOWN = "|".join(sorted(word.title() for word in _NAMESAKES))
_ENDED = rf"(?:{_SHOWN})(?![\w-]|['’](?!s\b)\w| of\b)"
_NOT_LED_ON = r"(?! (?!(?:Jr|Sr|II|III|IV|\w+day)\b)[A-Z])"
_FULL = re.compile(rf"(?<![\w.-])([A-ZÀ-Þ][\w-]*) (?:[A-Z]\. )?({_ENDED}){_NOT_LED_ON}")
_ADDRESSED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Cllr)\.?[ \u00a0](?:Justice )?({_ENDED}){_NOT_LED_ON}"
)
_TOLD_BEHIND = re.compile(rf" (?:{_SPEAKING})\b|, (?:who |(?:aged )?\d\d[,.])")
_TOLD_BEFORE = re.compile(rf"\b(?:{_SPEAKING}) \Z")
_AGED_BEHIND = re.compile(r", (?:who |(?:aged )?\d\d[,.])")
_LONGEST_BEFORE = 24
_PLACING = word_set("in on at off along near down up the")


def surnames_in(text: str) -> frozenset[str]:
    """Such words as the text has for surnames, and the full names that can be told from nothing else.

    All are in lower case. A surname stands behind a given name, listed or behind a role, or behind "Mr" or the like.
    "Maria Street" is somebody where she is called Ms Street, speaks, or is of some age; behind a name, a day
    is rather one ("Clinton Friday said").
    """
    addressed = {match.group(1).lower() for match in _ADDRESSED.finditer(text)}
    found = addressed - _OFFICES
    for match in _FULL.finditer(text):
        given, surname = match.group(1).lower(), match.group(2).lower()
        listed = given in GIVEN_NAMES
        if not (listed or _may_be_given(given)):
            continue
        if surname in addressed or (given not in PLACES and _is_somebody(text, match, given, surname)):
            found.add(surname)
            if not listed or surname in _DAYS:
                found.add(f"{given} {surname}")
    return frozenset(found)


def _may_be_given(word: str) -> bool:
    return not (is_title(word) or word in PLACES or word in ORGANISATION_WORDS or TAGS.get(word, 0))


def _is_somebody(text: str, match: re.Match[str], given: str, surname: str) -> bool:
    before = text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    if given not in GIVEN_NAMES:
        role = before.split()[-1:]
        return surname not in _UNSURE and before.endswith(" ") and role != [] and _is_role(role[0])
    if surname in _UNSURE and before.endswith(("the ", "The ")):
        return False
    if surname in _DAYS:
        return _AGED_BEHIND.match(text, match.end()) is not None
    if surname not in _THINGS:
        return True
    if given in _FAMILIES:
        return False
    return bool(_TOLD_BEHIND.match(text, match.end()) or _TOLD_BEFORE.search(before))


def _is_role(word: str) -> bool:
    return word.islower() and names_person(word)


def name_begins(words: Sequence[str], surnames: Collection[str]) -> int:
    """How many words of a run in capitals may be titles, where such a surname or another word ends it."""
    last = len(words) - 1
    while last > 0 and words[last].lower() in PERSON_SUFFIXES:
        last -= 1
    if last < 1 or words[last].lower() not in surnames:
        return len(words)
    before = words[last - 1].lower().rstrip(".")
    named = is_borne(before, words[last].lower(), surnames) or is_title(before)
    return last if named else len(words)


def is_borne(before: str, surname: str, surnames: Collection[str]) -> bool:
    """Whether the surname, one of those of the article, is one behind that word."""
    if f"{before} {surname}" in surnames:
        return True
    return surname not in _DAYS and (before in GIVEN_NAMES or len(before) == 1)


def name_surnames(line: Line, surnames: Collection[str]) -> None:
    """Make plain names of the words that are surnames in the article; no list has them in capitals."""
    if not surnames:
        return
    for index, word in enumerate(line.low):
        if word in surnames and line.tags[index] & CAPITAL and _is_surname(line, index, surnames):
            line.low[index] = line.words[index]
            line.tags[index] = CAPITAL


def _is_surname(line: Line, index: int, surnames: Collection[str]) -> bool:
    low, tags = line.low, line.tags
    following = index + 1 if index + 1 < len(line) and index + 1 not in line.openings else None
    if following is not None and (low[following] == "of" or _leads_on(line, following)):
        return False
    if index == 0 or index in line.openings:
        return following is not None and _follows_a_name(line, following)
    before, word = low[index - 1].rstrip("."), low[index]
    if tags[index - 1] & CAPITAL:
        if not is_borne(before, word, surnames):
            return before in _ADDRESSES or (is_title(before) and word not in _UNSURE)
        return word not in _THINGS or index < 2 or low[index - 2] not in _PLACING
    if word in _TIMES | _DAYS:
        parted = tags[index - 1] & (PUNCTUATION | QUOTE | Tag.COORDINATOR)
        return bool(parted and following is not None and tags[following] & CUE)
    if tags[index - 1] & (PUNCTUATION | QUOTE | CUE | Tag.COORDINATOR | Tag.SUBORDINATOR):
        return before != "as"
    if tags[index - 1] & Tag.PREPOSITION:
        return word not in _THINGS or before not in _PLACING
    return not tags[index - 1] & (Tag.DETERMINER | Tag.POSSESSIVE) and names_person(before)


def _leads_on(line: Line, index: int) -> bool:
    """Whether the word goes on with a name ("King Charles"), and is no suffix of it."""
    if not line.tags[index] & CAPITAL or line.tags[index] & Tag.TIME:
        return False
    return line.low[index] not in PERSON_SUFFIXES and not is_post_nominal(line.words[index])


def _follows_a_name(line: Line, index: int) -> bool:
    """Whether what follows the first word of a sentence shows that it is a name ("King said", "Long has")."""
    tag, word = line.tags[index], line.low[index]
    return bool(tag & (CUE | Tag.AUX | Tag.FINITE)) or word in (",", "and") or word.endswith("ed")
