"""Descriptions as they are shown."""

from __future__ import annotations

from index.quotations.descriptions import GENITIVES, INSIDE, ends_sentence, without_loose_end
from index.quotations.heads import BODIES
from index.quotations.person_nouns import KIN, MODIFIERS, is_modifier, names_person
from index.quotations.words import TAGS, Tag
from index.word_set import word_set

_LEADING = (
    Tag.PREPOSITION
    | Tag.COORDINATOR
    | Tag.DETERMINER
    | Tag.POSSESSIVE
    | Tag.ADVERB
    | Tag.TIME
    | Tag.SUBORDINATOR
)
_POSSESSIVES = word_set("my our your his her its their whose")
_ORDERS = word_set("father sister brother")
_POLITE = word_set("mr mrs ms miss shri smt shrimati")
_CLERGY = word_set("rev revd reverend")
_RELATIONS = word_set(
    "rival opponent challenger ally supporter friend partner colleague fan critic candidate star host"
)
"""What tells nothing by itself: of whom one is the rival."""


def label(written: str) -> str | None:
    """A description as it is shown, without an article; None for words that describe nobody.

    It is a noun phrase whose head is said of persons ("former Ohio senator"), what a person belongs to
    ("Radio North's"), or a name ("Radio North").
    """
    words = written.split()
    owner = bool(words) and words[-1].endswith(GENITIVES)
    begin = max((i + 1 for i, word in enumerate(words[:-1]) if ends_sentence(word)), default=0)
    possessed = False
    while begin < len(words) and _leads_in(words[begin]):
        possessed = possessed or words[begin].lower() in _POSSESSIVES
        begin += 1
    words = words[begin:]
    if not words or words[-1].lower() in INSIDE:
        # In "the chairman for Jane Doe" she is not the chairman.
        return None
    words = without_loose_end(words)
    if not words:
        return None
    if owner:
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s")
        if not words[-1]:
            return None
    if len(words) > 1 and _bare(words[-1]) == "dr":
        words.pop()
    if len(words) > 2 and _bare(words[-1]) in _CLERGY and words[-2] == "the":
        words = words[:-2]  # "chair of governors the Rev"
    last = _bare(words[-1])
    if last in _POLITE or (len(words) == 1 and not _tells(words[0], owner, possessed)):
        return None
    inside = (i for i, word in enumerate(words) if i and word.lower() in INSIDE)
    head = next(inside, len(words))
    # In "Bank of England governor" the head is behind the name of the body.
    behind = head < len(words) and words[head - 1].lower() in BODIES and names_person(words[-1])
    if owner or behind or names_person(words[head - 1]) or all(word[0].isupper() for word in words):
        return " ".join(words)
    return None


def _tells(word: str, owner: bool, possessed: bool) -> bool:
    """Whether the word alone tells something; of an `owner` what somebody belongs to, else what somebody is.

    A father is a priest where he is nobody's.
    """
    low = _bare(word)
    if owner and word[0].isupper() and low in MODIFIERS:
        return True  # "Labour's Jane Doe"
    if low in _ORDERS and word[0].isupper() and not possessed:
        return True
    return not (is_modifier(low) or low in _RELATIONS or low in KIN)


def _bare(word: str) -> str:
    return word.lower().strip(".,")


def _leads_in(word: str) -> bool:
    low = word.lower()
    return bool(TAGS.get(low, 0) & _LEADING and low not in ("may", "march", "april", "june", "then"))
