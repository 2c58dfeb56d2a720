"""What stands above the running text of an article: title, bylines, captions, section names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.articles.article import BlockKind
from index.articles.bylines import author_with_place, parse_byline
from index.articles.captions import is_credit, is_posed
from index.articles.dates import find_date
from index.articles.furniture import is_support_call
from index.articles.lines import collapse, ends_sentence, starts_lower, word_count
from index.articles.outlets import is_outlet
from index.articles.stated import Stated
from index.articles.titles import is_bullet, is_heading_like, is_title_like
from index.articles.units import HEAD_LINES, Unit, is_site_matter

_LONGEST_TIGHT_TITLE = 110
_MOST_TIGHT_TITLE_WORDS = 16
_LINES_BELOW_LEAD = 3
_PARTED = re.compile(r"(.*\S) [|–—-] ([^|–—]+)")
_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*")


def read_head(units: Sequence[Unit], stated: Stated) -> int:
    """Mark what stands above the running text, fill `stated`, and return the index where the text begins.

    Where `stated` has a title already no line is taken for it, except one that repeats it.
    """
    head = units[:HEAD_LINES]
    repeated = {text for text, times in Counter(unit.text for unit in head).items() if times > 1}
    candidates: list[int] = []
    given = stated.title is not None
    body = len(head)
    for index, unit in enumerate(head):
        if unit.kind is BlockKind.TITLE:
            stated.title = stated.title or collapse(unit.text)
            continue
        if unit.kind is not None or stated.read(unit):
            continue
        if is_site_matter(unit.text) or (unit.text in repeated and not ends_sentence(unit.text)):
            unit.kind = BlockKind.FURNITURE
        elif (is_title_like(unit.text) and not is_bullet(unit.text)) or (
            given and _is_same(unit, stated.title)
        ):
            candidates.append(index)
        else:
            body = index
            break
    _choose_title(head, candidates, stated, given=given)
    _read_below_lead(head[body + 1 : body + 1 + _LINES_BELOW_LEAD], stated)
    return next((index for index, unit in enumerate(head[:body]) if unit.kind is None), body)


def _read_below_lead(units: Sequence[Unit], stated: Stated) -> None:
    """Read bylines and dates that stand below the first paragraph, as some outlets put them."""
    for unit in units:
        byline = parse_byline(unit.text) if unit.kind is None else None
        if byline is None:
            break
        stated.add(byline)
        unit.kind = BlockKind.BYLINE


def _choose_title(head: Sequence[Unit], candidates: Sequence[int], stated: Stated, *, given: bool) -> None:
    """Mark the title among the lines above the text, and what the others are, as far as they are no text."""
    known = stated.title
    rest: list[int] = []
    for index in candidates:
        unit = head[index]
        if _is_same(unit, known):
            unit.kind = BlockKind.TITLE if given else BlockKind.FURNITURE
            given = False
        elif is_support_call(unit.text) or (is_posed(unit.text) and not ends_sentence(unit.text)):
            unit.kind = BlockKind.FURNITURE
        else:
            rest.append(index)
    chosen = _title_among(head, rest) if known is None else None
    if chosen is not None:
        head[chosen].kind = BlockKind.TITLE
        stated.title, outlet = _without_outlet(collapse(head[chosen].text))
        stated.outlet = stated.outlet or outlet
    for index in rest:
        unit = head[index]
        if unit.kind is not None:
            continue
        if stated.outlet is None and is_outlet(unit.text) and _is_near_byline(head, index):
            stated.outlet = unit.text
            unit.kind = BlockKind.BYLINE
        elif stated.author is None and _is_author(head, index):
            stated.author = author_with_place(unit.text)
            unit.kind = BlockKind.BYLINE
        elif chosen is not None and index < chosen:
            unit.kind = BlockKind.FURNITURE
        elif stated.title is not None and is_heading_like(unit.text) and not _is_data(unit.text):
            unit.kind = BlockKind.HEADING


def _is_same(unit: Unit, title: str | None) -> bool:
    """Whether a line repeats the title."""
    return title is not None and collapse(unit.text).casefold() == title.casefold()


def _is_data(line: str) -> bool:
    """Whether a line compares figures, as those of a company's results do: "Revs 36.6 mln vs 31.1 mln"."""
    return len(_FIGURE.findall(line)) > 1


def _is_author(head: Sequence[Unit], index: int) -> bool:
    """Whether a bare name stands next to a date or another line of credits."""
    name = None if is_outlet(head[index].text) else author_with_place(head[index].text)
    return name is not None and _is_near_byline(head, index)


def _is_near_byline(head: Sequence[Unit], index: int) -> bool:
    return BlockKind.BYLINE in (
        head[other].kind for other in (index - 1, index + 1) if 0 <= other < len(head)
    )


def _without_outlet(title: str) -> tuple[str, str | None]:
    """A title without the outlet that pages put behind it ("... | The Bugle News"), and the outlet."""
    parted = _PARTED.fullmatch(title)
    if parted is None or not is_outlet(parted[2]):
        return title, None
    return parted[1], parted[2]


def _title_among(head: Sequence[Unit], candidates: Sequence[int]) -> int | None:
    """The first line that stands as titles do; names of sections and captions are passed over where another
    line does so, too.
    """
    fitting = [index for index in candidates if _stands_as_title(head, index)]
    fitting = [index for index in fitting if not is_outlet(head[index].text)] or fitting
    for index in fitting[:-1]:
        unit, following = head[index], head[index + 1]
        caption = is_credit(following.text) or find_date(unit.text) is not None
        if not caption and not _is_section(unit.text):
            return index
    return fitting[-1] if fitting else None


def _is_section(line: str) -> bool:
    """Whether a line names a section of a site rather than an article: "World", "MIDDLE EAST"."""
    words = word_count(line)
    return words == 1 or (words <= 3 and line.isupper())


def _stands_as_title(head: Sequence[Unit], index: int) -> bool:
    """Whether a line is set off as titles are: a blank line or a byline below it, or at least a fresh start."""
    if index + 1 >= len(head):
        return False
    unit, following = head[index], head[index + 1]
    if unit.before_blank or following.kind is BlockKind.BYLINE:
        return True
    if ends_sentence(unit.text) or starts_lower(following.text):
        return False
    return len(unit.text) <= _LONGEST_TIGHT_TITLE and word_count(unit.text) <= _MOST_TIGHT_TITLE_WORDS
