"""What a text tells about itself: its blocks, its title, and who published it when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.articles.appeals import appeal_end
from index.articles.article import Article, Block, BlockKind
from index.articles.bylines import parse_byline, source_line
from index.articles.furniture import is_reply, is_support_call, opens_comments, opens_related
from index.articles.heads import read_head
from index.articles.lines import collapse, ends_sentence
from index.articles.outlets import dateline_agency, is_known_outlet, is_outlet
from index.articles.stated import Stated
from index.articles.titles import is_heading_like, is_title_like
from index.articles.units import Unit, is_site_matter, plain_units

_DATELINE_WITHIN = 3
_LONG = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text and what it states about itself; what it does not state is None."""

    blocks: tuple[Block, ...]
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    def article(self, identifier: str, text: str, origin: str) -> Article:
        """The article of this layout."""
        return Article(
            id=identifier,
            text=text,
            blocks=self.blocks,
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            author=self.author,
            url=self.url,
            origin=origin,
        )


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return analyse(text).blocks


def analyse(text: str, *, title: str | None = None) -> Layout:
    """The layout of a plain text; with its `title` known from elsewhere no line is taken for the title,
    except one that repeats it.
    """
    return arrange(plain_units(text), title=title)


def arrange(units: Sequence[Unit], *, title: str | None = None) -> Layout:
    """The layout of a text cut into units, some of which may have their kind already."""
    stated = Stated(title=collapse(title) if title else None)
    body = read_head(units, stated)
    _mark_appeals(units)
    _mark_comments(units, body)
    _mark_furniture(units[body:])
    _read_tail(units[body:], stated)
    _mark_headings(units)
    if not any(unit.kind is BlockKind.PARAGRAPH for unit in units):
        _keep_text(units, stated)
    opening = [unit.text for unit in units if unit.kind is BlockKind.PARAGRAPH][:_DATELINE_WITHIN]
    return Layout(
        blocks=tuple(Block(unit.start, unit.end, unit.kind or BlockKind.PARAGRAPH) for unit in units),
        title=title or stated.title or None,
        author=stated.author,
        outlet=stated.outlet or next(filter(None, map(dateline_agency, opening)), None),
        published=stated.published or stated.updated,
        url=stated.url,
    )


def _mark_appeals(units: Sequence[Unit]) -> None:
    texts = [unit.text for unit in units]
    index = 0
    while index < len(units):
        end = appeal_end(texts, index)
        for unit in units[index:end]:
            unit.kind = BlockKind.FURNITURE
        index = max(end, index + 1)


def _mark_comments(units: Sequence[Unit], body: int) -> None:
    """Mark the comments of readers, from their heading to the end, where replies show that they are there."""
    replies = [index for index in range(body, len(units)) if is_reply(units[index].text)]
    heading = next((index for index in range(body, len(units)) if opens_comments(units[index].text)), None)
    if heading is not None and replies and replies[-1] > heading:
        for unit in units[heading:]:
            unit.kind = BlockKind.FURNITURE


def _mark_furniture(body: Sequence[Unit]) -> None:
    """Mark furniture and captions within the text, and the lists of links below a "Related articles"."""
    in_links = False
    for unit in body:
        if unit.kind is None and is_site_matter(unit.text):
            unit.kind = BlockKind.FURNITURE
        if unit.kind is BlockKind.FURNITURE:
            in_links = in_links or opens_related(unit.text)
        elif in_links and unit.kind is None and not ends_sentence(unit.text) and is_title_like(unit.text):
            unit.kind = BlockKind.FURNITURE
        else:
            in_links = False


def _is_running(unit: Unit) -> bool:
    return unit.kind is None and (ends_sentence(unit.text) or len(unit.text) > _LONG)


def _read_tail(body: Sequence[Unit], stated: Stated) -> None:
    """Read the credits below the running text; a date counts only directly below it."""
    last = max((index for index, unit in enumerate(body) if _is_running(unit)), default=len(body))
    for index, unit in enumerate(body[last + 1 :]):
        if unit.kind is not None:
            continue
        byline = parse_byline(unit.text)
        source = source_line(unit.text)
        if byline is not None and (index == 0 or byline.published is None):
            stated.add(byline)
            unit.kind = BlockKind.BYLINE
        elif source is not None and (is_outlet(source) or is_known_outlet(source)):
            stated.outlet = stated.outlet or source
            unit.kind = BlockKind.BYLINE
        elif byline is not None or is_support_call(unit.text):
            unit.kind = BlockKind.FURNITURE


def _mark_headings(units: Sequence[Unit]) -> None:
    """Mark section headings; all that is left is text."""
    for index, unit in enumerate(units):
        if unit.kind is None:
            heads = is_heading_like(unit.text) and _heads_text(units, index)
            unit.kind = BlockKind.HEADING if heads else BlockKind.PARAGRAPH


def _heads_text(units: Sequence[Unit], index: int) -> bool:
    """Whether running text follows a line that looks like a heading, and it is no item of a list."""
    if index == 0 or index + 1 >= len(units):
        return False
    following, above = units[index + 1], units[index - 1]
    if following.kind is not None or is_heading_like(following.text):
        return False
    return above.kind is not BlockKind.PARAGRAPH or not is_heading_like(above.text)


def _keep_text(units: Sequence[Unit], stated: Stated) -> None:
    """A text without any running sentence is not all title and headings: what is no furniture is its text."""
    for unit in units:
        if unit.kind is BlockKind.HEADING or (unit.kind is BlockKind.TITLE and len(units) == 1):
            unit.kind = BlockKind.PARAGRAPH
    if len(units) == 1:
        stated.title = None
