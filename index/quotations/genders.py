"""What the words of an article tell of the gender of people whose names do not tell it.

A pronoun is counted for somebody where the grammar, or the lack of anybody else between, binds it: it is a
safe guess each time, and what an article says of a person twice is seldom wrong twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.quotations.cast import Cast, Person
from index.quotations.names import name_range
from index.quotations.namings import next_name
from index.quotations.person_nouns import KIN
from index.quotations.phrases import Phrase
from index.quotations.tokens import NUMBER, PUNCTUATION, QUOTE, Line
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
_BOUND = 3
"""For how many safe guesses a pronoun counts that grammar binds."""
_TWO_OBJECTS = word_set(
    "give gives gave given tell tells told offer offers offered show shows showed send sends sent buy buys bought "
    "teach teaches taught pay pays paid hand hands handed ask asks asked wish wishes wished make makes made "
    "call calls called"
)
"""Verbs behind which "her" may be whom something is given as well as whose it is ("gave her money")."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of the gender of its subject: 'm', 'f' or ''.

    It is `bound` where by grammar the pronoun can hardly be anybody else's. Somebody else, of the gender
    `other`, is the object of the verb.
    """

    gender: str = ""
    bound: bool = False
    other: str = ""


def learn_genders(lines: Sequence[Line], subjects: Sequence[Sequence[Phrase | None]], cast: Cast) -> None:
    """Set the gender of those people of the cast of whom the lines tell it; `subjects` are of their sentences."""
    votes: dict[int, Counter[str]] = {}
    people: dict[int, Person] = {}
    for person, told in _evidence(lines, subjects, cast):
        if told.gender and not person.gender:
            people[id(person)] = person
            votes.setdefault(id(person), Counter())[told.gender] += _BOUND if told.bound else 1
    for key, counts in votes.items():
        gender = max(counts, key=counts.__getitem__)
        if counts[gender] >= _SURE * counts[_OTHER[gender]]:
            cast.tell_gender(people[key], gender)


def told_of_subject(line: Line, subject: Phrase, sentence: tuple[int, int], cast: Cast) -> Told:
    """What the first pronoun behind the subject of the sentence tells of it.

    Behind another name or a quotation it may be anybody's; where somebody else is named before the subject,
    only what grammar binds is counted.
    """
    begin, end = sentence
    told = _first_pronoun(line, subject.end, next_name(line, subject.end, end, cast))
    if told.gender and not told.bound and next_name(line, begin, subject.start, cast) < subject.start:
        return Told()
    return told


def _evidence(
    lines: Sequence[Line], subjects: Sequence[Sequence[Phrase | None]], cast: Cast
) -> Iterator[tuple[Person, Told]]:
    last: Person | None = None
    for line, of_line in zip(lines, subjects, strict=True):
        before: Person | None = None
        for (begin, end), subject in zip(line.sentences, of_line, strict=True):
            person = _only(line, subject, cast)
            if before is not None and line.low[begin] in ("he", "she"):
                yield before, Told(_GENDERS[line.low[begin]])
            before = None
            if subject is None or person is None:
                continue
            if next_name(line, subject.end, end, cast) == end:
                before = person
            told = told_of_subject(line, subject, (begin, end), cast)
            if told.bound or last is None or last is person or last.gender != told.gender:
                yield person, told
            last = person


def _only(line: Line, phrase: Phrase | None, cast: Cast) -> Person | None:
    """The person whom the phrase names, where it can be nobody else."""
    name = name_range(line, phrase) if phrase is not None else None
    if name is None:
        return None
    meant = cast.meant(line.words[name[0] : name[1]])
    return meant[0] if len(meant) == 1 else None


def _first_pronoun(line: Line, begin: int, end: int) -> Told:
    low = line.low
    for index in range(begin, end):
        word = low[index]
        gender = _GENDERS.get(word)
        if gender is None:
            continue
        if word.endswith("self"):
            return Told(gender, bound=True)
        if word in ("him", "hers") or (word == "her" and not _owns(line, index)):
            return Told(other=gender) if _is_object(line, begin, index) else Told()
        if word == "her" and low[index - 1] in _TWO_OBJECTS:
            return Told()
        relative = low[begin : begin + 2] == [",", "who"] and "," not in low[begin + 1 : index]
        kin = word in ("his", "her") and not _FAMILY.isdisjoint(low[index + 1 : index + 3])
        return Told(gender, bound=relative or kin)
    return Told()


def _owns(line: Line, index: int) -> bool:
    """Whether the "her" there is followed by what is hers."""
    return index + 1 < len(line) and not line.tags[index + 1] & _NOT_OWNED


def _is_object(line: Line, begin: int, index: int) -> bool:
    """Whether the pronoun follows the verb of the subject before `begin` at once, so that it is somebody else."""
    if line.low[begin] == ",":
        begin = next((i + 1 for i in range(begin + 1, index) if line.low[i] == ","), index)
    verbs = [i for i in range(begin, index) if not line.tags[i] & (Tag.AUX | Tag.ADVERB)]
    return verbs == [index - 1] and not line.tags[index - 1] & (PUNCTUATION | Tag.PREPOSITION)
