"""What the lines around a text state about the article."""

from __future__ import annotations

from dataclasses import dataclass

from index.articles.article import BlockKind
from index.articles.bylines import Byline, is_undated_time, metadata_field, parse_byline, source_line
from index.articles.lines import collapse
from index.articles.units import Unit


@dataclass(slots=True)
class Stated:
    """What has been found so far, the first statement of each kind winning."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None

    def add(self, byline: Byline) -> None:
        """Take in a byline or date line."""
        self.author = self.author or byline.author
        self.outlet = self.outlet or byline.outlet
        if byline.updated:
            self.updated = self.updated or byline.published
        else:
            self.published = self.published or byline.published

    def read(self, unit: Unit) -> bool:
        """Take in a line of metadata, a byline, a date or a source line, and mark it; whether it is one."""
        field = metadata_field(unit.text)
        if field is not None and self._read_field(unit, *field):
            return True
        byline = parse_byline(unit.text)
        if byline is not None:
            self.add(byline)
        elif (source := source_line(unit.text)) is not None:
            self.outlet = self.outlet or source
        elif not is_undated_time(unit.text):
            return False
        unit.kind = BlockKind.BYLINE
        return True

    def _read_field(self, unit: Unit, name: str, value: str) -> bool:
        if name == "title":
            if self.title is None:
                self.title = collapse(value)
                unit.cut(unit.text.rindex(value))
                unit.kind = BlockKind.TITLE
            else:
                unit.kind = BlockKind.BYLINE
            return True
        if name == "published":
            byline = parse_byline(value)
            if byline is None or byline.published is None:
                return False
            self.add(byline)
        elif name == "url":
            if not value.startswith(("http://", "https://")):
                return False
            self.url = self.url or value
        elif name == "author":
            self.author = self.author or value
        else:
            self.outlet = self.outlet or source_line(f"source: {value}") or value
        unit.kind = BlockKind.BYLINE
        return True
