"""What a stretch in marks is to the sentence that it stands in."""

from __future__ import annotations

from index.quotations.cue import Cue
from index.quotations.tokens import CUE, PUNCTUATION, QUOTE, Line
from index.quotations.words import Tag

_FEW_WORDS = 4
_SHORT = 3


def is_complete(line: Line, index: int) -> bool:
    """Whether the quoted stretch ends like a sentence or before its attribution."""
    quoted = line.quotes[line.quote[index]]
    return line.text[quoted.end - 1] in ".,?!…—"


def opens_sentence(line: Line, index: int) -> bool:
    """Whether the token is a quoted stretch that begins with a capital letter."""
    return bool(line.tags[index] & QUOTE) and line.text[line.quotes[line.quote[index]].start].isupper()


def has_byline(line: Line, begin: int, end: int) -> bool:
    """Whether a title and its author stand there, so that what follows is an excerpt (`"Rain," by Ann Dow: "..."`)."""
    return "by" in line.low[begin + 1 : end] and any(
        line.low[i] == "by" and line.tags[i - 1] & QUOTE for i in range(begin + 1, end)
    )


def closes_sentence(line: Line, index: int, end: int) -> bool:
    """Whether the quoted stretch is a sentence of its own at the end of this one."""
    quoted = line.quotes[line.quote[index]]
    inner = line.text[quoted.start : quoted.end]
    if quoted.single or any(not line.tags[i] & PUNCTUATION for i in range(index + 1, end)):
        return False
    return inner[0].isupper() and inner[-1] in ".?!" and len(inner.split(maxsplit=_FEW_WORDS)) > _FEW_WORDS


def is_title_of_work(line: Line, index: int) -> bool:
    """Whether all but the short words of the quoted stretch are capitalised."""
    quoted = line.quotes[line.quote[index]]
    long = [word for word in line.text[quoted.start : quoted.end].split() if len(word) > _SHORT]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def is_long(line: Line, index: int) -> bool:
    """Whether the quoted stretch is in double marks and too long for a mere term."""
    quoted = line.quotes[line.quote[index]]
    inner = line.text[quoted.start : quoted.end]
    return not quoted.single and len(inner.split(maxsplit=_FEW_WORDS)) > _FEW_WORDS


def runs_on(line: Line, start: int, stop: int) -> bool:
    """Whether the words before a quoted stretch belong to the same reported clause."""
    if stop - start < 2 or line.tags[stop - 2] & PUNCTUATION:
        return False
    return any(
        not line.tags[i] & (Tag.COORDINATOR | Tag.ADVERB | PUNCTUATION) for i in range(start, stop - 1)
    )


def is_whole(line: Line, index: int, end: int, later: list[Cue]) -> bool:
    """Whether a quoted stretch is all that is reported, not the beginning of a clause."""
    following = index + 1
    if following >= end or line.tags[following] & PUNCTUATION or is_complete(line, index):
        return True
    return line.low[following] in (
        "and",
        "but",
        "while",
        "as",
        "after",
        "before",
        "during",
        "when",
        "on",
    ) and (
        any(c.anchor <= following + 3 for c in later)
        or (following + 1 < end and bool(line.tags[following + 1] & (CUE | Tag.TIME)))
    )
