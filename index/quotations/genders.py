"""What the words of an article tell of the gender of people whose names do not tell it.

A pronoun is counted for somebody where the grammar, or the lack of anybody else between, binds it: it is a
safe guess each time, and what an article says of a person twice is seldom wrong twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from index.quotations.cast import Cast, Person
from index.quotations.names import name_range
from index.quotations.person_nouns import KIN
from index.quotations.phrases import Phrase
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag
from index.word_set import word_set

_GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_OTHER = {"m": "f", "f": "m"}
_FAMILY = KIN | word_set(
    "parents children kids sons daughters brothers sisters family mum mom dad fiance fiancee girlfriend boyfriend "
    "partner"
)
_NOT_OWNED = (
    (Tag.DETERMINER | Tag.PREPOSITION | Tag.COORDINATOR | Tag.SUBORDINATOR | Tag.PRONOUN | Tag.POSSESSIVE)
    | (Tag.AUX | Tag.FINITE | Tag.TIME | Tag.RELATIVE | Tag.ADVERB)
    | (PUNCTUATION | QUOTE | NUMBER)
)
_SURE = 3
"""How many times as often an article must speak of somebody as of the one gender than as of the other."""


class _Weight(IntEnum):
    LIKELY = 1
    BOUND = 3


def learn_genders(
    lines: Sequence[Line], subjects: Sequence[Sequence[Phrase | None]], cast: Cast
) -> None:
    """Set the gender of those people of the cast of whom the lines tell it; `subjects` are of their sentences."""
    votes: dict[int, dict[str, int]] = {}
    people: dict[int, Person] = {}
    for line, of_line in zip(lines, subjects, strict=True):
        for person, gender, weight in _evidence(line, of_line, cast):
            if not person.gender:
                people[id(person)] = person
                counts = votes.setdefault(id(person), {"m": 0, "f": 0})
                counts[gender] += weight
    for key, counts in votes.items():
        gender = max(counts, key=counts.__getitem__)
        if counts[gender] >= _SURE * counts[_OTHER[gender]]:
            cast.tell_gender(people[key], gender)


def _evidence(
    line: Line, subjects: Sequence[Phrase | None], cast: Cast
) -> Iterator[tuple[Person, str, _Weight]]:
    before: Person | None = None
    for (begin, end), subject in zip(line.sentences, subjects, strict=True):
        person = _only(line, subject, cast)
        if before is not None and line.low[begin] in ("he", "she"):
            yield before, _GENDERS[line.low[begin]], _Weight.LIKELY
        before = None
        if subject is None or person is None:
            continue
        stop = _next_name(line, subject.end, end, cast)
        if stop == end:
            before = person
        told = _told_of(line, subject.end, stop)
        if told is not None:
            yield person, *told


def _only(line: Line, phrase: Phrase | None, cast: Cast) -> Person | None:
    """The person whom the phrase names, where it can be nobody else."""
    name = name_range(line, phrase) if phrase is not None else None
    if name is None:
        return None
    meant = cast.meant(line.words[name[0] : name[1]])
    return meant[0] if len(meant) == 1 else None


def _next_name(line: Line, begin: int, end: int, cast: Cast) -> int:
    """The first token of `begin:end` that names somebody or is a quotation, else `end`."""
    for index in range(begin, end):
        if line.tags[index] & QUOTE or (line.tags[index] & CAPITAL and cast.knows(line.low[index])):
            return index
    return end


def _told_of(line: Line, begin: int, end: int) -> tuple[str, _Weight] | None:
    """What the first pronoun of the tokens, which follow their subject, tells of it."""
    low = line.low
    for index in range(begin, end):
        word = low[index]
        gender = _GENDERS.get(word)
        if gender is None:
            continue
        if word.endswith("self"):
            return gender, _Weight.BOUND
        if word in ("him", "hers") or (word == "her" and not _owns(line, index)):
            return None
        relative = low[begin : begin + 2] == [",", "who"] and "," not in low[begin + 1 : index]
        kin = word in ("his", "her") and not _FAMILY.isdisjoint(low[index + 1 : index + 3])
        return gender, _Weight.BOUND if relative or kin else _Weight.LIKELY
    return None


def _owns(line: Line, index: int) -> bool:
    """Whether the "her" there is followed by what is hers."""
    return index + 1 < len(line) and not line.tags[index + 1] & _NOT_OWNED

