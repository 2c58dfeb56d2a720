"""A pronoun within what somebody else reports, as in `the judge wrote that Hale was joking when he said it`."""

from __future__ import annotations

from dataclasses import replace

from index.quotations.breaks import apposition_before
from index.quotations.cast import given_gender
from index.quotations.cue import Cue
from index.quotations.cue_words import Complement
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, is_genitive, left_phrase, right_phrase
from index.quotations.places import PLACES
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.verbs import group_start
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_WORDS, Tag

_GENDERS = {"he": "m", "she": "f"}
_LINKING = ("when", "as", "after", "before")
_MAX_CLAUSE = 24


def within_report(line: Line, cue: Cue, earlier: list[Cue]) -> Cue:
    """The cue with the person whom its "he" or "she" means, where the clause before it has that one for its subject.

    Not where an object tells that there are two ("when he told him").
    """
    pronoun = cue.subject.start
    gender = _GENDERS.get(line.low[pronoun])
    if gender is None or cue.subject.end - pronoun > 1 or not earlier or cue.inherits or cue.inverted:
        return cue
    outer = earlier[0]
    if line.low[pronoun - 1] not in _LINKING or outer.inverted or not outer.complement & Complement.CLAUSE:
        return cue
    if cue.end < len(line) and line.tags[cue.end] & Tag.OBJECT_PRONOUN:
        return cue
    meant = _subject_before(line, pronoun - 1, outer.end)
    if meant is None or _gender(line, meant) not in ("", gender):
        return cue
    return replace(cue, subject=meant)


def of_accused(line: Line, cue: Cue, earlier: list[Cue]) -> Cue:
    """The cue with the accused whom its pronoun means: "Roth accused Hale of theft, a charge he called absurd"."""
    pronoun = cue.subject.start
    gender = _GENDERS.get(line.low[pronoun])
    if gender is None or cue.subject.end - pronoun > 1 or not earlier:
        return cue
    accusing = earlier[-1]
    if not line.low[accusing.verb].startswith("accus") or apposition_before(line, cue, accusing.end) is None:
        return cue
    accused = right_phrase(line, accusing.end, cue.anchor)
    if accused is None or not _is_one_person(line, accused) or _gender(line, accused) not in ("", gender):
        return cue
    return replace(cue, subject=Phrase(accused.start, accused.head_end, accused.head_end))


def _subject_before(line: Line, end: int, begin: int) -> Phrase | None:
    """The person who is the subject of the last finite verb between the tokens."""
    for index in range(end - 1, max(begin, end - _MAX_CLAUSE), -1):
        tag = line.tags[index]
        if is_genitive(line, index):
            continue
        if tag & (PUNCTUATION | QUOTE):
            return None
        past = line.low[index].endswith("ed") and line.tags[index - 1] & CAPITAL
        if (past or tag & (Tag.AUX | Tag.FINITE)) and not tag & CAPITAL:
            subject = left_phrase(line, group_start(line, index, begin), begin)
            return subject if subject is not None and _is_one_person(line, subject) else None
    return None


def _is_one_person(line: Line, subject: Phrase) -> bool:
    """Whether a person is the subject, not several, a body or a place."""
    head = line.low[subject.head_end - 1]
    if not line.tags[subject.head_end - 1] & CAPITAL:
        return names_person(head)
    words = line.low[subject.start : subject.head_end]
    if "and" in words or words[0] == "the" or line.words[subject.head_end - 1].isupper():
        return False
    return not any(word in PLACES or word in ORGANISATION_WORDS for word in (*words, " ".join(words[-2:])))


def _gender(line: Line, name: Phrase) -> str:
    """The gender that a title or the given name tells, if one does."""
    words = line.low[name.start : name.head_end]
    for word in words:
        if word.rstrip(".") in MALE_NOUNS:
            return "m"
        if word.rstrip(".") in FEMALE_NOUNS:
            return "f"
    return given_gender(words) if len(words) > 1 else ""
