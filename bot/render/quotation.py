"""The answer to "Who said this?": who, how the wording differs, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.render.answers import REPORTED, UNKNOWN, fitted, nothing, source_of
from bot.render.markdown import units
from bot.render.markup import cost, wording_markdown
from bot.render.pages import Block, Heading, Note, Page, Wording, paginate
from bot.render.places import places
from bot.render.surety import surety
from bot.render.verbatim import one_line
from index.answers.answer import Answer, Citation, StatementEntry
from index.answers.wording import Change, Piece, wording
from index.quotations.statement import StatementKind

WORD_FOR_WORD = "Word for word:"
DIFFERS = "Worded otherwise. Struck through: only in the article; underlined: only in the message."
OTHER_WORDS = "Close in meaning, but in other words:"

TOO_LONG = "Too long to be compared word by word; the article has it so:"

MOST_COMPARED = 120
"""Words of either side up to which they are compared: the comparison takes the cube of them at worst."""

_COMPARED = 5
_SPEAKERS = 3
_SOURCES = 3
_QUOTE, _QUOTE_UNITS = 500, 1200
_WORDING_UNITS = 900
_RUN = 12
_EDGE = 5
_BUDGET = 3000
_HALF = 0.5


def quotation_page(quotation: str, answer: Answer) -> Page:
    """The one page that says who said `quotation`, which `answer` was found for."""
    title = f"“{one_line(quotation, 240)}”"
    pages = paginate(title, _blocks(quotation, answer), found=answer.found, cost=cost, budget=_BUDGET)
    return replace(pages[0], total=1)


def _blocks(quotation: str, answer: Answer) -> Iterator[Block]:
    at = {id(place): number for number, place in enumerate(places(answer))}
    numbers: dict[str, int] = {}
    if not answer.found:
        yield Note(nothing(answer))
        return
    for speaker in answer.speakers[:_SPEAKERS]:
        entry = speaker.statements[0]
        known = speaker.description if speaker.name else UNKNOWN
        details = [one_line(known, 100)] if known else []
        name = one_line(speaker.name, 100) if speaker.name else "Unknown speaker"
        yield Heading(name, " · ".join([*details, surety(entry.score)]))
        citations = list(entry.citations)
        if _long(quotation) or any(_long(citation.quote) for citation in citations):
            yield Note(TOO_LONG)
        else:
            citations, changes = _nearest(quotation, entry)
            yield from _compared(changes)
        first = citations[0]
        yield fitted(first.quote, first.highlights, _QUOTE, _QUOTE_UNITS)
        for citation in citations[:_SOURCES]:
            number = numbers.setdefault(citation.article, len(numbers) + 1)
            reported = citation.kind == StatementKind.INDIRECT
            yield source_of(citation, number, REPORTED if reported else None, at[id(citation)])
        if len(citations) > _SOURCES:
            yield Note(f"and {len(citations) - _SOURCES} more")


def _long(text: str) -> bool:
    return len(text.split()) > MOST_COMPARED


def _nearest(quotation: str, entry: StatementEntry) -> tuple[list[Citation], tuple[Piece, ...]]:
    """The citations, those in the words nearest to the quotation first, and how the first differs."""
    first, others = entry.citations[:_COMPARED], entry.citations[_COMPARED:]
    compared = [(wording(quotation, citation.quote), citation) for citation in first]
    compared.sort(key=lambda pair: _changed(pair[0]))
    return [*(citation for _, citation in compared), *others], compared[0][0]


def _compared(changes: tuple[Piece, ...]) -> Iterator[Block]:
    same = sum(len(piece.text.split()) for piece in changes if piece.change is Change.SAME)
    changed = _changed(changes)
    if not changed:
        yield Note(WORD_FOR_WORD)
    elif same < _HALF * (same + changed):
        yield Note(OTHER_WORDS)
    else:
        yield Note(DIFFERS)
        yield _fitting([_shortened(piece) for piece in changes])


def _changed(changes: tuple[Piece, ...]) -> int:
    return sum(len(piece.text.split()) for piece in changes if piece.change is not Change.SAME)


def _shortened(piece: Piece) -> Piece:
    """A long run of the same words by its beginning and its end."""
    words = piece.text.split()
    if piece.change is not Change.SAME or len(words) <= _RUN:
        return piece
    return replace(piece, text=" ".join([*words[:_EDGE], "[…]", *words[-_EDGE:]]))


def _fitting(changes: list[Piece]) -> Wording:
    shown = Wording(tuple(changes))
    while units(wording_markdown(shown)) > _WORDING_UNITS and len(shown.changes) > 1:
        shown = Wording(shown.changes[:-1], cut=True)
    if units(wording_markdown(shown)) > _WORDING_UNITS:
        first = shown.changes[0]
        shown = Wording((replace(first, text=one_line(first.text, _WORDING_UNITS // 3)),), cut=True)
    return shown
