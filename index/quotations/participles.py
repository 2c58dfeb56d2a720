"""Reporting verbs that are not finite: participles and infinitives."""

from __future__ import annotations

from index.quotations.absolutes import absolute_clause
from index.quotations.cue import Cue
from index.quotations.cue_words import Complement, Form
from index.quotations.papers import may_state, recorded
from index.quotations.phrases import Phrase, left_phrase, right_phrase
from index.quotations.relays import is_misquoted, is_relayed_of, quoted_object, relaying_verb, whom_quoted
from index.quotations.subjects import clause_subject, last_lender, main_subject, subject_of
from index.quotations.tokens import CAPITAL, CUE, PUNCTUATION, QUOTE, Line
from index.quotations.verbs import group_start
from index.quotations.words import DOCUMENT_NOUNS, Tag, is_in_ly
from index.word_set import word_set

_CATENATIVES = word_set(
    "went goes go on continued continues began begins started proceeded came comes seemed seems used "
    "uses took takes refused declined had has have quick ready appeared managed rushed moved likes liked loves loved"
)
_MODALS = word_set("will would shall should may might must could")
_SHARES = ("percent", "cent")
_BEFORE_PARTICIPLE = word_set("by before after while when in and without then for as or but")


def participle(
    line: Line, verb: int, stop: int, begin: int, end: int, complement: int, earlier: list[Cue]
) -> Cue | None:
    """A reporting verb in -ing that is no part of a finite one ("..., adding that", "a letter saying")."""
    tags, low = line.tags, line.low
    start = verb
    while (
        start > begin
        and not tags[start - 1] & CAPITAL
        and (tags[start - 1] & Tag.ADVERB or is_in_ly(low[start - 1]))
    ):
        start -= 1
    subject: Phrase | None = None
    if start == begin:
        comma = start
        while comma < end and low[comma] != ",":
            comma += 1
        subject = right_phrase(line, comma + 1, end)
    elif (clause := absolute_clause(line, start, begin)) is not None:
        return _absolute(line, *clause, (start, verb, stop), begin, complement)
    elif low[start - 1] == "as" and (relaying := relaying_verb(line, start - 1, begin)) is not None:
        return _relayed(line, relaying, verb, stop, begin, complement, earlier)
    elif tags[start - 1] & PUNCTUATION or low[start - 1] in _BEFORE_PARTICIPLE:
        previous = last_lender(earlier, start)
        if previous is None and low[start - 1] in ("and", "or") and _follows_participle(line, begin, start):
            return None
        subject = previous.subject if previous is not None else clause_subject(line, begin, start)
    elif not tags[start - 1] & (Tag.PREPOSITION | QUOTE | Tag.SUBORDINATOR):
        subject = left_phrase(line, start, begin)
        subject = (subject and recorded(line, subject)) or subject
        if subject is not None and not may_state(line, subject, complement):
            return None
        if not complement & Complement.CLAUSE and _tells_who(line, stop, end):
            return None
        if subject is not None and low[subject.head_end - 1] in DOCUMENT_NOUNS:
            subject = main_subject(line, begin, subject.start) or subject
    if subject is None:
        return None
    return Cue(start, verb, stop, Form.ING, complement, subject, start, stop, inherits=True)


def _absolute(
    line: Line, linking: int, speaking: Phrase, group: tuple[int, int, int], begin: int, complement: int
) -> Cue | None:
    """`..., with Smith saying`: the clause begins with its "with", at `linking`."""
    head = line.low[speaking.head_end - 1]
    if head not in _SHARES and not may_state(line, speaking, complement):
        return None
    subject = speaking
    if head in DOCUMENT_NOUNS:
        if head != "statement" and not line.tags[speaking.start] & Tag.POSSESSIVE:
            return None  # "with a report saying": nobody tells whose
        subject = main_subject(line, begin, linking) or speaking
    start, verb, stop = group
    return Cue(start, verb, stop, Form.ING, complement, subject, linking, stop, inherits=True, absolute=True)


def _tells_who(line: Line, stop: int, end: int) -> bool:
    """Whether the participle only tells who it is that a finite verb reports of ("the man accusing Smith said")."""
    accused = right_phrase(line, stop, end)
    if accused is None or accused.end >= end:
        return False
    return bool(line.tags[accused.end] & CUE) and not line.low[accused.end].endswith("ing")


def _relayed(
    line: Line, relaying: int, verb: int, stop: int, begin: int, complement: int, earlier: list[Cue]
) -> Cue | None:
    """`The agency quoted Smith as saying` and `Smith was quoted as saying`."""
    if is_misquoted(line, relaying, begin):
        return None
    group = group_start(line, relaying, begin)
    subject = whom_quoted(line, relaying, begin)
    if subject is None and is_relayed_of(line, relaying, begin):
        subject, inherits = subject_of(line, group, begin, earlier)
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


def infinitive(line: Line, verb: int, stop: int, begin: int, complement: int) -> Cue | None:
    """A reporting verb behind "to", where it tells what was said ("went on to say")."""
    index = verb - 2
    if index < begin or not (line.low[index] in _CATENATIVES or line.tags[index] & PUNCTUATION):
        return None
    if line.low[index] in ("have", "has", "had") and line.low[index - 1] in _MODALS:
        return None  # "will have to say": it has not been said
    subject = main_subject(line, begin, index)
    if subject is None and line.tags[begin] & QUOTE and line.low[index] in _CATENATIVES:
        # `"No," Smith used to say`
        subject = left_phrase(line, index, begin)
        if subject is None or not line.tags[subject.start - 1] & QUOTE:
            return None
        return Cue(index, verb, stop, 0, complement, subject, subject.start, stop)
    if subject is None or subject.end > index:
        return None
    return Cue(index, verb, stop, 0, complement, subject, index, stop, inherits=True)
