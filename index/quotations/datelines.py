"""Where and by whom a report was filed, before its first sentence: "LONDON, May 3 (Reuters) - "."""

from __future__ import annotations

from index.quotations.tokens import CAPITAL, NUMBER, PUNCTUATION, QUOTE, Line
from index.quotations.words import DASHES, Tag

_MAX_DATELINE = 10


def after_dateline(line: Line, begin: int, end: int) -> int:
    """The token after a dateline that stands at `begin`, else `begin`."""
    if begin >= end or not line.tags[begin] & CAPITAL:
        return begin
    shouted = line.words[begin].isupper() and len(line.words[begin]) > 1
    for index in range(begin + 1, min(end, begin + _MAX_DATELINE)):
        if line.low[index] in DASHES:
            # Without capitals only the agency in parentheses tells that it is one.
            known = shouted or not line.dropped.isdisjoint(range(begin + 1, index + 1))
            opens = index + 1 < end and line.tags[index + 1] & (CAPITAL | NUMBER | QUOTE)
            return index + 1 if known and opens else begin
        if not line.tags[index] & (CAPITAL | NUMBER | PUNCTUATION | Tag.TIME):
            break
    return begin
