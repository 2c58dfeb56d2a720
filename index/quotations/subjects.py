"""Whose verb it is: the subject to the left of a reporting verb, or the subject of its sentence."""

from __future__ import annotations

from index.quotations.appositions import antecedent, appositive_name, before_parenthesis, led_on
from index.quotations.cue import Cue
from index.quotations.cue_words import Complement
from index.quotations.datelines import after_dateline
from index.quotations.name_lists import whole_list
from index.quotations.names import is_title
from index.quotations.objectless import lacks_object
from index.quotations.phrases import Phrase, is_genitive, left_phrase, right_phrase, without_adjuncts
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import DASHES, Tag, is_in_ly
from index.word_set import word_set

_CONTRASTS = ("but", "while", "whereas", "although", "though")
_MAX_CLAUSE = 40
_MAX_RELATIVE = 24
_MAX_OWNED = 6
_THINKING = word_set(
    "think thinks thought believe believes believed say says said claim claims claimed insist insists insisted "
    "argue argues argued allege alleges alleged"
)
_DEGREES = ("more", "most", "less")
_OBJECT = Tag.OBJECT_PRONOUN | Tag.DETERMINER | Tag.POSSESSIVE
_TRANSITIVE_PASTS = word_set(
    "found made put hit shot beat cut sold sought set bit hid hung hurt lent lost read sent sang spent spread stole "
    "swept"
)
_UNMARKED_PASTS = word_set(
    "beat bet cut hit hurt let put quit set shot shut sold sought spent split spread won"
)


def _nearest_subject(line: Line, verb: int, begin: int) -> Phrase | None:
    """The noun phrase before the verb group that begins at `verb`, with a relative clause of its own."""
    return (
        _with_relative(line, verb, begin)
        or _with_participle(line, verb, begin)
        or left_phrase(line, verb, begin)
    )


def _with_relative(line: Line, verb: int, begin: int) -> Phrase | None:
    """`Residents who live near the harbour said`: what the relative clause ends with is not the subject."""
    tags, low = line.tags, line.low
    end = without_adjuncts(line, verb, begin)
    if end - 1 <= begin or (tags[end - 1] & Tag.PRONOUN and low[end - 1] != "it"):
        return None
    index = end - 1
    floor = max(begin, end - _MAX_RELATIVE)
    while not tags[index] & Tag.RELATIVE or not _opens_relative(line, index, end):
        marked = tags[index] & (PUNCTUATION | QUOTE) and not is_genitive(line, index)
        if index <= floor or marked or tags[index] & Tag.SUBORDINATOR or low[index] in _THINKING:
            return None
        index -= 1
    subject = left_phrase(line, index, begin)
    if subject is None or subject.end != index:
        return None
    before = tags[subject.start - 1] if subject.start > begin else PUNCTUATION
    if not before & (PUNCTUATION | QUOTE | Tag.COORDINATOR | Tag.SUBORDINATOR | Tag.TIME):
        return None
    named = tags[index - 1] & CAPITAL and index - 1 not in line.openings
    if named or any(is_title(word) for word in low[index:end]):
        return subject
    return Phrase(subject.start, subject.head_end, end)


def _with_participle(line: Line, verb: int, begin: int) -> Phrase | None:
    """`The man described as a hero said`, `A woman told that she had won said`."""
    end = without_adjuncts(line, verb, begin)
    finite = False
    for index in range(end - 1, max(begin, end - _MAX_RELATIVE), -1):
        tag = line.tags[index]
        if tag & CUE and lacks_object(line, index):
            if finite and line.low[index + 1] != "that":
                return None
            subject = left_phrase(line, index, begin)
            if subject is None or subject.end != index or line.tags[index - 1] & CAPITAL:
                return None
            return Phrase(subject.start, subject.head_end, end)
        if tag & PUNCTUATION and not is_genitive(line, index):
            return None
        finite = finite or bool(tag & (Tag.AUX | Tag.FINITE | CUE) and not tag & CAPITAL)
    return None


def _opens_relative(line: Line, index: int, end: int) -> bool:
    """Whether the verb of a relative clause follows "who" or the like, so that this is its subject."""
    if index + 2 >= end:
        return False
    if line.low[index] == "whose":
        return _has_verb_of_its_own(line, index + 1, end)
    tag, word = line.tags[index + 1], line.low[index + 1]
    if tag & (Tag.AUX | Tag.FINITE) or (word.endswith("ed") and not tag & CAPITAL):
        return True
    if tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | PUNCTUATION | QUOTE | CAPITAL):
        return False
    return line.low[index] == "who" or (
        word.endswith("s") and bool(line.tags[index + 2] & (Tag.DETERMINER | Tag.POSSESSIVE))
    )


def _has_verb_of_its_own(line: Line, owned: int, end: int) -> bool:
    """Whether a verb follows what is owned ("whose son was killed")."""
    if line.tags[owned] & (Tag.AUX | Tag.FINITE | PUNCTUATION | QUOTE):
        return False
    for index in range(owned + 1, min(end, owned + _MAX_OWNED)):
        tag = line.tags[index]
        if tag & (PUNCTUATION | QUOTE):
            return False
        if tag & (Tag.AUX | Tag.FINITE) and not tag & CAPITAL and not is_genitive(line, index):
            return True
        if line.low[index].endswith("ed") and not tag & CAPITAL:
            return True
    return False


def main_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the sentence that begins at `begin`, looked for up to token `end`."""
    tags, low = line.tags, line.low
    index = after_dateline(line, begin, end)
    for _ in range(4):
        while index < end and _introduces(line, index):
            index += 1
        if index >= end:
            return None
        if not _fronted(line, index, end):
            break
        while index < end and low[index] != ",":
            index += 1
    if index >= end or tags[index] & QUOTE:
        return None
    phrase = right_phrase(line, index, end)
    if phrase is None:
        return None
    phrase = _without_verb(line, phrase, end)
    led = led_on(line, phrase, end)
    if led is not None and _goes_on(line, led, end) and not _has_past(line, phrase.end, led.end):
        return led
    return appositive_name(line, phrase, end) or phrase


def _without_verb(line: Line, phrase: Phrase, end: int) -> Phrase:
    """The phrase without the past form that it ends with, where the object of that follows ("A shepherd found her")."""
    last = phrase.end - 1
    if last <= phrase.start or phrase.end >= end or line.tags[last] & CAPITAL:
        return phrase
    if line.low[last] not in _TRANSITIVE_PASTS or not line.tags[phrase.end] & _OBJECT:
        return phrase
    return Phrase(phrase.start, min(phrase.head_end, last), last)


def _goes_on(line: Line, led: Phrase, end: int) -> bool:
    """Whether a finite verb follows the phrase, or what describes the name that closes it ("..., whose son")."""
    if led.end + 1 < end and line.low[led.end] == "," and line.tags[led.end - 1] & CAPITAL:
        return bool(line.tags[led.end + 1] & (Tag.RELATIVE | Tag.DETERMINER | NUMBER))
    return is_predicated(line, led.end, end)


def is_predicated(line: Line, index: int, end: int) -> bool:
    """Whether a finite verb stands there."""
    if index >= end or line.tags[index] & CAPITAL:
        return False
    finite = line.tags[index] & (Tag.AUX | Tag.FINITE) or line.low[index] in _UNMARKED_PASTS
    return bool(finite) or line.low[index].endswith("ed")


def _has_past(line: Line, start: int, end: int) -> bool:
    return not _UNMARKED_PASTS.isdisjoint(line.low[start:end])


def _introduces(line: Line, index: int) -> bool:
    """Whether the token is a link or an adverb before the subject."""
    tag, word = line.tags[index], line.low[index]
    following = line.low[index + 1] if index + 1 < len(line.low) else ""
    if tag & (Tag.COORDINATOR | PUNCTUATION) or (word in _DEGREES and is_in_ly(following)):
        return True
    if tag & Tag.ADVERB and not tag & Tag.DETERMINER:
        return True
    if tag & Tag.TIME and not is_next_genitive(line, index):
        return True
    return is_in_ly(word) and len(word) > 4


def is_next_genitive(line: Line, index: int) -> bool:
    """Whether a possessive ending follows the token ("Sunday's talks")."""
    return index + 1 < len(line.low) and is_genitive(line, index + 1)


def _fronted(line: Line, index: int, end: int) -> bool:
    """Whether an adverbial phrase, which a comma ends, begins here."""
    tags, low = line.tags, line.low
    tag, word = tags[index], low[index]
    following = tags[index + 1] if index + 1 < end else PUNCTUATION
    if tag & (Tag.PREPOSITION | Tag.SUBORDINATOR) and not tag & Tag.DETERMINER:
        return True
    if tag & Tag.PREPOSITION or word in ("here", "there", "asked", "despite", "given", "according"):
        return True
    if tag & CAPITAL and following & CAPITAL:
        return False
    return word.endswith(("ing", "ed")) and len(word) > 4 and not following & Tag.AUX


def last_lender(earlier: list[Cue], start: int) -> Cue | None:
    """The last cue before `start` that can lend its subject."""
    for cue in reversed(earlier):
        if cue.verb < start and cue.complement & ~Complement.QUOTE and not cue.source:
            return cue
    return None


def subject_of(line: Line, start: int, begin: int, earlier: list[Cue]) -> tuple[Phrase | None, bool]:
    """The subject of the verb group that begins at `start`, and whether it is an earlier clause's."""
    tags, low = line.tags, line.low
    if start == begin:
        return None, False
    before = start - 1
    while (
        before > begin and not tags[before] & CAPITAL and (tags[before] & Tag.ADVERB or is_in_ly(low[before]))
    ):
        before -= 1
    word = low[before]
    previous = last_lender(earlier, start)
    if word == "," and before in line.dropped:
        phrase = left_phrase(line, before, begin)
        named = phrase is None or tags[phrase.head_end - 1] & CAPITAL
        return (phrase if named else before_parenthesis(line, before, begin) or phrase), False
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
    subject = _nearest_subject(line, start, begin)
    return (whole_list(line, subject, begin) if subject is not None else None), False


def _contrasted(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the last clause that ", but" or the like opens between the tokens."""
    for index in range(end - 1, begin, -1):
        if line.low[index] in _CONTRASTS and line.low[index - 1] == ",":
            return right_phrase(line, index + 1, end)
    return None


def clause_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the clause that `end` stands in."""
    subject = main_subject(line, begin, end)
    if subject is not None:
        return subject
    for index in range(end - 1, max(begin, end - _MAX_CLAUSE), -1):
        if line.tags[index] & (Tag.FINITE | Tag.AUX | CUE) and not line.tags[index] & CAPITAL:
            return left_phrase(line, index, begin)
    return None
