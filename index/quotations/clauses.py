"""Where the words that a cue reports begin and end."""

from __future__ import annotations

from index.quotations.cue_words import Complement
from index.quotations.cues import Cue
from index.quotations.phrases import right_phrase
from index.quotations.tokens import CAPITAL, CUE, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag

_DASHES = ("—", "–", "--")
_SIGNALS = ("that", ":", "whether", "how", "why")
_CONNECTORS = frozenset("and but while though although as whereas then or yet even before after when".split())
_MAX_ADJUNCT = 24


def has_verb(line: Line, start: int, stop: int) -> bool:
    """Whether the tokens look like a clause, not like an introductory phrase."""
    tags, low = line.tags, line.low
    if stop - start < 3:
        return False
    if (
        tags[start] & Tag.PREPOSITION
        and not any(low[i] == "," for i in range(start, stop))
        and stop - start < 8
    ):
        return False
    return any(
        tags[i] & (Tag.AUX | Tag.FINITE | CUE | QUOTE) or low[i].endswith("ed") or low[i].endswith("s")
        for i in range(start, stop)
    )


def content_after(line: Line, cue: Cue, end: int, fronted: bool) -> int | None:
    """The token where what follows the cue as reported begins; None when nothing does."""
    tags, low = line.tags, line.low
    index = cue.end
    if low[cue.verb] == "to" and low[cue.start] == "according":
        return _after_source(line, cue, end)
    if cue.inverted:
        return _after_parenthesis(line, index, end)
    if index >= end:
        return None
    if cue.complement & Complement.LISTENER and not (tags[index] & (PUNCTUATION | QUOTE | Tag.SUBORDINATOR)):
        listener = right_phrase(line, index, end)
        if listener is not None and not (low[index] == "to"):
            index = listener.end
    elif cue.complement & Complement.OBJECT and not cue.complement & Complement.CLAUSE:
        return index if not tags[index] & PUNCTUATION else None
    start = index
    index = _skip_times(line, index, end)
    if index >= end:
        return None
    last = _last_quote(line, index, end)
    if last is not None:
        return last
    if tags[index] & QUOTE:
        return index
    if low[index] in _SIGNALS:
        return index + 1 if low[index] == ":" and index + 1 < end else index
    if (
        low[index] == ","
        or tags[index] & (Tag.PREPOSITION | Tag.SUBORDINATOR)
        and low[index] not in ("what", "if", "where", "who", "once")
    ):
        signal = _find_signal(line, index, end)
        if signal is not None:
            return signal
        if fronted or low[index] == ",":
            return None
        return start if not tags[index] & PUNCTUATION else None
    if tags[index] & PUNCTUATION:
        return None
    if fronted:
        return None
    return index


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
    if any(tags[i] & (CUE | QUOTE) for i in range(index, last)):
        return None
    return last


def _skip_times(line: Line, index: int, end: int) -> int:
    tags, low = line.tags, line.low
    while index < end:
        tag = tags[index]
        if tag & Tag.TIME or (tag & Tag.ADVERB and not tag & Tag.DETERMINER):
            index += 1
        elif (
            low[index] in ("on", "in", "last", "this", "late", "early")
            and index + 1 < end
            and (tags[index + 1] & Tag.TIME and low[index + 1] not in ("earlier", "later", "ago"))
        ):
            index += 2
            while index < end and (tags[index] & (NUMBER | Tag.TIME)):
                index += 1
        else:
            break
    return index


def _find_signal(line: Line, index: int, end: int) -> int | None:
    """Behind adjuncts of the cue: the token where a quotation or a that-clause begins."""
    tags, low = line.tags, line.low
    limit = min(end, index + _MAX_ADJUNCT)
    for position in range(index, limit):
        word = low[position]
        if word == "that" and position > index and not tags[position - 1] & (PUNCTUATION | Tag.PREPOSITION):
            return position
        if word == "that" and position > index and low[position - 1] == ",":
            return position
        if word == ":":
            return position + 1 if position + 1 < end else None
        if tags[position] & QUOTE:
            if low[position - 1] == "," or position == index:
                return position
            continue
        if word in (".", ";", "?", "!"):
            return None
    return None


def _after_source(line: Line, cue: Cue, end: int) -> int | None:
    """What follows `According to X,`."""
    subject = cue.subject
    if subject is None:
        return None
    index = subject.end
    while index < end and line.low[index] != ",":
        if line.tags[index] & QUOTE:
            return None
        index += 1
    return index + 1 if index + 1 < end else None


def _after_parenthesis(line: Line, index: int, end: int) -> int | None:
    """The second part of a quotation that `said Smith, a lawyer,` breaks up."""
    limit = min(end, index + 40)
    for position in range(index, limit):
        if line.tags[position] & QUOTE and line.low[position - 1] in (",", ":", "—", "--"):
            return position
    return None


def clause_end(line: Line, start: int, end: int, cue: Cue, later: list[Cue]) -> int:
    """The token after the reported clause that begins at `start`."""
    tags, low = line.tags, line.low
    stops = [end]
    for other in later:
        if other.verb <= start:
            continue
        if other.subject is not None and other.subject.end <= cue.start and not other.inherits:
            stops.append(other.start)
            break
        cut = other.anchor
        if other.inverted and low[other.start] != "according":
            continue
        linked = False
        while cut > start + 1 and (
            low[cut - 1] in _CONNECTORS or low[cut - 1] == "," or tags[cut - 1] & Tag.ADVERB
        ):
            linked = linked or low[cut - 1] in _CONNECTORS or low[cut - 1] == ","
            cut -= 1
        if linked and cut > start + 1:
            stops.append(cut)
            break
    limit = min(stops)
    for index in range(start, limit):
        if low[index] == ";":
            limit = index
            break
    while limit > start and tags[limit - 1] & PUNCTUATION:
        limit -= 1
    return limit


_ = CAPITAL
