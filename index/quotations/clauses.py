"""Where the words that follow a cue as reported begin and end."""

from __future__ import annotations

from index.quotations.adjuncts import after_adjuncts
from index.quotations.breaks import apposition_before, is_refusal
from index.quotations.contested import contesting_verb
from index.quotations.cue import Cue
from index.quotations.cue_words import NOUN_LIKE, Complement, Form
from index.quotations.denials import is_charge
from index.quotations.heads import is_plain
from index.quotations.listeners import listener_after
from index.quotations.phrases import is_genitive
from index.quotations.relays import names_source
from index.quotations.silence import tells_nothing
from index.quotations.sources import after_source
from index.quotations.subjects import is_predicated
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import DASHES, Tag
from index.word_set import word_set

_SIGNALS = ("that", ":", "whether", "how", "why")
_CONNECTORS = word_set(
    "which who and but while though although as whereas then or yet even before after when"
)
_FOCUSING = word_set("even almost simply")
_CLAUSE_OPENERS = word_set("what if where who once")
_CLAIMED = ("responsibility", "credit", "victory", "allegiance", "more", "lives")
_NO_CONTENT = word_set("to on from by into as among")
"""Prepositions that never begin what is reported ("responded to", "reported from")."""
_NOMINAL = Tag.PREPOSITION | Tag.DETERMINER | Tag.POSSESSIVE
_UNNAMED = ("named", "identified", "quoted", "anonymous")
_MAX_ADJUNCT = 24
_MAX_BROKEN = 40


def content_after(line: Line, cue: Cue, end: int, quoted_front: bool, clause_front: bool) -> int | None:
    """The token where what follows the cue as reported begins; None when nothing does.

    `quoted_front` says that a quotation stands before the cue already: then only a quotation
    that goes on behind the cue counts. `clause_front` says that a clause does: then adjuncts of the
    cue ("said after the talks") are no content.
    """
    index = _content_after(line, cue, end, quoted_front, clause_front)
    if index is None or cue.source or index >= end:
        return index
    return None if tells_nothing(line, cue, index, end) else index


def _content_after(line: Line, cue: Cue, end: int, quoted_front: bool, clause_front: bool) -> int | None:
    tags, low = line.tags, line.low
    index = cue.end
    if cue.source:
        return after_source(line, cue, end)
    if cue.inverted or quoted_front:
        return _after_parenthesis(line, index, end)
    if index >= end:
        return None
    start = index
    told = False
    if cue.complement & Complement.LISTENER:
        listener = listener_after(line, index, end)
        if listener is not None:
            index = start = listener.end
            told = True
            if index < end and tags[index] & QUOTE and is_genitive(line, index - 1):
                # "told ABC's “Good Morning” on Monday that ...": the marks hold a title.
                index = start = index + 1
            if index < end and tags[index] & CUE and low[index].endswith("ing"):
                return None
    if cue.complement & Complement.THAT:
        index = after_adjuncts(line, cue, index, end)
        index += index + 1 < end and low[index] == "," and bool(tags[index + 1] & QUOTE)
        if index >= end or not (low[index] in _SIGNALS or tags[index] & QUOTE):
            return None
    if cue.complement & Complement.OBJECT and not cue.complement & Complement.CLAUSE:
        if names_source(line, cue.verb, end):
            return None
        return index if not tags[index] & PUNCTUATION and low[index] not in ("into", "to", "off") else None
    index = after_adjuncts(line, cue, index, end)
    if index >= end:
        return None
    if tags[index] & QUOTE:
        return index
    if low[index] == ":":
        return index + 1 if index + 1 < end else None
    if low[index] in _SIGNALS:
        return index
    last = _last_quote(line, index, end)
    if last is not None:
        return last
    if low[index] in ("to", "not", "never") and any(word in _UNNAMED for word in low[index : index + 5]):
        return None
    relative = tags[index] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.RELATIVE) and (
        low[index] not in _CLAUSE_OPENERS or (told and low[index] == "who")
    )
    if low[index] == "," and index + 1 < end and _opens_clause(line, index + 1):
        return None
    if low[index] == "," or relative:
        signal = _find_signal(line, index, end)
        if signal is not None:
            return signal
        if low[index] == "to" and cue.complement & Complement.INFINITIVE:
            return index
        return None if low[index] == "," or clause_front or low[index] in _NO_CONTENT else start
    if low[cue.verb].startswith("claim") and (low[index] in _CLAIMED or tags[index] & NUMBER):
        return None
    return None if tags[index] & PUNCTUATION else index


def _opens_clause(line: Line, index: int) -> bool:
    """Whether the clause that the cue stands in goes on behind its comma ("In the end, Smith said, it was ...")."""
    tag = line.tags[index]
    if line.low[index] == "there" or tag & (Tag.AUX | Tag.FINITE):
        return line.low[index + 1 : index + 2] not in (
            ["that"],
            [":"],
        )  # "The trouble, Smith said, is that ..."
    return bool(tag & Tag.PRONOUN and not tag & (Tag.RELATIVE | Tag.DETERMINER))


def _last_quote(line: Line, index: int, end: int) -> int | None:
    """A quotation that closes the sentence behind a colon or a comma (`added in reply, "..."`)."""
    tags, low = line.tags, line.low
    last = end - 1
    while last > index and tags[last] & PUNCTUATION:
        last -= 1
    if (
        last <= index
        or last - index > _MAX_ADJUNCT
        or not tags[last] & QUOTE
        or low[last - 1] not in (",", ":")
    ):
        return None
    quoted = line.quotes[line.quote[last]]
    if not line.text[quoted.start : quoted.start + 2].strip("[(‘'")[:1].isupper():
        return None
    return None if any(tags[i] & (CUE | QUOTE) for i in range(index, last)) else last


def _find_signal(line: Line, index: int, end: int) -> int | None:
    """Behind adjuncts of the cue: the token where a quotation or a that-clause begins."""
    tags, low = line.tags, line.low
    for position in range(index, min(end, index + _MAX_ADJUNCT)):
        word = low[position]
        before = position - 1
        if (
            word == "that"
            and position > index
            and not tags[before] & (Tag.PREPOSITION | CUE)
            and (low[before] == "," or not tags[before] & PUNCTUATION)
        ):
            return position
        if word == ":":
            return position + 1 if position + 1 < end else None
        if tags[position] & QUOTE and (low[position - 1] == "," or position == index):
            # `he emailed Smith to ask, and he replied, "No"`: another verb is nearer.
            near = position - 2
            noun = low[near] in NOUN_LIKE and low[near - 1] != "to" and tags[near - 1] & _NOMINAL
            verb = tags[near] & CUE and not tags[near] & CAPITAL and not noun
            return None if near > index and verb else position
        if word in (".", ";", "?", "!"):
            return None
    return None


def _after_parenthesis(line: Line, index: int, end: int) -> int | None:
    """The second part of a quotation that `said Smith, a lawyer,` breaks up."""
    for position in range(index, min(end, index + _MAX_BROKEN)):
        if line.tags[position] & QUOTE and (
            position == index or line.low[position - 1] in (",", ":", *DASHES)
        ):
            return position
    return None


def _other_tense(cue: Cue, other: Cue) -> bool:
    """Whether a verb without a subject of its own belongs to the reported clause ("says he met and told")."""
    present, past = Form.THIRD | Form.BASE, Form.PAST
    return bool(
        (cue.form == Form.THIRD and other.form & past and not other.form & present)
        or (cue.form & past and other.form & present and not other.form & past)
    )


def _ends_with_comma(line: Line, index: int) -> bool:
    return line.text[line.quotes[line.quote[index]].end - 1] in ",?!"


def _in_relative_clause(line: Line, cue: Cue, other: Cue) -> bool:
    """Whether the cue stands in the subject of the other ("the man who wrote the letter said")."""
    subject = other.subject
    return subject.start < cue.start < subject.end and any(
        tag & Tag.RELATIVE for tag in line.tags[subject.start : cue.start]
    )


def _is_whole(line: Line, start: int, cue: Cue) -> bool:
    """Whether the word may be all that is reported, so that a link ends it ("denied lying but admitted").

    It is not behind "said", where it begins a subject ("said Smith and others agreed").
    """
    if not cue.complement & Complement.OBJECT:
        return False
    linked = line.low[start + 1] == "," or line.tags[start + 1] & Tag.COORDINATOR
    if not linked or line.low[start + 1] == "or":
        return False
    return is_plain(line, start) or line.low[start].endswith("ing") or bool(line.tags[start] & CAPITAL)


def _link_before(line: Line, anchor: int, start: int, cue: Cue) -> int | None:
    """Where the commas, links and adverbs before the clause of another cue begin (", but later"); None without a link.

    An adverb before the first comma belongs to what is reported ("would never sing again, adding").
    """
    low, tags = line.low, line.tags
    link: int | None = None
    index = anchor
    while index > start + 1 and (
        low[index - 1] in _CONNECTORS or low[index - 1] == "," or tags[index - 1] & Tag.ADVERB
    ):
        index -= 1
        if index == start + 1 and not _is_whole(line, start, cue):
            return link if link is not None and link > index else None
        focused = link == index + 1 and low[index] in _FOCUSING and low[link] != ","  # "even though"
        if focused or low[index] == "," or low[index] in _CONNECTORS:
            link = index
    return link


def clause_end(line: Line, start: int, end: int, cue: Cue, later: list[Cue]) -> int:
    """The token after the reported clause that begins at `start`."""
    tags, low = line.tags, line.low
    limit = end
    for other in later:
        if other.verb <= start:
            continue
        before = other.subject.end <= cue.start or _in_relative_clause(line, cue, other)
        if not other.inherits and not other.source and before:
            limit = other.start
            break
        if other.inverted:
            continue
        cut = other.anchor
        if other.inherits and _other_tense(cue, other):
            continue
        if cut > start + 1 and tags[cut - 1] & QUOTE and _ends_with_comma(line, cut - 1):
            # `..., adding this: "No," he said.` The quotation goes with what follows it.
            introduced = low[cut - 2] in (":", ",") and not other.inherits and cue.anchor < cue.subject.end
            limit = cut - 1 if introduced else cut
            break
        comma = apposition_before(line, other, start)
        if comma is not None:
            limit = comma
            break
        link = _link_before(line, cut, start, cue)
        if link is not None:
            limit = link
            break
    if start < cue.subject.start < limit and is_predicated(line, cue.subject.end, end):
        limit = cue.subject.start  # "Calling the plan a risk, Smith refused"
    parted = start + 2 < limit and low[start + 1] == "," and is_predicated(line, start + 2, end)
    if parted and is_charge(line, cue, start):
        limit = start + 1  # "Smith, who denied murder, was jailed"
    for index in range(start, limit):
        compared = low[index] == "," and index + 1 < limit and low[index + 1] == "compared"
        ended = low[index] == ";" or compared or is_refusal(line, index, end)
        if ended or contesting_verb(line, index, end) is not None:
            limit = index
            break
    while limit > start and tags[limit - 1] & PUNCTUATION and not is_genitive(line, limit - 1):
        limit -= 1
    return limit
