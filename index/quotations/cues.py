"""Reporting verbs in place, with their subjects."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.appositions import (
    antecedent,
    appositive_name,
    before_parenthesis,
    led_on,
    role_start,
)
from index.quotations.cue_words import CUES, NOUN_LIKE, Complement, Form
from index.quotations.papers import may_state
from index.quotations.phrases import Phrase, left_phrase, right_phrase
from index.quotations.relays import is_relayed_of, quoted_object, relaying_verb, relays, whom_quoted
from index.quotations.subjects import main_subject, nearest_subject
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.verbs import disagrees, group_start, is_modified, is_verb
from index.quotations.words import DASHES, DOCUMENT_NOUNS, Tag, word_set

_BE = word_set(
    "is was are were been be being am 's ’s 're ’re 'm ’m wasn't weren't isn't aren't wasn’t weren’t "
    "isn’t aren’t"
)
_CATENATIVES = word_set(
    "went goes go on continued continues began begins started proceeded came comes seemed seems used "
    "uses took takes refused declined had has have quick ready appeared managed rushed moved used"
)
_BEFORE_PARTICIPLE = word_set("by before after while when in and without then for as or but")
_MAX_CLAUSE = 40
_MAX_VERBS = 16
_NAMING = ("call", "dub", "label", "brand")
_CONTRASTS = ("but", "while", "whereas", "although", "though")
_REPORTING = Complement.CLAUSE | Complement.QUOTE
_PARTICLES = {
    "call": ("for", "on"),
    "go": ("on",),
    "put": ("it",),
    "point": ("out", "to"),
    "refer": ("to",),
    "speak": ("of", "about"),
    "talk": ("about", "of"),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: tokens `start:end` with auxiliaries and particles, the verb itself at `verb`.

    `anchor` is where the clause of the cue begins: its subject or, without one of its own, the verb.
    `phrase_end` is where the words of the cue end; behind an inverted subject `end` lies further on.
    """

    start: int
    verb: int
    end: int
    form: int
    complement: int
    subject: Phrase
    anchor: int
    phrase_end: int
    inverted: bool = False
    inherits: bool = False
    source: bool = False
    """Of the kind "according to"."""


def find_cues(line: Line, begin: int, end: int) -> list[Cue]:
    """The reporting verbs of the sentence `begin:end`, in order; none where there are too many for prose."""
    found: list[Cue] = []
    low, tags = line.low, line.tags
    verbs = [i for i in range(begin, end) if tags[i] & CUE or low[i] == "according"]
    if len(verbs) > _MAX_VERBS:
        return found
    for index in verbs:
        cue: Cue | None = None
        if tags[index] & CUE:
            cue = _read_cue(line, index, begin, end, found)
        elif index + 1 < end and low[index + 1] == "to":
            cue = _according(line, index, end)
        if cue is not None:
            found.append(cue)
    return found


def _according(line: Line, index: int, end: int) -> Cue | None:
    subject = right_phrase(line, index + 2, end)
    if subject is None:
        return None
    subject = led_on(line, subject, end) or subject
    subject = appositive_name(line, subject, end) or subject
    return Cue(index, index + 1, index + 2, 0, Complement.CLAUSE, subject, index, index + 2, source=True)


def _read_cue(line: Line, verb: int, begin: int, end: int, earlier: list[Cue]) -> Cue | None:
    tags, low = line.tags, line.low
    word = low[verb]
    base, form, complement = CUES[word]
    capital = bool(tags[verb] & CAPITAL)
    if capital and (verb > begin or not (form & Form.ING or word in ("said", "says"))):
        return None
    stop = verb + 1
    if base in _PARTICLES:
        if stop < end and low[stop] in _PARTICLES[base]:
            stop += 1
        elif base != "call":
            return None
    before = tags[verb - 1] if verb > begin else PUNCTUATION
    if relays(line, verb, end):
        return None
    if verb > begin and is_modified(line, verb, form):
        return None
    start = group_start(line, verb, begin)
    passive = any(low[i] in _BE for i in range(start, verb))
    if stop < end and low[stop] == "by":
        if form & Form.PARTICIPLE and complement & Complement.OBJECT and verb > begin:
            return _by_agent(line, start, stop, end, form)
        if form & Form.ING:
            return None
    if form & Form.ING and not passive:
        return _participle(line, verb, stop, begin, end, complement, earlier)
    if not form & Form.ING and (
        passive or (base in NOUN_LIKE and not is_verb(line, verb, start, begin, end, form))
    ):
        return None
    if start == verb and before & NUMBER:
        return None
    if start == verb and stop < end and low[stop] == "by" and complement != Complement.QUOTE:
        return None
    if verb > begin and low[verb - 1] == "to" and form & Form.BASE:
        return _infinitive(line, verb, stop, begin, complement)
    if start == verb and before & Tag.PREPOSITION and not before & (Tag.ADVERB | CAPITAL):
        return None
    if start == verb and complement & _REPORTING and (before & QUOTE or not complement & Complement.LISTENER):
        bare = form & Form.BASE and not form & Form.PAST
        inverted = None if bare else _inverted(line, verb, begin, end, complement)
        if inverted is not None:
            return inverted
    subject, inherits = _subject(line, start, begin, earlier)
    if subject is None:
        return None
    if form & Form.BASE and not form & Form.PAST and start == verb and disagrees(line, subject):
        return None
    if base in _NAMING and start == verb and low[subject.start] in ("a", "an"):
        # "a firm called Acme"
        return None
    anchor = start if inherits else min(role_start(line, subject, begin, start), start)
    return Cue(start, verb, stop, form, complement, subject, anchor, stop, inherits=inherits)


def _inverted(line: Line, verb: int, begin: int, end: int, complement: int) -> Cue | None:
    """`..., said Smith`: the subject follows the verb."""
    tags, low = line.tags, line.low
    first = verb + 1
    adverb = first < end and low[first].endswith("ly") and not tags[first] & CAPITAL
    if first >= end or tags[first] & (Tag.TIME | Tag.SUBORDINATOR) or adverb:
        return None
    if verb > begin:
        if not tags[verb - 1] & QUOTE and low[verb - 1] not in (",", *DASHES):
            return None
        if not tags[verb - 1] & QUOTE:
            parted = before_parenthesis(line, verb - 1, begin)
            if parted is not None and (parted.start == begin or not tags[parted.start - 1] & Tag.PREPOSITION):
                return None
    phrase = right_phrase(line, first, end)
    if phrase is None:
        return None
    if phrase.end - phrase.start == 1:
        tag = tags[phrase.start]
        if tag & NUMBER or (
            tag & (Tag.OBJECT_PRONOUN | Tag.PRONOUN) and not _ends_clause(line, phrase.end, end)
        ):
            return None
    quoted = verb > begin and tags[verb - 1] & QUOTE
    if not quoted and low[verb] not in ("said", "says") and not _ends_clause(line, phrase.end, end):
        return None
    phrase = led_on(line, phrase, end) or phrase
    phrase = appositive_name(line, phrase, end) or phrase
    return Cue(verb, verb, phrase.end, Form.PAST, complement, phrase, verb, first, inverted=True)


def _by_agent(line: Line, start: int, by: int, end: int, form: int) -> Cue | None:
    """`was criticised by Smith as ...`: the agent speaks, and what follows "as" is what was said."""
    phrase = right_phrase(line, by + 1, end)
    if phrase is None:
        return None
    phrase = appositive_name(line, phrase, end) or phrase
    stop = phrase.end
    while stop < end and (line.low[stop] == "," or line.tags[stop] & Tag.TIME or line.low[stop] == "on"):
        stop += 1
    if stop >= end or line.low[stop] != "as":
        return None
    return Cue(start, by - 1, stop + 1, form, Complement.OBJECT, phrase, start, by + 1, inherits=True)


def _ends_clause(line: Line, index: int, end: int) -> bool:
    return index >= end or bool(line.tags[index] & (PUNCTUATION | QUOTE | Tag.PREPOSITION | Tag.TIME))


def _previous(earlier: list[Cue], start: int) -> Cue | None:
    """The last cue before `start` that can lend its subject."""
    for cue in reversed(earlier):
        if cue.verb < start and cue.complement & ~Complement.QUOTE and not cue.source:
            return cue
    return None


def _participle(
    line: Line, verb: int, stop: int, begin: int, end: int, complement: int, earlier: list[Cue]
) -> Cue | None:
    tags, low = line.tags, line.low
    start = verb
    while (
        start > begin
        and not tags[start - 1] & CAPITAL
        and (tags[start - 1] & Tag.ADVERB or low[start - 1].endswith("ly"))
    ):
        start -= 1
    subject: Phrase | None = None
    if start == begin:
        comma = start
        while comma < end and low[comma] != ",":
            comma += 1
        subject = right_phrase(line, comma + 1, end)
    elif low[start - 1] == "as" and (relaying := relaying_verb(line, start - 1, begin)) is not None:
        return _relayed(line, relaying, verb, stop, begin, complement, earlier)
    elif tags[start - 1] & PUNCTUATION or low[start - 1] in _BEFORE_PARTICIPLE:
        previous = _previous(earlier, start)
        if previous is None and low[start - 1] in ("and", "or") and _follows_participle(line, begin, start):
            return None
        subject = previous.subject if previous is not None else _clause_subject(line, begin, start)
    elif not tags[start - 1] & (Tag.PREPOSITION | QUOTE | Tag.SUBORDINATOR):
        subject = left_phrase(line, start, begin)
        if subject is not None and not may_state(line, subject, complement):
            return None
        if subject is not None and low[subject.head_end - 1] in DOCUMENT_NOUNS:
            subject = main_subject(line, begin, subject.start) or subject
    if subject is None:
        return None
    return Cue(start, verb, stop, Form.ING, complement, subject, start, stop, inherits=True)


def _relayed(
    line: Line, relaying: int, verb: int, stop: int, begin: int, complement: int, earlier: list[Cue]
) -> Cue | None:
    """`The agency quoted Smith as saying` and `Smith was quoted as saying`."""
    group = group_start(line, relaying, begin)
    subject = whom_quoted(line, relaying, begin)
    if subject is None and is_relayed_of(line, relaying, begin):
        subject, inherits = _subject(line, group, begin, earlier)
        if subject is None:
            return None
        anchor = group if inherits else subject.start
        return Cue(group, verb, stop, Form.ING, complement, subject, anchor, stop, inherits=inherits)
    subject = subject or quoted_object(line, relaying, verb - 1)
    if subject is None:
        return None
    source = left_phrase(line, group, begin)
    anchor = min(subject.start, group if source is None else source.start)
    return Cue(verb, verb, stop, Form.ING, complement, subject, anchor, stop)


def _follows_participle(line: Line, begin: int, end: int) -> bool:
    """Whether a participle that reports nothing stands before ("resolutions condemning ... and threatening")."""
    return any(line.tags[i] & CUE and line.low[i].endswith("ing") for i in range(begin, end - 1))


def _clause_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the clause that `end` stands in."""
    subject = main_subject(line, begin, end)
    if subject is not None:
        return subject
    for index in range(end - 1, max(begin, end - _MAX_CLAUSE), -1):
        if line.tags[index] & (Tag.FINITE | Tag.AUX | CUE) and not line.tags[index] & CAPITAL:
            return left_phrase(line, index, begin)
    return None


def _infinitive(line: Line, verb: int, stop: int, begin: int, complement: int) -> Cue | None:
    index = verb - 2
    if index < begin or not (line.low[index] in _CATENATIVES or line.tags[index] & PUNCTUATION):
        return None
    subject = main_subject(line, begin, index)
    if subject is None or subject.end > index:
        return None
    return Cue(index, verb, stop, 0, complement, subject, index, stop, inherits=True)


def _contrasted(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the last clause that ", but" or the like opens between the tokens."""
    for index in range(end - 1, begin, -1):
        if line.low[index] in _CONTRASTS and line.low[index - 1] == ",":
            return right_phrase(line, index + 1, end)
    return None


def _subject(line: Line, start: int, begin: int, earlier: list[Cue]) -> tuple[Phrase | None, bool]:
    """The subject of the verb group that begins at `start`, and whether it is an earlier clause's."""
    tags, low = line.tags, line.low
    if start == begin:
        return None, False
    before = start - 1
    while (
        before > begin
        and not tags[before] & CAPITAL
        and (tags[before] & Tag.ADVERB or low[before].endswith("ly"))
    ):
        before -= 1
    word = low[before]
    previous = _previous(earlier, start)
    if word == "," and before in line.dropped:
        return left_phrase(line, before, begin), False
    if word == "," or word in DASHES:
        subject = before_parenthesis(line, before, begin)
        if subject is not None or word != ",":
            return subject, False
        return (previous.subject if previous is not None else main_subject(line, begin, before)), True
    if word in ("who", "which"):
        return antecedent(line, before, begin), True
    if word in ("and", "but", "then", "or", "&"):
        contrasted = _contrasted(line, previous.end if previous is not None else begin, before)
        if contrasted is not None:
            return contrasted, False
        return (previous.subject if previous is not None else main_subject(line, begin, before)), True
    if tags[before] & QUOTE and line.text[line.quotes[line.quote[before]].end - 1] == ",":
        # `Smith, who called it "absurd," added: ...`
        return (previous.subject if previous is not None else main_subject(line, begin, before)), True
    if tags[before] & (PUNCTUATION | QUOTE):
        return None, False
    return nearest_subject(line, start, begin), False
