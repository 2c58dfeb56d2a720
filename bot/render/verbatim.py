"""Article text made fit for display: the same words, on few lines, with the matches marked."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Spans = Sequence[tuple[int, int]]

CUT = "[…]"
"""Stands where words were left out; in brackets, since articles have ellipses of their own."""

_WHITE = re.compile(r"\s+")
_CONTROL = {code: chr(0x2400 + code) for code in range(0x20) if code != ord("\n")}
_CONTROL |= {0x7F: "\u2421"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_CONTROL |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_OPENERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_SNAP = 40
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of displayed text; `marked` when it matches the question."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a text that is shown; `cut_before` and `cut_after` say what was left out."""

    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


def one_line(text: str, limit: int) -> str:
    """`text` on one line in at most `limit` characters, the end cut off with an ellipsis."""
    flat, _ = _flatten(text, ())
    flat = flat.replace("\n", " ")
    if len(flat) > limit:
        end = _boundary(flat, limit - 1, -1, min(_SNAP, limit // 2))
        flat = flat[:end].rstrip() + "…"
    return flat + _closers(flat)


def excerpt(text: str, highlights: Spans, limit: int) -> Excerpt:
    """At most about `limit` characters of `text`, around most of its `highlights`.

    White space is collapsed (a blank line becomes one line break), control characters become visible
    signs, and direction overrides are closed at the end; no word is altered.
    """
    flat, marks = _flatten(text, highlights)
    start, end = _trim(flat, *_window(marks, len(flat), limit), snap=min(_SNAP, limit // 8))
    pieces = _pieces(flat, marks, start, end)
    return Excerpt(pieces, cut_before=bool(flat[:start].strip()), cut_after=bool(flat[end:].strip()))


def ending(text: str, limit: int) -> Excerpt:
    """At most about `limit` characters of the end of `text`, treated as in `excerpt`."""
    flat, _ = _flatten(text, ())
    start, end = _trim(flat, max(0, len(flat) - limit), len(flat), snap=min(_SNAP, limit // 8))
    shown = flat[start:end]
    return Excerpt((Piece(shown + _closers(shown), marked=False),), cut_before=bool(flat[:start].strip()))


def portions(text: str, highlights: Spans, limit: int) -> tuple[Excerpt, ...]:
    """All of `text`, treated as in `excerpt`, in portions of at most `limit` characters that end with a
    word where there is one.
    """
    flat, marks = _flatten(text, highlights)
    portions: list[Excerpt] = []
    start = 0
    while start < len(flat):
        end = min(start + limit, len(flat))
        if end < len(flat):
            near = _boundary(flat, end, -1, min(_SNAP, limit // 8))
            end = near if near > start else end
        portions.append(Excerpt(_pieces(flat, marks, start, end)))
        start = end
    return tuple(portions)


def _pieces(flat: str, marks: bytearray, start: int, end: int) -> tuple[Piece, ...]:
    """The stretch in pieces, with what closes the direction overrides in it."""
    pieces = [
        Piece("".join(flat[index] for index in group), marked)
        for marked, group in itertools.groupby(range(start, end), key=lambda index: bool(marks[index]))
    ]
    if closers := _closers(flat[start:end]):
        pieces.append(Piece(closers, marked=False))
    return tuple(pieces)


def _flatten(text: str, highlights: Spans) -> tuple[str, bytearray]:
    """`text` with white space collapsed, and for each of its characters whether it is highlighted."""
    marked = bytearray(len(text))
    for start, end in highlights:
        if 0 <= start < end <= len(text):
            marked[start:end] = b"\x01" * (end - start)
    parts: list[str] = []
    flags = bytearray()
    position = 0
    for white in _WHITE.finditer(text):
        parts.append(text[position : white.start()])
        flags += marked[position : white.start()]
        position = white.end()
        if white.start() and position < len(text):
            parts.append("\n" if white[0].count("\n") > 1 else " ")
            # Between two marked words the mark goes on, at the edge of one it does not.
            flags.append(marked[white.start() - 1] & marked[position])
    parts.append(text[position:])
    flags += marked[position:]
    return "".join(parts).translate(_CONTROL), flags


def _window(marks: bytearray, length: int, limit: int) -> tuple[int, int]:
    """The stretch of `limit` characters that holds the most marked ones, these in its middle."""
    if length <= limit:
        return 0, length
    inside = best = sum(marks[:limit])
    first = 0
    for start in range(1, length - limit + 1):
        inside += marks[start + limit - 1] - marks[start - 1]
        if inside > best:
            best, first = inside, start
    if not best:
        return 0, limit
    left = marks.index(1, first, first + limit)
    right = marks.rindex(1, first, first + limit) + 1
    start = min(max((left + right - limit) // 2, 0), length - limit)
    return start, start + limit


def _trim(flat: str, start: int, end: int, snap: int) -> tuple[int, int]:
    """The window without broken words and white space at its ends, unless nothing were left of it."""
    first = _boundary(flat, start, 1, snap)
    last = _boundary(flat, end, -1, snap)
    shown = flat[first:last].strip()
    if not shown:
        return start, end
    first += len(flat[first:last]) - len(flat[first:last].lstrip())
    return first, first + len(shown)


def _boundary(flat: str, at: int, step: int, snap: int) -> int:
    """The next end of a word from `at` on in the direction of `step`, near by, else of a character."""
    for distance in range(snap):
        index = at + distance * step
        if not 0 < index < len(flat) or flat[index].isspace() or flat[index - 1].isspace():
            return index
    while 0 < at < len(flat) and _joined(flat[at - 1], flat[at]):
        at += step
    return at


def _joined(left: str, right: str) -> bool:
    return (
        bool(unicodedata.combining(right))
        or right in _JOINERS
        or left == "\u200d"
        or "\U0001f3fb" <= right <= "\U0001f3ff"
    )


def _closers(text: str) -> str:
    """What closes the direction overrides and isolates that `text` leaves open."""
    pending: list[str] = []
    for character in text:
        if closer := _OPENERS.get(character):
            pending.append(closer)
        elif character == "\u2069" and character in pending:
            while pending.pop() != character:
                pass
        elif pending and character == "\u202c" and pending[-1] == character:
            pending.pop()
    return "".join(reversed(pending))
