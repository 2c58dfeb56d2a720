"""The units a text falls into before anyone says what they are: paragraphs, or single lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.articles.article import BlockKind
from index.articles.bylines import is_credit_line
from index.articles.captions import is_caption, is_credit
from index.articles.furniture import is_furniture
from index.articles.lines import Line, ends_sentence, split_lines, word_count
from index.articles.seen import Seen, see
from index.articles.titles import is_bullet
from index.articles.wrapping import goes_on, is_wrapped_rest, wrap_column

HEAD_LINES = 16


@dataclass(slots=True)
class Unit:
    """A stretch `text[start:end]` of an article; `text` is how it reads, without marks of markup.

    `after_blank` and `before_blank` say whether it is set off from its neighbours. `kind` is None
    while it is open what the unit is.
    """

    start: int
    end: int
    seen: Seen
    after_blank: bool
    before_blank: bool
    kind: BlockKind | None = None
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.seen.text

    def cut(self, place: int) -> None:
        """Leave out what stands before `text[place]`."""
        self.start += self.seen.stored(place, len(self.text))[0]
        self.text = self.text[place:]


def is_site_matter(text: str) -> bool:
    """Whether a unit is, by its own wording, furniture of the site, or the caption or credit of a picture."""
    return is_furniture(text) or is_credit(text) or is_caption(text)


def plain_units(text: str) -> list[Unit]:
    """The units of a plain text: the lines of a paragraph joined, whether it is hard-wrapped, stands
    on one line, or is broken by accident; lines that are furniture by their wording stay alone.

    Of a text with far more lines than prose of its length has, the end is one unit.
    """
    lines = split_lines(text)
    column = wrap_column(lines)
    units: list[Unit] = []
    group: list[Line] = []
    in_body = False
    alone_above = False
    for position, line in enumerate(lines):
        in_head = position < HEAD_LINES and not in_body
        stated = in_head and is_credit_line(line.text)
        rest = bool(group) and not stated and is_wrapped_rest(group[-1], line, column)
        rest = rest and (in_body or not line.text[0].isupper())
        furniture = not (stated or rest) and (is_furniture(line.text) or is_credit(line.text))
        alone = stated or furniture or (in_head and is_caption(line.text))
        joined = rest or (
            bool(group)
            and not line.after_blank
            and not (alone or alone_above or is_bullet(line.text))
            and goes_on(group[-1], line, column, opens=len(group) == 1, in_body=in_body)
        )
        if group and not joined:
            units.append(_unit(text, group, before_blank=line.after_blank))
            in_body = in_body or _is_running(units[-1].text)
            group.clear()
        if furniture:
            units.append(_unit(text, [line], before_blank=True, kind=BlockKind.FURNITURE))
        else:
            group.append(line)
        alone_above = alone
    if group:
        units.append(_unit(text, group, before_blank=True))
    return units


def _unit(text: str, group: Sequence[Line], *, before_blank: bool, kind: BlockKind | None = None) -> Unit:
    start, end = group[0].start, group[-1].end
    return Unit(start, end, see(text[start:end]), group[0].after_blank, before_blank, kind)


def _is_running(text: str) -> bool:
    return ends_sentence(text) and word_count(text) > 8
