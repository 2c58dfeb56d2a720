"""What stands beside a name or a role to tell who is meant: appositions, and nouns between two names."""

from __future__ import annotations

from index.quotations.apposed_names import (
    described_name,
    is_full_name,
    is_named,
    is_of_one,
    is_place,
    name_end,
    name_from,
    role_and_name,
)
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.heads import is_plain
from index.quotations.names import is_title
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, is_genitive, left_phrase, right_phrase
from index.quotations.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import (
    CROWDS,
    DASHES,
    GROUP_NOUNS,
    Tag,
)

_HAVE = ("have", "has", "had", "having", "'ve", "’ve", "'d", "’d")
_PARTY = ("r-", "d-", "i-")
_LINKING = ("that", "while", "as", "when", "whether", "because", "if", "though", "although", "but")
_BEFORE_TITLES = ("former", "then", "acting", "retired", "late", "longtime", "republican", "democratic")
_MAX_PARENTHESIS = 60
_MAX_MARKS = 6
_MAX_NOUNS = 7
_MAX_NAME = 5
_MAX_LETTERS = 4


def before_parenthesis(line: Line, closing: int, begin: int) -> Phrase | None:
    """The subject that an apposition, a relative clause or the like parts from its verb.

    `closing` is the comma or dash that ends the parenthesis.
    """
    low = line.low
    mark = low[closing]
    floor = max(begin, closing - _MAX_PARENTHESIS)
    index = closing - 1
    if line.tags[index] & QUOTE:
        return None
    marks = 0
    of_place: Phrase | None = None
    while index > floor and marks < _MAX_MARKS:
        if low[index] == mark or (mark != "," and low[index] in DASHES):
            marks += 1
            subject = _subject_before(line, index, closing, begin)
            if subject is not None and (of_place is not None or not is_place(line, index + 1, closing)):
                return subject
            # "Jane Doe, a voter from Albany, New York, said": the parenthesis begins before the town.
            of_place = of_place or subject
        index -= 1
    return of_place


def antecedent(line: Line, relative: int, begin: int) -> Phrase | None:
    """Whom the "who" or "which" at `relative` goes back to."""
    stop = relative
    if stop > begin and line.low[stop - 1] == ",":
        stop -= 1
    phrase = left_phrase(line, stop, begin)
    if phrase is not None and _is_affix(line, phrase, begin):
        return left_phrase(line, phrase.start - 1, begin)
    if (
        phrase is not None
        and line.low[relative] == "who"
        and (_is_of_somebody(line, phrase) or _is_participle(line, phrase, begin))
    ):
        return Phrase(phrase.head_end + 1, phrase.end, phrase.end)
    return phrase


def _is_participle(line: Line, phrase: Phrase, begin: int) -> bool:
    """Whether the head is no noun, but a verb with whom it goes on to ("had spoken with Mayor Jane Doe")."""
    perfect = phrase.start > begin and line.low[phrase.start - 1] in _HAVE
    return perfect and phrase.head_end - phrase.start == 1 and phrase.head_end + 1 < phrase.end


def _is_of_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a thing and whose it is ("the endorsement of Mayor Jane Doe")."""
    head, name = phrase.head_end - 1, phrase.head_end + 1
    if name >= phrase.end or line.low[head + 1] != "of" or line.tags[head] & CAPITAL:
        return False
    while name < phrase.end - 1 and line.low[name] in _BEFORE_TITLES:
        name += 1
    noun, first = line.low[head], line.low[name]
    if noun in GROUP_NOUNS | CROWDS or names_person(noun) or names_person(noun.removesuffix("s")):
        return False
    if not line.tags[phrase.end - 1] & CAPITAL or not line.tags[name] & CAPITAL:
        return False
    if is_title(first) or first in GIVEN_NAMES:
        return True
    # "The victims of Typhoon Lena, who said": several may be persons of any kind.
    return not noun.endswith("s") and is_full_name(line, name, phrase.end)


def _is_affix(line: Line, phrase: Phrase, begin: int) -> bool:
    """Whether the phrase is a mere affix of the name before it: a party and a state, or letters ("QC")."""
    if phrase.start - 1 <= begin or line.low[phrase.start - 1] != ",":
        return False
    if not line.tags[phrase.start - 2] & CAPITAL or line.tags[phrase.start - 2] & Tag.TIME:
        return False
    word = line.words[phrase.start]
    letters = phrase.end - phrase.start == 1 and word.isupper() and len(word) <= _MAX_LETTERS
    return letters or word[:2].lower() in _PARTY


def _subject_before(line: Line, opening: int, closing: int, begin: int, depth: int = 2) -> Phrase | None:
    """The phrase that ends at `opening`, when what follows up to `closing` can describe it."""
    tags, low = line.tags, line.low
    first = opening + 1
    if first >= closing:
        return None
    phrase = left_phrase(line, opening, begin)
    if phrase is None and low[opening - 1] in ("them", "us") and opening - 2 > begin:
        # "One of them, the head teacher Ann Dow, said"
        return role_and_name(line, first, closing) if low[opening - 2] == "of" else None
    if phrase is None or phrase.end != opening or _is_affix(line, phrase, begin):
        return None
    if phrase.start > begin:
        before = phrase.start - 1
        if (
            not tags[before] & (PUNCTUATION | QUOTE | Tag.COORDINATOR | Tag.TIME)
            and low[before] not in _LINKING
        ):
            return None
    if tags[phrase.end - 1] & (Tag.PREPOSITION | Tag.SUBORDINATOR | NUMBER | Tag.PRONOUN):
        return None
    if low[first][:2] in _PARTY:
        return phrase
    if name_end(line, first, closing) == closing:
        if is_named(line, phrase, first, closing):
            return Phrase(first, closing, closing)
        return phrase if closing - first == 1 or phrase.end - phrase.start >= 2 else None
    if not _describes(line, first, closing):
        return None
    if not tags[phrase.head_end - 1] & CAPITAL or tags[phrase.head_end - 1] & Tag.DETERMINER:
        named = role_and_name(line, first, closing) or name_from(line, phrase, first, closing)
        if named is not None:
            return named
    if (
        depth
        and (tags[phrase.start] & Tag.DETERMINER or _is_bare_role(line, phrase))
        and phrase.start - 1 > begin
        and low[phrase.start - 1] == ","
    ):
        outer = _subject_before(line, phrase.start - 1, opening, begin, depth - 1)
        if outer is not None and tags[outer.head_end - 1] & CAPITAL:
            return outer
    return phrase


def _describes(line: Line, first: int, closing: int) -> bool:
    tags, low = line.tags, line.low
    tag = tags[first]
    if tag & (Tag.DETERMINER | Tag.RELATIVE | Tag.POSSESSIVE | Tag.PREPOSITION | NUMBER | Tag.ADVERB):
        return True
    if not tag & CAPITAL or low[first].endswith(("ing", "ed")):
        return True
    return any(
        is_genitive(line, i) or tags[i] & Tag.PREPOSITION or not tags[i] & (CAPITAL | PUNCTUATION)
        for i in range(first, closing)
    )


def _is_bare_role(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a role without an article ("chairman of the board")."""
    head = phrase.head_end - 1
    return is_title(line.low[head]) and not any(tag & CAPITAL for tag in line.tags[phrase.start : head + 1])


def appositive_name(line: Line, phrase: Phrase, end: int) -> Phrase | None:
    """The name after a role: "the governor's spokesman, John Smith"."""
    tags = line.tags
    comma = phrase.end
    if comma + 2 >= end or line.low[comma] != ",":
        return None
    stop = name_end(line, comma + 1, end)
    if stop == comma + 1 and is_of_one(line, phrase):
        return described_name(line, comma + 1, end)
    if not 0 < stop - comma - 1 <= _MAX_NAME or not is_named(line, phrase, comma + 1, stop):
        return None
    if stop < end and not tags[stop] & (PUNCTUATION | QUOTE | Tag.PREPOSITION | Tag.RELATIVE):
        return None
    return Phrase(comma + 1, stop, stop)


def led_on(line: Line, phrase: Phrase, end: int) -> Phrase | None:
    """The phrase with the common nouns after its capitals, and the name that these lead to.

    "England" of "England skipper Ben Stokes", "the Leeds" of "the Leeds boss": for places where no verb
    can follow the phrase, as behind an inverted one.
    """
    tags, low = line.tags, line.low
    if not tags[phrase.end - 1] & CAPITAL and not is_genitive(line, phrase.end - 1):
        return None
    name = phrase.end
    limit = min(end, phrase.end + _MAX_NOUNS)
    while name < limit and (is_plain(line, name) or (low[name] == "and" and name > phrase.end)):
        name += 1
    if name == phrase.end or not is_plain(line, name - 1):
        return None
    if name == end or tags[name] & PUNCTUATION:
        return Phrase(phrase.start, name, name) if tags[phrase.start] & Tag.DETERMINER else None
    if tags[name] & CAPITAL and (not low[name - 1].endswith("s") or low[name - 1].endswith("ss")):
        found = right_phrase(line, name, end)
        return Phrase(phrase.start, found.head_end, found.end) if found is not None else None
    return None
