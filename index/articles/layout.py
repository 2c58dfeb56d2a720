"""What a plain text tells about itself: its blocks, its title, and who published it when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.articles.appeals import appeal_end
from index.articles.article import Block, BlockKind
from index.articles.bylines import (
    Byline,
    is_person_name,
    is_undated_time,
    metadata_field,
    parse_byline,
    source_line,
)
from index.articles.captions import is_caption, is_credit, is_posed
from index.articles.furniture import is_furniture, is_reply, is_support_call, opens_comments, opens_related
from index.articles.lines import Line, collapse, ends_sentence, split_lines, starts_lower, word_count
from index.articles.outlets import dateline_agency, is_known_outlet, is_outlet
from index.articles.titles import is_bullet, is_heading_like, is_title_like
from index.articles.wrapping import goes_on, wrap_column

_HEAD_LINES = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text and what it states about itself; what it does not state is None."""

    blocks: tuple[Block, ...]
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(slots=True)
class _Unit:
    """Lines that belong together; `kind` is None while it is open what they are."""

    start: int
    end: int
    text: str
    after_blank: bool
    before_blank: bool
    kind: BlockKind | None


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return analyse(text).blocks


def analyse(text: str, *, title: str | None = None) -> Layout:
    """The layout of a plain text; with the `title` known from elsewhere no line is taken for the title,
    except one that repeats it.
    """
    lines = split_lines(text)
    units = _units(text, lines)
    stated = _Stated()
    body = _read_head(units, stated, title)
    _mark_appeals(units)
    _mark_tail(units, body, stated)
    _mark_body(units, body)
    if not any(unit.kind is BlockKind.PARAGRAPH for unit in units):
        _keep_text(units, stated)
    first = next((unit.text for unit in units if unit.kind is BlockKind.PARAGRAPH), "")
    return Layout(
        blocks=tuple(Block(unit.start, unit.end, unit.kind or BlockKind.PARAGRAPH) for unit in units),
        title=title or stated.title,
        author=stated.author,
        outlet=stated.outlet or dateline_agency(first),
        published=stated.published or stated.updated,
        url=stated.url,
    )


@dataclass(slots=True)
class _Stated:
    """What the lines around a text state, the first statement of each kind winning."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None

    def add(self, byline: Byline) -> None:
        self.author = self.author or byline.author
        self.outlet = self.outlet or byline.outlet
        if byline.updated:
            self.updated = self.updated or byline.published
        else:
            self.published = self.published or byline.published


def _units(text: str, lines: Sequence[Line]) -> list[_Unit]:
    """The lines, those of one paragraph joined; lines that are furniture by their wording stay alone."""
    column = wrap_column(lines)
    units: list[_Unit] = []
    group: list[Line] = []
    in_body = False

    def close(before_blank: bool) -> None:
        nonlocal in_body
        if not group:
            return
        start, end = group[0].start, group[-1].end
        shown = group[0].text if len(group) == 1 else text[start:end]
        units.append(_Unit(start, end, shown, group[0].after_blank, before_blank, None))
        in_body = in_body or (ends_sentence(shown) and word_count(shown) > 8)
        group.clear()

    alone_above = False
    for position, line in enumerate(lines):
        alone = is_furniture(line.text) or is_credit(line.text)
        if position < _HEAD_LINES and not in_body and not alone:
            alone = _is_credits(line.text) or is_caption(line.text)
        joins = (
            bool(group)
            and not line.after_blank
            and not alone
            and not alone_above
            and not is_bullet(line.text)
            and goes_on(group[-1], line, column, opens=len(group) == 1, in_body=in_body)
        )
        if not joins:
            close(line.after_blank)
        group.append(line)
        alone_above = alone
    close(True)
    return units


def _is_credits(line: str) -> bool:
    return parse_byline(line) is not None or source_line(line) is not None or metadata_field(line) is not None


def _read_head(units: Sequence[_Unit], stated: _Stated, title: str | None) -> int:
    """Mark what stands above the running text, fill `stated`, and return the index where the text begins."""
    repeated = {
        text for text, times in Counter(unit.text for unit in units[:_HEAD_LINES]).items() if times > 1
    }
    open_units: list[int] = []
    body = len(units)
    for index, unit in enumerate(units[:_HEAD_LINES]):
        if _read_credits(unit, stated, title):
            continue
        if is_furniture(unit.text) or is_credit(unit.text) or is_caption(unit.text):
            unit.kind = BlockKind.FURNITURE
        elif unit.text in repeated and not ends_sentence(unit.text):
            unit.kind = BlockKind.FURNITURE
        elif is_title_like(unit.text) and not is_bullet(unit.text):
            open_units.append(index)
        else:
            body = index
            break
    else:
        body = min(len(units), _HEAD_LINES)
    return _choose_title(units, open_units, body, stated, title)


def _read_credits(unit: _Unit, stated: _Stated, title: str | None) -> bool:
    """Take in a line of metadata, a byline, a date or a source line; whether `unit` is one."""
    field = metadata_field(unit.text)
    if field is not None and _read_field(unit, *field, stated=stated, title=title):
        return True
    byline = parse_byline(unit.text)
    if byline is not None:
        stated.add(byline)
    elif (source := source_line(unit.text)) is not None:
        stated.outlet = stated.outlet or source
    elif not is_undated_time(unit.text):
        return False
    unit.kind = BlockKind.BYLINE
    return True


def _read_field(unit: _Unit, name: str, value: str, *, stated: _Stated, title: str | None) -> bool:
    if name == "published":
        byline = parse_byline(value)
        if byline is None or byline.published is None:
            return False
        stated.add(byline)
    elif name == "title":
        if title is None and stated.title is None:
            unit.start = unit.end - len(value)
            unit.text = value
            unit.kind = BlockKind.TITLE
            stated.title = collapse(value)
            return True
    elif name == "url":
        if not value.startswith(("http://", "https://")):
            return False
        stated.url = stated.url or value
    elif name == "author":
        stated.author = stated.author or value
    else:
        stated.outlet = stated.outlet or value
    unit.kind = BlockKind.BYLINE
    return True


def _choose_title(
    units: Sequence[_Unit], candidates: Sequence[int], body: int, stated: _Stated, title: str | None
) -> int:
    """Mark the title among the lines above the text, and what the other ones are; returns the text's index."""
    known = collapse(title or stated.title or "").casefold()
    open_units = []
    for index in candidates:
        unit = units[index]
        if known and collapse(unit.text).casefold() == known:
            unit.kind = BlockKind.TITLE if stated.title is None else BlockKind.FURNITURE
        elif is_support_call(unit.text) or (is_posed(unit.text) and not ends_sentence(unit.text)):
            unit.kind = BlockKind.FURNITURE
        else:
            open_units.append(index)
    chosen = None if known else _title_among(units, open_units)
    if chosen is not None:
        units[chosen].kind = BlockKind.TITLE
        stated.title = collapse(units[chosen].text)
    for index in open_units:
        unit = units[index]
        if unit.kind is not None:
            continue
        near = [units[other] for other in (index - 1, index + 1) if 0 <= other < len(units)]
        if (
            stated.author is None
            and is_person_name(unit.text)
            and any(n.kind is BlockKind.BYLINE for n in near)
        ):
            stated.author = unit.text
            unit.kind = BlockKind.BYLINE
        elif chosen is not None and index < chosen:
            unit.kind = BlockKind.FURNITURE
        elif (chosen is not None or known) and is_heading_like(unit.text):
            unit.kind = BlockKind.HEADING
    return next((index for index, unit in enumerate(units[:body]) if unit.kind is None), body)


def _title_among(units: Sequence[_Unit], candidates: Sequence[int]) -> int | None:
    fitting = [index for index in candidates if _stands_as_title(units, index)]
    while len(fitting) > 1:
        unit, following = units[fitting[0]], units[fitting[0] + 1]
        section = word_count(unit.text) <= 2 and word_count(units[fitting[1]].text) >= 4
        if not section and not is_credit(following.text):
            break
        fitting.pop(0)
    return fitting[0] if fitting else None


def _stands_as_title(units: Sequence[_Unit], index: int) -> bool:
    """Whether a line is set off as titles are: a blank line or a byline below it, or at least a fresh start."""
    if index + 1 >= len(units):
        return False
    unit, following = units[index], units[index + 1]
    if unit.before_blank or following.kind is BlockKind.BYLINE:
        return True
    if ends_sentence(unit.text) or starts_lower(following.text):
        return False
    return len(unit.text) <= 110 and word_count(unit.text) <= 16


def _mark_appeals(units: Sequence[_Unit]) -> None:
    texts = [unit.text for unit in units]
    index = 0
    while index < len(units):
        end = appeal_end(texts, index)
        for unit in units[index:end]:
            unit.kind = BlockKind.FURNITURE
        index = max(end, index + 1)


def _is_running(unit: _Unit) -> bool:
    return (
        unit.kind is None
        and (ends_sentence(unit.text) or len(unit.text) > 200)
        and not is_furniture(unit.text)
    )


def _mark_tail(units: Sequence[_Unit], body: int, stated: _Stated) -> None:
    """Mark what stands below the running text: comments, links to other articles, credits."""
    for index in range(body, len(units)):
        if opens_comments(units[index].text) and any(is_reply(unit.text) for unit in units[index + 1 :]):
            for unit in units[index:]:
                unit.kind = BlockKind.FURNITURE
            break
    last = max((index for index in range(body, len(units)) if _is_running(units[index])), default=len(units))
    for unit in units[last + 1 :]:
        if unit.kind is not None:
            continue
        byline = parse_byline(unit.text)
        source = source_line(unit.text)
        if byline is not None:
            stated.add(byline)
            unit.kind = BlockKind.BYLINE
        elif source is not None and (is_outlet(source) or is_known_outlet(source)):
            stated.outlet = stated.outlet or source
            unit.kind = BlockKind.BYLINE
        elif is_support_call(unit.text):
            unit.kind = BlockKind.FURNITURE


def _mark_body(units: Sequence[_Unit], body: int) -> None:
    """Mark furniture and headings within the running text; all else is a paragraph."""
    related = False
    for index in range(body, len(units)):
        unit = units[index]
        if unit.kind is None and (is_furniture(unit.text) or is_credit(unit.text) or is_caption(unit.text)):
            unit.kind = BlockKind.FURNITURE
        if unit.kind is BlockKind.FURNITURE:
            related = related or opens_related(unit.text)
        elif related and unit.kind is None and not ends_sentence(unit.text) and is_title_like(unit.text):
            unit.kind = BlockKind.FURNITURE
        else:
            related = False
    for index in range(len(units)):
        if units[index].kind is None:
            heads = is_heading_like(units[index].text) and _heads_text(units, index)
            units[index].kind = BlockKind.HEADING if heads else BlockKind.PARAGRAPH


def _heads_text(units: Sequence[_Unit], index: int) -> bool:
    """Whether running text follows a line that looks like a heading, and it is no item of a list."""
    if index == 0 or index + 1 >= len(units):
        return False
    following = units[index + 1]
    if following.kind is BlockKind.FURNITURE or is_heading_like(following.text):
        return False
    return units[index - 1].kind is not BlockKind.PARAGRAPH or not is_heading_like(units[index - 1].text)


def _keep_text(units: Sequence[_Unit], stated: _Stated) -> None:
    """A text without any running sentence is not all title and headings: what is no furniture is its text."""
    for unit in units:
        if unit.kind is BlockKind.HEADING or (unit.kind is BlockKind.TITLE and len(units) == 1):
            unit.kind = BlockKind.PARAGRAPH
            if len(units) == 1:
                stated.title = None
