"""A citation in its place: the whole paragraph with the quote in bold, and what stands before and after."""

from __future__ import annotations

from collections.abc import Iterator

from bot.render.answers import source_of
from bot.render.markdown import units
from bot.render.markup import block_markdown, cost
from bot.render.pages import Block, Page, Paragraph, paginate
from bot.render.places import Place
from bot.render.verbatim import Spans, ending, excerpt, one_line, portions
from index.answers.surroundings import Surroundings

_NEIGHBOUR = 500
_PORTION = 2400
_UNITS = 2800
_BUDGET = 3200


def context_pages(place: Place, number: int, found: Surroundings) -> tuple[Page, ...]:
    """The pages that show the place `found` of citation `number`; the quote is shown whole."""
    return paginate(
        one_line(found.title, 250), _blocks(place, number, found), found=True, cost=cost, budget=_BUDGET
    )


def _blocks(place: Place, number: int, found: Surroundings) -> Iterator[Block]:
    if found.before.strip():
        yield _neighbour(found.before, before=True)
    yield from _whole(found.paragraph, (found.quote,))
    if found.after.strip():
        yield _neighbour(found.after, before=False)
    yield source_of(place, number, None)


def _neighbour(text: str, *, before: bool) -> Paragraph:
    """The part of a neighbouring paragraph that is next to the quote."""
    limit = _NEIGHBOUR
    while True:
        shown = Paragraph(ending(text, limit) if before else excerpt(text, (), limit))
        if units(block_markdown(shown)) <= 2 * _NEIGHBOUR:
            return shown
        limit //= 2


def _whole(text: str, quote: Spans) -> list[Paragraph]:
    """All of a paragraph, in portions that a page can hold."""
    limit = _PORTION
    while True:
        shown = [Paragraph(portion) for portion in portions(text, quote, limit)]
        if all(units(block_markdown(portion)) <= _UNITS for portion in shown):
            return shown
        limit //= 2
