"""The lines of a text, with what their ends and beginnings tell."""

from __future__ import annotations

from dataclasses import dataclass

_CLOSERS = "\"'”’»›)]}*_"
_OPENERS = "\"'“‘«‹([{*_"
_STOPS = ".!?…。！？．｡؟۔।॥։።።။។"
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"
# Verse has a line in 35 code points; what is far denser is no prose, and its end is not looked at by lines.
_LINES_AT_LEAST, _CODE_POINTS_A_LINE = 5_000, 35


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text` is `text[start:end]` of the whole, without outer white space and
    invisible marks, `indent` the white space in front of it; `after_blank` says that a blank line, or nothing,
    stands before it.
    """

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that hold something, in order.

    Of a text with far more lines than prose of its length has, the last one is all the rest.
    """
    most = _LINES_AT_LEAST + len(text) // _CODE_POINTS_A_LINE
    lines: list[Line] = []
    offset = 0
    after_blank = True
    for line in text.splitlines(keepends=True):
        last = len(lines) + 1 >= most
        raw = text[offset:] if last else line
        shown = raw.strip().strip(_INVISIBLE).strip()
        if shown:
            indent = len(raw) - len(raw.lstrip())
            start = offset + raw.index(shown)
            lines.append(Line(start, start + len(shown), shown, indent, after_blank))
            after_blank = False
        else:
            after_blank = True
        offset += len(raw)
        if last:
            break
    return lines


def ends_sentence(text: str) -> bool:
    """Whether `text` ends in a full stop or another mark that ends a sentence, also within quotes."""
    bare = text[-20:].rstrip(_CLOSERS + " \t\xa0")
    return bool(bare) and bare[-1] in _STOPS


def first_letter(text: str) -> str:
    """The first character of `text` behind opening quotes and brackets, "" where there is none."""
    return text[:20].lstrip(_OPENERS + " \xa0")[:1]


def starts_lower(text: str) -> bool:
    """Whether `text` begins with a small letter."""
    return first_letter(text).islower()


def word_count(text: str) -> int:
    """The number of words of `text`, parted by white space."""
    return len(text.split())


def collapse(text: str) -> str:
    """`text` on one line, each run of white space made one blank."""
    return " ".join(text.split())
