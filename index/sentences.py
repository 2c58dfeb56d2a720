"""Sentence boundaries, as code point offsets into the text."""

from __future__ import annotations

import re
import sys


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# Possessive, and only from where a run of terminators begins: linear on any text.
_TERMINATOR = re.compile(r"(?<![.!?…])[.!?…]++(?:''|[\"'”’»)\]*_])*+(?=\s|“|(?<=”)[A-Z])")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘«*_]+\Z")
_OPENING = "\"'“‘«([`—–-*_"
_MAX_WORD = 40

# Followed by a name or a number, never the end of a sentence.
_NEVER_FINAL = _words(
    "mr mrs ms messrs mx dr del prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt cpl pvt adm rev fr hon "
    "pres supt det insp cllr revd st ste mt ft vs v viz cf al e.g i.e op pp vol ed eds dept univ assn bros asst assoc "
    "atty amb sec treas"
)
# Before a number a part of it, elsewhere a word of its own ("No.").
_BEFORE_NUMBER = _words("no nos art fig ch p sec")
# May end a sentence: then the next word must look like the beginning of one.
_MAYBE_FINAL = _words(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc corp co ltd llc plc cos jr sr esq phd ph.d m.d b.a m.a bros etc a.m p.m am pm est u.s u.k u.n e.u "
    "u.s.a d.c l.a n.y n.j n.c s.c n.h r.i n.m ala ariz ark calif colo conn del fla ga ill ind kan ky la md "
    "mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo blvd ave rd hwy"
)
# Of these, in lower case, words of their own ("fell ill.").
_PLAIN_WORDS = _words("ill miss mass wash ark ore sat sun wed mar")
# Words that seldom follow an abbreviation inside a sentence with a capital letter.
_STARTERS = _words(
    "the a an this that these those he she it they we i you his her its their our my there here but and or so "
    "yet if when while after before since as although though because once until in on at for from with by to "
    "of about over under during what who where why how which not no yes now then also still even just one two "
    "some many most all both each every another other such however meanwhile moreover"
)


def sentences(
    text: str, start: int = 0, end: int | None = None, *, most: int | None = None
) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as disjoint spans in order, without outer white space.

    A single newline is white space, a blank line always ends a sentence. Abbreviations, initials,
    decimals and ellipses do not; closing marks belong to the sentence that they close. Of more than
    `most` sentences, the last one is all the rest.
    """
    stop = len(text) if end is None else min(end, len(text))
    others = sys.maxsize if most is None else most - 1
    spans: list[tuple[int, int]] = []
    begin = max(start, 0)
    for blank in _BLANK_LINE.finditer(text, begin, stop):
        begin = _split(text, begin, blank.start(), spans, others)
        if len(spans) >= others:
            break
        begin = blank.end()
    begin = _split(text, begin, stop, spans, others)
    _append(text, begin, stop, spans)
    return spans


def _split(text: str, start: int, end: int, spans: list[tuple[int, int]], most: int) -> int:
    """Append the sentences of `text[start:end]`, until there are `most`; returns where the rest begins."""
    begin = start
    if len(spans) >= most:
        return begin
    for match in _TERMINATOR.finditer(text, start, end):
        if _ends_sentence(text, match.start(), match.end(), end, begin):
            _append(text, begin, match.end(), spans)
            begin = match.end()
            if len(spans) >= most:
                return begin
    _append(text, begin, end, spans)
    return end


def _append(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, mark: int, after: int, end: int, begin: int) -> bool:
    """Whether the terminator `text[mark:after]`, followed by white space, ends the sentence."""
    following = after
    while following < end and (text[following].isspace() or text[following] in _OPENING):
        following += 1
    if following >= end:
        return False
    char = text[following]
    if char.islower():
        return False
    if text[mark] != "." or (after - mark > 1 and text[mark + 1] in ".!?…"):
        return True
    before = _WORD_BEFORE.search(text[max(begin, mark - _MAX_WORD) : mark])
    if before is None:
        return True
    word = before.group().lower()
    if after - mark > 1:
        # A closing mark follows the full stop: only a title or an initial goes on after that.
        return word not in _NEVER_FINAL
    if word in _BEFORE_NUMBER and char.isdigit():
        return False
    if word in _NEVER_FINAL or (word.isdigit() and before.start() == 0 and mark - begin <= len(word)):
        return False
    initial = len(word) == 1 and word.isalpha() and before.group().isupper() and word != "i"
    if before.group() in _PLAIN_WORDS:
        return True
    if initial or word in _MAYBE_FINAL or ("." in word and len(word) <= 8):
        return _looks_like_start(text, following, end)
    return True


def _looks_like_start(text: str, position: int, end: int) -> bool:
    stop = position
    while stop < end and stop - position < _MAX_WORD and text[stop].isalpha():
        stop += 1
    return text[position:stop].lower() in _STARTERS
