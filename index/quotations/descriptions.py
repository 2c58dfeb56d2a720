"""What a person is called beside the name: whole noun phrases out of the words around it."""

from __future__ import annotations

import re

from index.quotations.cue_words import CUES
from index.quotations.heads import BODIES
from index.quotations.names import is_title
from index.quotations.person_nouns import KIN, names_person
from index.quotations.places import PLACES
from index.quotations.roles import ASPIRANTS
from index.quotations.words import MODIFYING, TAGS, Tag
from index.word_set import word_set

_BEFORE = 60
_MOST_WORDS = 16
_MOST_EXTRA = 2
_MOST_OF_NAME = 5
_WORD = re.compile(r"\w[\w.'’&/-]*")
_NEXT = re.compile(r"\s(&|[\w$£€][\w.'’&/-]*)")
_PLACE_BEHIND = re.compile(r"\sof\s([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2})")
_BREAK = re.compile(r"[^\w\s.'’&/-]")
_LETTERS = re.compile(r"(?:\w\.)+\w?\.?")
_APPOSED = frozenset(("the", "a", "an", "his", "her", "then", "former"))
_SHORT_FORMS = word_set(
    "mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt cmdr sgt cpl adm prof rev hon del atty inc "
    "corp co ltd st jr sr no vs dept univ fr revd insp supt det cllr"
)
_LOOSE = Tag.PREPOSITION | Tag.DETERMINER | Tag.POSSESSIVE | Tag.COORDINATOR | Tag.SUBORDINATOR | Tag.RELATIVE
_VERBS = Tag.AUX | Tag.FINITE
_CLAUSES = Tag.SUBORDINATOR | Tag.RELATIVE | Tag.PRONOUN
GENITIVES = ("'s", "’s", "s'", "s’")
INSIDE = MODIFYING | {"on", "under"}
_PARTICIPLES = frozenset(("called", "named", "accused", "charged", "quoted", "cited"))
_NOUNS_IN_ING = word_set(
    "managing acting leading founding presiding reigning sitting visiting outgoing incoming retiring rising "
    "planning marketing housing banking engineering training teaching nursing mining shipping trading "
    "computing accounting manufacturing advertising publishing broadcasting casting voting polling building "
    "consulting fundraising"
)


def words_before(text: str, start: int, end: int, span: tuple[int, int]) -> list[str]:
    """The titles, places and employers that stand directly before the name `text[start:end]` in the `span`.

    A comma may part them from the name where another mark follows it ("The mayor's aide, Jane Doe, said").
    """
    begin = max(span[0], start - _BEFORE)
    before = text[begin:start].rstrip()
    if before.endswith(",") and (end >= span[1] or text[end] in ",.;:"):
        before = before[:-1]
    if not before:
        return []
    cut = max((match.end() for match in _BREAK.finditer(before)), default=0)
    words = _WORD.findall(before, cut)
    # The first word may be cut by the window.
    whole = begin == span[0] or cut > 0 or before[:1].isspace()
    words = words if whole else words[1:]
    taken = len(words)
    while taken and _may_stand_before(words[taken - 1]) and not ends_sentence(words[taken - 1]):
        taken -= 1
    if taken < len(words):
        taken = _with_what_it_is_of(words, taken)
    return words[taken:]


def own(words: list[str]) -> list[str]:
    """Of the words before a name those that describe who bears it: not those before "of" in "wife of the premier".

    "Secretary of Defense", "Bank of Norway governor" and "University of Leeds biologist" are whole.
    """
    begin = 0
    for index in range(1, len(words) - 1):
        if words[index] not in ("of", "for"):
            continue
        before = words[index - 1].removesuffix("s")
        if before in ASPIRANTS or (before[:1].isupper() and not names_person(before)):
            continue
        end = next((i for i in range(index + 1, len(words)) if words[i].lower() in INSIDE), len(words))
        head = words[end - 1].lower().strip(".")
        if end - 1 > index and names_person(head) and (is_title(head) or head in KIN):
            begin = index + 1
    return words[begin:]


def _may_stand_before(word: str) -> bool:
    low = word.lower().strip(".")
    return (
        is_title(low)
        or low in PLACES
        or low in KIN
        or low in ("of", "for")
        or low.endswith(("'s", "’s"))
        or "-" in low
        or low.endswith("ly")
    )


def _with_what_it_is_of(words: list[str], first: int) -> int:
    """Where the words begin with the nouns that say what a title is of ("the fire chief").

    A name is taken whole or not at all ("New York Times", "University of Leeds").
    """
    begin = first
    while begin and first - begin < _MOST_EXTRA and not _parts(words[begin - 1]):
        begin -= 1
    begin = _start_of_name(words, begin, first)
    ended = begin == 0 or ends_sentence(words[begin - 1])
    if ended or TAGS.get(words[begin - 1].lower(), 0) & (Tag.DETERMINER | Tag.POSSESSIVE):
        return begin
    while begin < first and not words[begin][0].isupper():
        begin += 1
    return begin


def _parts(word: str) -> bool:
    verbal = word.endswith(("ed", "ing")) and not word[0].isupper()
    return verbal or bool(TAGS.get(word.lower(), 0)) or ends_sentence(word)


def _start_of_name(words: list[str], begin: int, first: int) -> int:
    """Where the capitalised words begin that stand at `begin`; behind them where they are too many for a name."""
    if begin == first or not words[begin][0].isupper():
        return begin
    start = begin
    while start and words[start - 1][0].isupper() and not _parts(words[start - 1]):
        start -= 1
    if start > 1 and words[start - 1] == "of" and words[start - 2].lower() in BODIES:
        start -= 2
        while start and words[start - 1][0].isupper() and not _parts(words[start - 1]):
            start -= 1
    if words[start].endswith("ing") and (start == 0 or ends_sentence(words[start - 1])):
        start += 1  # "Calling Kestrel's founder Jane Doe"
    end = max(begin, start)
    while end < first and words[end][0].isupper():
        end += 1
    return start if end - start <= _MOST_OF_NAME else end


def ends_sentence(word: str) -> bool:
    """Whether the word ends with a full stop that is none of a short form."""
    low = word.lower()
    return low.endswith(".") and not (low.rstrip(".") in _SHORT_FORMS or _LETTERS.fullmatch(low) is not None)


def place_behind(text: str, end: int, ceiling: int) -> list[str]:
    """The words of the place in "Mayor Jane Doe of New Haven", in lower case."""
    match = _PLACE_BEHIND.match(text, end, ceiling)
    return match.group(1).lower().split() if match is not None else []


def apposition(text: str, end: int, ceiling: int) -> str:
    """The noun phrase that a comma parts from the name before it, whole; '' where none does.

    In "after meeting Jane Doe, the president said" it is no apposition: a verb follows.
    """
    if text[end : end + 1] != "," or end + 1 >= ceiling:
        return ""
    words: list[str] = []
    position = end + 1
    while True:
        match = _NEXT.match(text, position, ceiling)
        if match is None:
            whole = text[position : position + 2].strip()[:1] not in ("(", '"', "“", "‘")
            break
        word = match.group(1)
        if len(words) == _MOST_WORDS:
            whole = False
            break
        stop = _stop(word, words)
        if stop:
            if stop == "verb":
                return ""
            whole = True
            break
        words.append(word)
        position = match.end()
        if ends_sentence(word):
            whole = True
            break
    if not words or not _is_apposed(words[0]):
        return ""
    if not whole:
        words = words[: _last_link(words)]
    if words:
        words[-1] = words[-1] if _LETTERS.fullmatch(words[-1]) else words[-1].rstrip(".,")
    return " ".join(without_loose_end(words))


def _last_link(words: list[str]) -> int:
    """Where to cut a phrase whose end is not known, so that what is left is whole."""
    joined = max((i for i, word in enumerate(words) if word == "and"), default=0)
    return joined if joined > 2 else max((i for i, word in enumerate(words) if word in INSIDE), default=0)


def _is_apposed(word: str) -> bool:
    low = word.lower()
    return low in _APPOSED or low in PLACES or is_title(low) or low.endswith(GENITIVES[:2])


def _stop(word: str, before: list[str]) -> str:
    """Why a noun phrase ends before the word: for a "verb", or a "clause" that modifies it; '' if it goes on."""
    low = word.lower()
    tag = TAGS.get(low, 0)
    capital = word[0].isupper()
    if not before:
        return ""
    previous = TAGS.get(before[-1].lower(), 0)
    if tag & _VERBS and not capital:
        return "verb"
    if tag & _CLAUSES and not tag & (Tag.DETERMINER | Tag.PREPOSITION) and not capital:
        return "clause"
    if low == "that" or (tag & Tag.COORDINATOR and low not in ("and", "or", "&")):
        return "clause"
    named = capital and bool(before[-1][0].isupper() or previous & Tag.DETERMINER)
    if tag & Tag.TIME and not named and low not in ("may", "march"):
        return "clause"
    if capital or previous & _LOOSE or before[-1].endswith(("ly", "-based", "-born", "-old")):
        return ""
    if low in CUES and low.endswith("ed") and low not in _PARTICIPLES:
        return "verb"
    verbal = low.endswith(("ed", "ing")) and len(low) > 4 and "-" not in low and low not in _NOUNS_IN_ING
    return "clause" if verbal else ""


def without_loose_end(words: list[str]) -> list[str]:
    """The words without a preposition, an article or the like at their end."""
    end = len(words)
    while end and (TAGS.get(words[end - 1].lower(), 0) & _LOOSE and words[end - 1].lower() != "us"):
        end -= 1
    return words[:end]
