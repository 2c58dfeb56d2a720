"""Which words of a paragraph are reported, by which cue, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.cue_words import CUES, Complement, Form
from index.quotations.phrases import Phrase, left_phrase, right_phrase
from index.quotations.tokens import CAPITAL, CUE, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag


@dataclass(slots=True)
class Cue:
    """A reporting verb in place: tokens `start:end` with auxiliaries, the verb itself at `verb`."""

    start: int
    verb: int
    end: int
    complement: Complement
    form: Form
    subject: Phrase | None
    inverted: bool = False


@dataclass(slots=True)
class Report:
    """Tokens `start:end` of a line as reported, with the cue where there is one."""

    start: int
    end: int
    cue: Cue | None
    group: int


def find_cues(line: Line, begin: int, end: int) -> list[Cue]:
    """The reporting verbs of the sentence `begin:end` with their subjects."""
    found: list[Cue] = []
    tags, low = line.tags, line.low
    for index in range(begin, end):
        if not tags[index] & CUE or (tags[index] & CAPITAL and index > begin):
            continue
        if low[index] == "according":
            continue
        cue = _read_cue(line, index, begin, end, found[-1] if found else None)
        if cue is not None:
            found.append(cue)
    return found


def _read_cue(line: Line, verb: int, begin: int, end: int, previous: Cue | None) -> Cue | None:
    tags, low = line.tags, line.low
    _, form, complement = CUES[low[verb]]
    start = verb
    while (
        start > begin
        and (tags[start - 1] & (Tag.ADVERB | Tag.AUX) or low[start - 1].endswith("ly"))
        and low[start - 1] not in ("'s", "’s")
    ):
        start -= 1
    aux = [low[i] for i in range(start, verb)]
    if form & Form.ING and not any(a in ("is", "was", "are", "were", "been", "be") for a in aux):
        if previous is not None and previous.subject is not None:
            return Cue(start, verb, verb + 1, complement, Form.ING, previous.subject)
        return None
    if any(a in ("is", "was", "are", "were", "been", "be", "being") for a in aux) and not form & Form.ING:
        return None
    if form & Form.BASE and not form & Form.PAST:
        if verb > begin and tags[verb - 1] & int(Tag.DETERMINER | Tag.PREPOSITION | Tag.POSSESSIVE):
            return None
    if verb > begin and (
        tags[verb - 1] & (Tag.DETERMINER | Tag.POSSESSIVE)
        or low[verb - 1] in ("'s", "’s")
        or low[verb - 1] == "to"
    ):
        return None
    subject: Phrase | None = None
    inverted = False
    floor = start
    before = line.tags[start - 1] if start > begin else PUNCTUATION
    if start > begin and low[start - 1] == ",":
        opening = _apposition(line, start - 1, begin)
        if opening is not None:
            subject = left_phrase(line, opening, begin)
    elif start > begin and tags[start - 1] & Tag.RELATIVE and low[start - 1] in ("who", "which"):
        stop = start - 1
        if stop > begin and low[stop - 1] == ",":
            stop -= 1
        subject = left_phrase(line, stop, begin)
    elif start > begin and low[start - 1] in ("and", "but", "then") and previous is not None:
        subject = previous.subject
    elif not before & (PUNCTUATION | QUOTE):
        subject = left_phrase(line, floor, begin)
    if subject is None and before & (PUNCTUATION | QUOTE) and verb == start:
        phrase = right_phrase(line, verb + 1, end)
        if phrase is not None and (
            start == begin or before & QUOTE or low[start - 1] in (",", "—", "–", "--")
        ):
            return Cue(start, verb, phrase.end, complement, form, phrase, inverted=True)
    if subject is None:
        return None
    if (
        low[verb] not in ("said", "says", "told", "wrote")
        and form & Form.BASE
        and not form & Form.PAST
        and subject.end - subject.start == 1
    ):
        pass
    return Cue(start, verb, verb + 1, complement, form, subject, inverted)


def _apposition(line: Line, comma: int, begin: int) -> int | None:
    """Where the parenthesis that ends with `comma` begins, when it is one: the index of its comma."""
    index = comma - 1
    tags, low = line.tags, line.low
    while index > begin:
        if tags[index] & QUOTE:
            return None
        if low[index] == ",":
            first = index + 1
            tag = tags[first]
            if (
                tag & (Tag.DETERMINER | Tag.RELATIVE | Tag.POSSESSIVE | Tag.PREPOSITION)
                or line.words[first][0].isdigit()
                or low[first].endswith("ing")
                or not tag & CAPITAL
                or any(low[i] in ("'s", "’s", "of", "for") for i in range(first, comma))
            ):
                return index
        index -= 1
    return None
