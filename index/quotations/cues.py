"""Reporting verbs in place, with their subjects."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.cue_words import CUES, NOUN_LIKE, Complement, Form
from index.quotations.phrases import Phrase, is_genitive, left_phrase, right_phrase
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import DOCUMENT_NOUNS, Tag

_BE = frozenset(
    "is was are were been be being am 's ’s 're ’re 'm ’m wasn't weren't isn't aren't wasn’t weren’t isn’t aren’t".split()
)
_DASHES = ("—", "–", "--", "-")
_PARTICLES = ("out", "on", "for", "of", "about", "to", "off", "up", "back", "as")
_CATENATIVES = frozenset(
    "went goes go continued continues began begins started proceeded came comes seemed seems used uses took takes "
    "refused declined had has have quick ready appeared wanted wants managed failed rushed moved".split()
)
_REPORTING = Complement.CLAUSE | Complement.QUOTE


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: tokens `start:end` with auxiliaries and particles, the verb itself at `verb`.

    `anchor` is where the clause of the cue begins: its subject or, without one of its own, the verb.
    """

    start: int
    verb: int
    end: int
    complement: Complement
    subject: Phrase | None
    anchor: int
    inverted: bool = False
    inherits: bool = False


def find_cues(line: Line, begin: int, end: int) -> list[Cue]:
    """The reporting verbs of the sentence `begin:end`, in order."""
    found: list[Cue] = []
    for index in range(begin, end):
        if line.tags[index] & CUE:
            cue = _read_cue(line, index, begin, end, found[-1] if found else None)
            if cue is not None:
                found.append(cue)
        elif line.low[index] == "according" and index + 1 < end and line.low[index + 1] == "to":
            subject = right_phrase(line, index + 2, end)
            if subject is not None:
                subject = appositive_name(line, subject, end) or subject
                found.append(
                    Cue(index, index + 1, index + 2, Complement.CLAUSE, subject, index, inverted=True)
                )
    return found


def _read_cue(line: Line, verb: int, begin: int, end: int, previous: Cue | None) -> Cue | None:
    tags, low = line.tags, line.low
    word = low[verb]
    base, form, complement = CUES[word]
    capital = bool(tags[verb] & CAPITAL)
    if capital and (verb > begin or not (form & Form.ING or word in ("said", "says"))):
        return None
    before = tags[verb - 1] if verb > begin else PUNCTUATION
    if verb > begin and (
        before & (Tag.DETERMINER | Tag.POSSESSIVE) or (is_genitive(line, verb - 1) and not form & Form.ING)
    ):
        return None
    start = _group_start(line, verb, begin)
    auxiliaries = low[start:verb]
    passive = any(word in _BE for word in auxiliaries)
    finite = not form & Form.ING
    if finite and (passive or (base in NOUN_LIKE and not _is_verb(line, verb, start, end, form))):
        return None
    if finite and verb + 1 < end and low[verb + 1] == "by" and start == verb:
        return None
    stop = _particle_end(line, verb, end, complement)
    if form & Form.ING and not passive:
        return _participle(line, verb, stop, begin, end, complement, previous)
    if verb > begin and low[verb - 1] == "to" and form & Form.BASE:
        return _infinitive(line, verb, stop, begin, complement)
    if (
        finite
        and before & Tag.PREPOSITION
        and not before & Tag.ADVERB
        and not before & CAPITAL
        and start == verb
    ):
        return None
    if (
        complement & _REPORTING
        and start == verb
        and before & (PUNCTUATION | QUOTE)
        and (verb > begin or capital)
    ):
        inverted = _inverted(line, verb, begin, end, complement)
        if inverted is not None:
            return inverted
    subject, inherits = _subject(line, start, begin, previous)
    if subject is None:
        return None
    if form & Form.BASE and not form & Form.PAST and start == verb and _singular(line, subject):
        return None
    anchor = start if inherits else min(subject.start, start)
    return Cue(start, verb, stop, complement, subject, anchor, inherits=inherits)


def _group_start(line: Line, verb: int, begin: int) -> int:
    start = verb
    tags, low = line.tags, line.low
    while start > begin and not tags[start - 1] & (PUNCTUATION | QUOTE | CAPITAL):
        tag, word = tags[start - 1], low[start - 1]
        if tag & Tag.AUX or word.endswith("ly") or (tag & Tag.ADVERB and not tag & Tag.TIME):
            start -= 1
        else:
            break
    if (
        start < verb
        and low[start] in ("'s", "’s", "'d", "’d")
        and not any(low[i] for i in range(start + 1, verb))
    ):
        return verb if low[start] in ("'s", "’s") else start
    return start


def _is_verb(line: Line, verb: int, start: int, end: int, form: Form) -> bool:
    """Whether a word that may be a noun is a verb here."""
    if form & (Form.PAST | Form.ING) and not form & Form.BASE:
        return True
    tags, low = line.tags, line.low
    if start < verb or low[verb - 1] == "to" or tags[verb - 1] & Tag.PRONOUN:
        return True
    following = verb + 1
    if following >= end:
        return False
    if low[following] == "that" or tags[following] & (QUOTE | Tag.PRONOUN) or low[following] == ":":
        return True
    if low[following] == "," and following + 1 < end and tags[following + 1] & QUOTE:
        return True
    if (
        form & Form.THIRD
        and tags[verb - 1] & CAPITAL
        and tags[following] & (Tag.DETERMINER | CAPITAL | Tag.POSSESSIVE)
    ):
        return True
    return (
        low[following] in ("for", "on") and low[verb] in ("call", "calls") and bool(tags[verb - 1] & CAPITAL)
    )


def _singular(line: Line, subject: Phrase) -> bool:
    """Whether a base form cannot agree with the subject ("he say")."""
    if subject.end - subject.start == 1:
        return line.low[subject.start] in ("he", "she", "it")
    return False


def _particle_end(line: Line, verb: int, end: int, complement: Complement) -> int:
    stop = verb + 1
    if (
        complement & Complement.OBJECT
        and stop < end
        and line.low[stop] in _PARTICLES
        and line.low[verb] in ("called", "call", "calls", "calling", "railed", "rails")
    ):
        stop += 1
    return stop


def _inverted(line: Line, verb: int, begin: int, end: int, complement: Complement) -> Cue | None:
    """`..., said Smith`: the subject follows the verb."""
    tags, low = line.tags, line.low
    if verb > begin and not (tags[verb - 1] & QUOTE or low[verb - 1] in (",", *_DASHES)):
        return None
    phrase = right_phrase(line, verb + 1, end)
    if phrase is None or (
        phrase.end - phrase.start == 1
        and tags[phrase.start] & Tag.OBJECT_PRONOUN
        and not tags[phrase.start] & Tag.PRONOUN
    ):
        return None
    if tags[phrase.start] & NUMBER and phrase.end - phrase.start == 1:
        return None
    if (
        not tags[verb - 1] & QUOTE
        and low[verb] not in ("said", "says")
        and not _ends_clause(line, phrase.end, end)
    ):
        return None
    phrase = appositive_name(line, phrase, end) or phrase
    return Cue(verb, verb, phrase.end, complement, phrase, verb, inverted=True)


def _ends_clause(line: Line, index: int, end: int) -> bool:
    return index >= end or bool(line.tags[index] & (PUNCTUATION | QUOTE))


def appositive_name(line: Line, phrase: Phrase, end: int) -> Phrase | None:
    """The name after a role: "the governor's spokesman, John Smith"."""
    tags = line.tags
    comma = phrase.end
    if comma + 2 >= end or line.low[comma] != "," or tags[phrase.head_end - 1] & CAPITAL:
        return None
    stop = comma + 1
    while stop < end and tags[stop] & CAPITAL and not tags[stop] & Tag.TIME:
        stop += 1
    if not 2 <= stop - comma - 1 <= 5 or not (
        stop >= end or tags[stop] & (PUNCTUATION | QUOTE | Tag.PREPOSITION | Tag.RELATIVE)
    ):
        return None
    return Phrase(comma + 1, stop, stop)


def _participle(
    line: Line, verb: int, stop: int, begin: int, end: int, complement: Complement, previous: Cue | None
) -> Cue | None:
    tags, low = line.tags, line.low
    start = verb
    while (
        start > begin
        and (tags[start - 1] & Tag.ADVERB or low[start - 1].endswith("ly"))
        and not tags[start - 1] & CAPITAL
    ):
        start -= 1
    if start == begin:
        comma = start
        while comma < end and low[comma] != ",":
            comma += 1
        subject = right_phrase(line, comma + 1, end)
        return Cue(start, verb, stop, complement, subject, start, inherits=True) if subject else None
    word = low[start - 1]
    tag = tags[start - 1]
    subject = None
    if tag & PUNCTUATION or word in (
        "by",
        "before",
        "after",
        "while",
        "when",
        "in",
        "and",
        "without",
        "then",
        "for",
        "as",
        "or",
        "but",
    ):
        if previous is not None and previous.subject is not None and previous.verb < start:
            subject = previous.subject
        else:
            subject = main_subject(line, begin, start)
    elif not tag & (Tag.PREPOSITION | QUOTE | Tag.SUBORDINATOR):
        subject = left_phrase(line, start, begin)
        if subject is not None and low[subject.head_end - 1] in DOCUMENT_NOUNS:
            subject = main_subject(line, begin, subject.start) or subject
    if subject is None:
        return None
    return Cue(start, verb, stop, complement, subject, start, inherits=True)


def _infinitive(line: Line, verb: int, stop: int, begin: int, complement: Complement) -> Cue | None:
    index = verb - 2
    low, tags = line.low, line.tags
    if index >= begin and low[index] in ("on", "off"):
        index -= 1
    if index < begin or not (low[index] in _CATENATIVES or tags[index] & PUNCTUATION):
        return None
    subject = main_subject(line, begin, index)
    if subject is None:
        return None
    return Cue(index, verb, stop, complement, subject, index, inherits=True)


def _subject(line: Line, start: int, begin: int, previous: Cue | None) -> tuple[Phrase | None, bool]:
    """The subject of the verb group that begins at `start`, and whether it is an earlier clause's."""
    tags, low = line.tags, line.low
    if start == begin:
        return None, False
    before = start - 1
    while (
        before > begin
        and (tags[before] & Tag.ADVERB or low[before].endswith("ly"))
        and not tags[before] & CAPITAL
    ):
        before -= 1
    word, tag = low[before], tags[before]
    if word == "," or word in _DASHES:
        subject = _before_parenthesis(line, before, begin)
        if subject is not None:
            return subject, False
        if word == "," and previous is not None and previous.verb < start:
            return previous.subject, True
        return (main_subject(line, begin, before), True) if word == "," else (None, False)
    if word in ("who", "which"):
        stop = before - 1 if before > begin and low[before - 1] == "," else before
        return left_phrase(line, stop, begin), True
    if word in ("and", "but", "then", "or", "&"):
        if previous is not None and previous.verb < start:
            return previous.subject, True
        return main_subject(line, begin, before), True
    if tag & (PUNCTUATION | QUOTE):
        return None, False
    return left_phrase(line, start, begin), False


def _before_parenthesis(line: Line, comma: int, begin: int) -> Phrase | None:
    """The subject that an apposition, a relative clause or the like parts from its verb."""
    tags, low = line.tags, line.low
    index = comma - 1
    mark = low[comma]
    while index > begin:
        if low[index] == mark or (mark != "," and low[index] in _DASHES):
            subject = _subject_before(line, index, comma, begin)
            if subject is not None:
                return subject
        if tags[index] & QUOTE and index == comma - 1:
            return None
        index -= 1
    return None


def _subject_before(line: Line, opening: int, closing: int, begin: int) -> Phrase | None:
    tags, low = line.tags, line.low
    first = opening + 1
    if first >= closing:
        return None
    phrase = left_phrase(line, opening, begin)
    if phrase is None or phrase.end != opening:
        return None
    if phrase.start > begin:
        tag = tags[phrase.start - 1]
        if not tag & (PUNCTUATION | QUOTE | Tag.COORDINATOR) and low[phrase.start - 1] not in (
            "that",
            "while",
            "as",
            "when",
        ):
            return None
    if (
        tags[phrase.end - 1] & (Tag.PREPOSITION | Tag.SUBORDINATOR | NUMBER)
        or tags[phrase.start] & Tag.PRONOUN
        and low[first] not in ("who",)
    ):
        return None
    tag = tags[first]
    if tag & CAPITAL and all(tags[i] & CAPITAL for i in range(first, closing)):
        if not tags[phrase.head_end - 1] & CAPITAL and closing - first >= 2:
            return Phrase(first, closing, closing)
        return None if closing - first > 1 and phrase.end - phrase.start < 2 else phrase
    if low[first][:2] in ("r-", "d-", "i-"):
        return phrase
    apposition = (
        tag & (Tag.DETERMINER | Tag.RELATIVE | Tag.POSSESSIVE | Tag.PREPOSITION | NUMBER | Tag.ADVERB)
        or low[first].endswith(("ing", "ed"))
        or not tag & CAPITAL
        or any(is_genitive(line, i) or tags[i] & Tag.PREPOSITION for i in range(first, closing))
        or any(not tags[i] & (CAPITAL | PUNCTUATION) for i in range(first, closing))
    )
    if not apposition:
        return None
    if tags[phrase.start] & Tag.DETERMINER and phrase.start - 1 > begin and low[phrase.start - 1] == ",":
        outer = _subject_before(line, phrase.start - 1, opening, begin)
        if outer is not None and tags[outer.head_end - 1] & CAPITAL:
            return outer
    return phrase


def main_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the sentence that begins at `begin`, looked for up to token `end`."""
    tags, low = line.tags, line.low
    index = begin
    for _ in range(4):
        while index < end and (
            tags[index] & (Tag.COORDINATOR | PUNCTUATION)
            or (tags[index] & (Tag.ADVERB | Tag.TIME) and not tags[index] & Tag.DETERMINER)
            or low[index].endswith("ly")
        ):
            index += 1
        if index >= end:
            return None
        fronted = tags[index] & (Tag.PREPOSITION | Tag.SUBORDINATOR) and not tags[index] & Tag.DETERMINER
        if not fronted and not (
            low[index].endswith(("ing", "ed")) and not (index + 1 < end and tags[index + 1] & Tag.AUX)
        ):
            break
        while index < end and low[index] != ",":
            index += 1
    return right_phrase(line, index, end) if index < end else None
