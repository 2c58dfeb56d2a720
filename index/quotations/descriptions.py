"""What a person is called beside the name: whole noun phrases out of the words around it."""

from __future__ import annotations

import re

from index.quotations.cue_words import CUES
from index.quotations.names import is_title
from index.quotations.places import PLACES
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS, TAGS, TITLES, Tag, word_set

_BEFORE = 60
_MOST_WORDS = 16
_MOST_EXTRA = 2
_WORD = re.compile(r"\w[\w.'’&/-]*")
_NEXT = re.compile(r"\s(&|[\w$£€][\w.'’&/-]*)")
_PLACE_BEHIND = re.compile(r"\sof\s([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2})")
_BREAK = re.compile(r"[^\w\s.'’&/-]")
_LETTERS = re.compile(r"(?:\w\.)+\w?\.?")
_APPOSED = frozenset(("the", "a", "an", "his", "her", "then", "former"))
_SHORT_FORMS = word_set(
    "mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt cmdr sgt cpl adm prof rev hon del atty inc "
    "corp co ltd st jr sr no vs dept univ"
)
_POLITE = word_set("mr mrs ms miss")
_LOOSE = Tag.PREPOSITION | Tag.DETERMINER | Tag.POSSESSIVE | Tag.COORDINATOR | Tag.SUBORDINATOR | Tag.RELATIVE
_VERBS = Tag.AUX | Tag.FINITE
_CLAUSES = Tag.SUBORDINATOR | Tag.RELATIVE | Tag.PRONOUN
_GENITIVES = ("'s", "’s", "s'", "s’")
_INSIDE = ("of", "for", "to", "at", "in", "from", "with", "on", "under")
_PARTICIPLES = frozenset(("called", "named", "accused", "charged", "quoted", "cited"))
_NOUNS_IN_ING = word_set(
    "managing acting leading founding presiding reigning sitting visiting outgoing incoming retiring rising "
    "planning marketing housing banking engineering training teaching nursing mining shipping trading "
    "computing accounting manufacturing advertising publishing broadcasting casting voting polling building "
    "consulting fundraising"
)
_MODIFIERS = word_set(
    "vice deputy prime former ex acting interim current retired president-elect presidential vice- "
    "presidential senate house congressional u.s us american british russian first senior junior campaign "
    "communications press national state-elect foreign interior defense defence finance health education "
    "labor labour trade energy treasury state home homeland democratic democratic-leaning independent "
    "conservative liberal socialist congress tv radio talk-show late private"
)
"""Titles that describe a noun and are none."""
_PERSONS = word_set(
    "agent president correspondent resident student superintendent opponent dissident accountant consultant "
    "assistant attendant lieutenant sergeant merchant servant immigrant migrant participant contestant "
    "defendant applicant tenant parent patient client incumbent expert mum mom dad neighbour guest chef cook "
    "native boss ally friend colleague hero icon baroness baron laureate cleric priest monk nun politician "
    "musician technician physician magician physicist hopeful official professional executive freshman spouse "
    "partner fan critic diplomat bureaucrat aristocrat athlete pilot guide clerk mp mep msp governor-elect "
    "senator-elect mayor-elect appointee trustee employee retiree refugee nominee donor whip deputy "
    "chancellor champion captain titan surgeon neurosurgeon attendee confidant baker"
)
KIN = word_set(
    "father mother son daughter brother sister husband wife uncle aunt nephew niece grandfather grandmother "
    "widow widower cousin lady"
)
"""What makes somebody a relative ("first lady" among them)."""
_RELATIONS = word_set(
    "rival opponent challenger ally supporter friend partner colleague fan critic candidate star host"
)
"""What tells nothing by itself: of whom one is the rival."""
_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "arian", "ician")
_NO_PERSONS = word_set(
    "former other another later earlier older younger elder softer tougher calmer stronger weaker better "
    "bitter sober eager clever tender sombre somber slender proper super bigger smaller greater lower higher "
    "upper inner outer fewer rather newer kinder gentler milder harsher longer shorter wider richer poorer "
    "cooler warmer louder quieter happier angrier sadder major minor superior inferior prior exterior "
    "interior human german roman whether either neither together however whatever fever september october "
    "november december"
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
    while taken and _may_stand_before(words[taken - 1]) and not _ends_sentence(words[taken - 1]):
        taken -= 1
    if taken < len(words):
        taken = _with_what_it_is_of(words, taken)
    return words[taken:]


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
    """Where the words begin with the nouns that say what a title is of ("the fire chief")."""
    begin = first
    while begin and first - begin < _MOST_EXTRA:
        word = words[begin - 1]
        if TAGS.get(word.lower(), 0) or _ends_sentence(word) or word.lower().endswith(("ed", "ing")):
            break
        begin -= 1
    ended = begin == 0 or _ends_sentence(words[begin - 1])
    if ended or TAGS.get(words[begin - 1].lower(), 0) & (Tag.DETERMINER | Tag.POSSESSIVE):
        return begin
    while begin < first and not words[begin][0].isupper():
        begin += 1
    return begin


def _ends_sentence(word: str) -> bool:
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
        if _ends_sentence(word):
            whole = True
            break
    if not words or not _is_apposed(words[0]):
        return ""
    if not whole:
        words = words[: _last_link(words)]
    if words:
        words[-1] = words[-1] if _LETTERS.fullmatch(words[-1]) else words[-1].rstrip(".,")
    return " ".join(_without_loose_end(words))


def _last_link(words: list[str]) -> int:
    """Where to cut a phrase whose end is not known, so that what is left is whole."""
    joined = max((i for i, word in enumerate(words) if word == "and"), default=0)
    return joined if joined > 2 else max((i for i, word in enumerate(words) if word in _INSIDE), default=0)


def _is_apposed(word: str) -> bool:
    low = word.lower()
    return low in _APPOSED or low in PLACES or is_title(low) or low.endswith(_GENITIVES[:2])


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


def _without_loose_end(words: list[str]) -> list[str]:
    end = len(words)
    while end and (TAGS.get(words[end - 1].lower(), 0) & _LOOSE and words[end - 1].lower() != "us"):
        end -= 1
    return words[:end]


def label(written: str) -> str | None:
    """A description as it is shown, without an article; None for words that describe nobody.

    It is a noun phrase whose head is said of persons ("former Ohio senator"), what a person belongs to
    ("Radio North's"), or a name ("Radio North").
    """
    words = written.split()
    owner = bool(words) and words[-1].endswith(_GENITIVES)
    begin = max((i + 1 for i, word in enumerate(words[:-1]) if _ends_sentence(word)), default=0)
    while begin < len(words) and _leads_in(words[begin]):
        begin += 1
    words = words[begin:]
    if not words or words[-1].lower() in _INSIDE:
        # In "the chairman for Jane Doe" she is not the chairman.
        return None
    words = _without_loose_end(words)
    if not words:
        return None
    if owner:
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s")
    last = words[-1].lower().strip(".,")
    if last in _POLITE or (len(words) == 1 and (_is_modifier(last) or last in _RELATIONS or last in KIN)):
        return None
    inside = (i for i, word in enumerate(words) if i and word.lower() in _INSIDE)
    head = next(inside, len(words))
    if owner or names_person(words[head - 1]) or all(word[0].isupper() for word in words):
        return " ".join(words)
    return None


def _leads_in(word: str) -> bool:
    low = word.lower()
    return bool(
        TAGS.get(low, 0)
        & (Tag.PREPOSITION | Tag.COORDINATOR | Tag.DETERMINER | Tag.ADVERB | Tag.TIME | Tag.SUBORDINATOR)
        and low not in ("may", "march", "april", "june", "then")
    )


def _is_modifier(word: str) -> bool:
    return word in _MODIFIERS or word in _NO_PERSONS or bool(TAGS.get(word, 0)) or word in PLACES


def names_person(word: str) -> bool:
    """Whether the word is a noun for a person by what he or she does."""
    low = word.lower().strip(".,")
    if low in _MODIFIERS or low in _NO_PERSONS:
        return False
    if low in TITLES or low in MALE_NOUNS or low in FEMALE_NOUNS or low in _PERSONS:
        return True
    part = low.rpartition("-")[2]
    if part != low and (part in TITLES or part in _PERSONS) and part not in _MODIFIERS:
        return True
    return len(low) > 4 and low.endswith(_PERSON_ENDINGS) and not TAGS.get(low, 0)
