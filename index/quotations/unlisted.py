"""Who says a quotation that a verb of no list reports (`"No," the duke shot back`, `"No," shrugged the duke`)."""

from __future__ import annotations

from index.quotations.appositions import appositive_name, led_on
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.words import CROWDS, FEMALE_NOUNS, GROUP_NOUNS, MALE_NOUNS, Tag

_SPEAKING = GROUP_NOUNS | CROWDS | MALE_NOUNS | FEMALE_NOUNS
_PARTICLES = ("back", "in", "out", "on", "up", "off", "away")


def unlisted_subject(line: Line, index: int, end: int) -> Phrase | None:
    """Whose the quoted stretch is that opens the sentence, where a verb that is no cue can follow it."""
    tags = line.tags
    inverted = _inverted(line, index, end)
    subject = inverted or right_phrase(line, index + 1, end)
    if inverted is not None or subject is None or subject.end >= end:
        return inverted
    if not tags[subject.end] & (PUNCTUATION | QUOTE | Tag.AUX) or _is_asked(line, index, subject):
        return subject
    if line.low[subject.end - 1] in _PARTICLES and subject.end - subject.start > 2:
        # "the duke shot back": the last two are a verb.
        return Phrase(subject.start, subject.end - 2, subject.end - 2)
    return None


def _inverted(line: Line, index: int, end: int) -> Phrase | None:
    """The subject behind a verb in the past, where it ends the sentence."""
    verb = index + 1
    if line.text[line.quotes[line.quote[index]].end - 1] not in ",?!":
        return None
    if line.tags[verb] & CAPITAL or not line.low[verb].endswith("ed"):
        return None
    subject = right_phrase(line, verb + 1, end)
    if subject is None:
        return None
    subject = led_on(line, subject, end) or subject
    subject = appositive_name(line, subject, end) or subject
    determined = line.tags[subject.start] & (Tag.DETERMINER | Tag.POSSESSIVE)
    named = line.tags[subject.head_end - 1] & CAPITAL
    if not named and not (determined and _speaks(line.low[subject.head_end - 1])):
        return None
    last = subject.end >= end - 1 or bool(line.tags[subject.end] & QUOTE)
    return subject if last or _is_described(line, subject.end, end) else None


def _speaks(noun: str) -> bool:
    """Whether the noun is a person or a body, and not what the title of a work has done something to."""
    return noun in _SPEAKING or names_person(noun) or names_person(noun.removesuffix("s"))


def _is_described(line: Line, comma: int, end: int) -> bool:
    """Whether what follows the comma only describes who stands before it ("Jane Doe, 45, a commuter.")."""
    if line.low[comma] != ",":
        return False
    return bool(line.tags[comma + 1] & Tag.RELATIVE) or not any(
        tag & (Tag.AUX | Tag.FINITE) for tag in line.tags[comma + 1 : end]
    )


def _is_asked(line: Line, index: int, subject: Phrase) -> bool:
    """Whether a question in marks has an auxiliary after its subject ("a reporter can be heard asking")."""
    quoted = line.quotes[line.quote[index]]
    auxiliary = bool(line.tags[subject.end] & Tag.AUX)
    return auxiliary and line.text[quoted.end - 1] in "?," and subject.end + 1 < len(line.words)
