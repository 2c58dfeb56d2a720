"""A text as its reader sees it: without the marks of markup that stand in it.

What is stored is never altered; emphasis and links of Markdown, HTML's tags and references, and what is
invisible stand in it, whatever kind of file it comes from. Who reads it for its words goes by what is seen,
and comes back from there to the places in what is stored.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass, field

from index.articles.entities import ENTITY, decoded

_TARGET = (
    r"\((?:<[^<>\n]*+>|(?:[^\s()<>]|\([^\s()]*+\))*+)"
    r"(?:\s++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?+\s*+\)"
)
_NUMBERS = r"\d{1,3}(?:[,–-]\ ?\d{1,3}){0,9}"
_TAGS = "a|abbr|b|br|cite|del|em|font|i|ins|mark|p|small|span|strong|sub|sup|time|u|wbr"
# What is open-ended in an alternative stops where another one may begin, so that it is linear on any text.
_MARK = re.compile(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<entity>{ENTITY})
    | (?P<dropped>
          !\[[^\[\]]*+\]{_TARGET}                    # an image
        | \[\^[\w-]{{1,30}}\]                        # the mark of a footnote: [^1], said.[1], [[1]](#note)
        | (?<=[^\s\[(])\[{_NUMBERS}\](?!\() | \[{_NUMBERS}\](?=[.,;:])
        | \[\\?\[?\d{{1,3}}\\?\]?\]{_TARGET}
        | (?:^|(?<=\n\ )|(?<=\n\ \ ))(?:>[\ \t]*+)++(?:(?<=[\ \t])|(?=[A-Za-z"“'‘*_\[]))(?=\S)
        | <!--(?:[^<>-]|-(?!->))*--> | \\(?=\n)
        | \u00ad\n?                                # of a word that is broken there
        | [\u2060\ufeff]++ | (?<!\w)\u200b++ | \u200b++(?!\w)
      )
    | (?P<link>\](?:{_TARGET}|\[[^\[\]\n]{{0,40}}\]))
    | (?P<opening>\[)
    | (?P<closing>\])
    | (?P<emphasis>\*++|_++)
    | </?(?P<tag>{_TAGS})(?:\s[^<>=]*+=[^<>]*+)?+\s*+/?>
    | (?P<ligature>[\ufb00-\ufb04])
    | (?<=[^\W_\ufb00-\ufb04])(?P<accent>[\u0300-\u036f]{{1,8}})
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGN = re.compile("[\\\\&!\\[\\]*_<>\u00ad\u200b\u2060\ufeff\ufb00-\ufb04\u0300-\u036f]")
"""What a mark begins with: quicker to find."""
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_PARTING_TAGS = ("br", "p")
_BLANK_LINE = re.compile(r"\n[ \t\r>]*+\n")
_LONGEST_RUN = 3
_DEEPEST = 32


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """`text` is what is seen of a stored text.

    It consists of pieces: the one from `at[i]` on stands for what is stored at `first[i]:last[i]`. Without
    pieces, all is seen as it is stored. `opened` and `closed` are the pairs of marks around words, as
    stored: where the words begin, and where they end, to where the whole begins and ends.
    """

    text: str
    at: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    opened: dict[int, tuple[int, int]] = field(default_factory=dict)
    closed: dict[int, tuple[int, int]] = field(default_factory=dict)

    def place(self, stored: int) -> int:
        """The place in what is seen of a place in what is stored; of a mark, that of what follows it."""
        if not self.at:
            return stored
        piece = bisect_left(self.last, stored)
        if piece == len(self.at):
            return len(self.text)
        length = self._length(piece)
        if stored == self.last[piece]:
            return self.at[piece] + length
        return self.at[piece] + max(0, min(stored - self.first[piece], length))

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stretch that is stored for `text[start:end]`, which is not empty. Marks around a part of it
        stand in it in pairs; those around the whole are left out.
        """
        if not self.at:
            return start, end
        begin, stop = self._start(start), self._end(end)
        while (pair := self.opened.get(begin)) is not None and pair[1] <= stop:
            begin = pair[0]
        while (pair := self.closed.get(stop)) is not None and pair[0] >= begin:
            stop = pair[1]
        return begin, stop

    def _start(self, place: int) -> int:
        piece = bisect_right(self.at, place) - 1
        return self.first[piece] + (place - self.at[piece] if self._is_copied(piece) else 0)

    def _end(self, place: int) -> int:
        piece = bisect_right(self.at, place - 1) - 1
        return self.first[piece] + place - self.at[piece] if self._is_copied(piece) else self.last[piece]

    def _length(self, piece: int) -> int:
        following = self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)
        return following - self.at[piece]

    def _is_copied(self, piece: int) -> bool:
        return self._length(piece) == self.last[piece] - self.first[piece]


def see(text: str) -> Seen:
    """What is seen of `text`."""
    sign = _SIGN.search(text)
    if sign is None:
        return Seen(text)
    marks = _Marks(text)
    while sign is not None:
        mark = _MARK.match(text, sign.start())
        if mark is not None:
            marks.take(mark)
        sign = _SIGN.search(text, sign.end() if mark is None else mark.end())
    return marks.seen()


def seen_text(text: str) -> str:
    """What is seen of `text`, for those who need no places in it."""
    return see(text).text


class _Marks:
    """The marks that were met in a text, and those that are still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._changes: list[tuple[int, int, str]] = []
        self._pairs: list[tuple[int, int, int, int]] = []
        self._brackets: deque[int] = deque(maxlen=_DEEPEST)
        self._emphasis: dict[str, tuple[int, int]] = {}
        self._tags: dict[str, tuple[int, int]] = {}

    def take(self, match: re.Match[str]) -> None:
        """The next mark."""
        kind, (start, end) = match.lastgroup, match.span()
        if kind == "escaped":
            self._change(start, start + 1)
        elif kind == "entity":
            self._change(start, end, decoded(match.group()))
        elif kind == "dropped":
            self._change(start, end)
        elif kind == "tag":
            self._take_tag(match["tag"], start, end)
        elif kind == "ligature":
            self._change(start, end, _LIGATURES[match.group()])
        elif kind == "accent":
            self._change(start - 1, end, unicodedata.normalize("NFC", self._text[start - 1 : end]))
        elif kind == "opening":
            self._brackets.append(start)
        elif kind == "emphasis":
            self._take_emphasis(match.group(), start, end)
        else:
            opening = self._brackets.pop() if self._brackets else None
            if kind == "link":
                if opening is not None and not self._is_parted(opening, start):
                    self._pair(opening, opening + 1, start, end)
                else:
                    self._change(start, end)

    def _take_tag(self, name: str, start: int, end: int) -> None:
        self._change(start, end, " " if name in _PARTING_TAGS else "")
        if self._text[start + 1] != "/":
            self._tags[name] = (start, end)
        elif name in self._tags:
            opening, words = self._tags.pop(name)
            self._pairs.append((opening, words, start, end))

    def _take_emphasis(self, run: str, start: int, end: int) -> None:
        before = self._text[start - 1] if start else " "
        following = self._text[end] if end < len(self._text) else " "
        if len(run) > _LONGEST_RUN:
            return
        closes = not before.isspace() and not following.isalnum() and self._closed(run, start)
        if not closes and not following.isspace() and not before.isalnum():
            self._emphasis[run] = (start, end)

    def _closed(self, run: str, start: int) -> bool:
        """Whether a run of marks at `start` closes something: what one of its length opened, or one of each
        shorter length.
        """
        runs = [run]
        if run not in self._emphasis and len(run) == _LONGEST_RUN:
            runs = [run[:1], run[:2]]
        if any(one not in self._emphasis for one in runs):
            return False
        outer, *inner = sorted(map(self._emphasis.pop, runs))
        if outer[1] >= start or self._is_parted(outer[1], start):
            return False
        for opening, words in (*inner, outer):
            self._pair(opening, words, start, start + words - opening)
            start += words - opening
        return True

    def _is_parted(self, start: int, end: int) -> bool:
        return _BLANK_LINE.search(self._text, start, end) is not None

    def _pair(self, opening: int, start: int, end: int, closing: int) -> None:
        self._change(opening, start)
        self._change(end, closing)
        self._pairs.append((opening, start, end, closing))

    def _change(self, start: int, end: int, put: str = "") -> None:
        if self._text[start:end] != put:
            self._changes.append((start, end, put))

    def seen(self) -> Seen:
        """What is seen, once all marks were taken."""
        text = self._text
        pieces: list[tuple[int, int, str]] = []
        position = 0
        for start, end, put in sorted(self._changes):
            pieces += ((position, start, text[position:start]), (start, end, put))
            position = end
        pieces.append((position, len(text), text[position:]))
        seen = Seen(text) if not self._changes else _put_together(pieces)
        for opening, start, end, closing in self._pairs:
            seen.opened[start] = seen.closed[end] = (opening, closing)
        return seen


def _put_together(pieces: list[tuple[int, int, str]]) -> Seen:
    pieces = [piece for piece in pieces if piece[2]] or pieces[:1]
    at, length = [], 0
    for _, _, words in pieces:
        at.append(length)
        length += len(words)
    first, last = [piece[0] for piece in pieces], [piece[1] for piece in pieces]
    return Seen("".join(words for _, _, words in pieces), at, first, last)
