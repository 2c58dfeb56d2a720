"""Reporting verbs in place, with their subjects."""

from __future__ import annotations

from index.quotations.appositions import appositive_name, before_parenthesis, led_on
from index.quotations.breaks import behind_claim
from index.quotations.contested import is_contesting
from index.quotations.cue import Cue
from index.quotations.cue_words import CUES, NOUN_LIKE, Complement, Form
from index.quotations.denials import as_denial
from index.quotations.free_relatives import only_names
from index.quotations.media import after_medium
from index.quotations.name_lists import list_from
from index.quotations.nested import of_accused, within_report
from index.quotations.participles import infinitive, participle
from index.quotations.passives import is_passive_participle
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.relays import relays
from index.quotations.roles_in_front import role_start
from index.quotations.subjects import subject_of
from index.quotations.supposed import is_hearsay, is_supposed
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.verbs import BE, disagrees, group_start, is_modified, is_verb
from index.quotations.words import DASHES, Tag, is_in_ly

_MAX_VERBS = 16
_NAMING = ("call", "dub", "label", "brand", "term")
_MARKING = ("label", "brand", "term")
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


def find_cues(line: Line, begin: int, end: int) -> list[Cue]:
    """The reporting verbs of the sentence `begin:end`, in order; none where there are too many for prose."""
    found: list[Cue] = []
    low, tags = line.low, line.tags
    verbs = [i for i in range(begin, end) if tags[i] & CUE or low[i] in ("according", "words")]
    if len(verbs) > _MAX_VERBS:
        return found
    for index in verbs:
        cue: Cue | None = None
        if tags[index] & CUE:
            cue = _read_cue(line, index, begin, end, found)
            cue = as_denial(line, cue, end) if cue is not None else None
        elif low[index] == "according" and index + 1 < end and low[index + 1] == "to":
            cue = _source(line, index, index + 2, end)
        elif low[index - 2 : index + 2] == ["in", "the", "words", "of"] and index - 2 >= begin:
            cue = _source(line, index - 2, index + 2, end)
        if cue is not None:
            found.append(within_report(line, of_accused(line, cue, found), found))
    return found


def _source(line: Line, start: int, stop: int, end: int) -> Cue | None:
    """`According to Smith` and `in the words of Smith`: the tokens `start:stop`, and who follows them."""
    subject = right_phrase(line, stop, end)
    if subject is None:
        return None
    subject = led_on(line, subject, end) or subject
    subject = appositive_name(line, subject, end) or subject
    return Cue(start, stop - 1, stop, 0, Complement.CLAUSE, subject, start, stop, source=True)


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
    if word in ("term", "terms"):
        return None  # "long term damage"
    if base in _MARKING and form & Form.PARTICIPLE and stop < end and tags[stop] & QUOTE:
        return None  # "boxes labelled “fragile”"
    if base == "accept" and not (stop < end and low[stop] == "that"):
        return None
    before = tags[verb - 1] if verb > begin else PUNCTUATION
    if relays(line, verb, end) or is_contesting(line, verb, begin):
        return None
    if verb > begin and is_modified(line, verb, form):
        return None
    start = group_start(line, verb, begin)
    passive = any(low[i] in BE for i in range(start, verb))
    by = stop < end and low[stop] == "by" and after_medium(line, stop, end) == stop
    if by:
        if form & Form.PARTICIPLE and complement & Complement.OBJECT and verb > begin:
            return _by_agent(line, start, stop, end, form)
        if form & Form.ING:
            return None
    if form & Form.ING and not passive:
        return participle(line, verb, stop, begin, end, complement, earlier)
    if not form & Form.ING and (
        passive or (base in NOUN_LIKE and not is_verb(line, verb, start, begin, end, form))
    ):
        return None
    if start == verb and before & NUMBER:
        return None
    if is_passive_participle(line, verb, start, begin, end, earlier):
        return None
    if start == verb and by and complement != Complement.QUOTE:
        return None
    if verb > begin and low[verb - 1] == "to" and form & Form.BASE:
        return infinitive(line, verb, stop, begin, complement)
    if start == verb and before & Tag.PREPOSITION and not before & (Tag.ADVERB | CAPITAL):
        return None
    if start == verb and complement & _REPORTING and (before & QUOTE or not complement & Complement.LISTENER):
        bare = form & Form.BASE and not form & Form.PAST
        inverted = None if bare else _inverted(line, verb, begin, end, complement)
        if inverted is not None:
            return inverted
    subject, inherits = subject_of(line, start, begin, earlier)
    if subject is None:
        return None
    subject = behind_claim(line, subject)
    if form & Form.BASE and not form & Form.PAST and start == verb and disagrees(line, subject):
        return None
    if base in _NAMING and start == verb and low[subject.start] in ("a", "an"):
        # "a firm called Acme"
        return None
    if not inherits and (is_supposed(line, subject, begin) or _is_claimed(line, subject, stop, earlier)):
        return None
    if complement & Complement.CLAUSE and only_names(line, subject, stop, begin, end):
        return None
    anchor = start if inherits else min(role_start(line, subject, begin, start), start)
    return Cue(start, verb, stop, form, complement, subject, anchor, stop, inherits=inherits)


def _is_claimed(line: Line, subject: Phrase, stop: int, earlier: list[Cue]) -> bool:
    """Whether others only claim it: "reports that Smith said", not "the paper reports that Smith said"."""
    if stop < len(line) and line.tags[stop] & (Tag.AUX | Tag.FINITE):
        return False  # "the claim that Smith said was false"
    noun = subject.start - 2
    reported = any(cue.verb == noun for cue in earlier)
    return not reported and is_hearsay(line, subject)


def _inverted(line: Line, verb: int, begin: int, end: int, complement: int) -> Cue | None:
    """`..., said Smith`: the subject follows the verb."""
    tags, low = line.tags, line.low
    first = verb + 1
    adverb = first < end and is_in_ly(low[first]) and not tags[first] & CAPITAL
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
    phrase = list_from(line, phrase, end) or led_on(line, phrase, end) or phrase
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
