"""An article: its stored text, what is known about it, and the blocks it consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from index.articles.known import Reading


class BlockKind(StrEnum):
    """What a block of an article's text is to a reader."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `text[start:end]` of an article (code points, no outer white space) of one kind.

    Blocks are disjoint and in the order of the text. Only paragraphs are searched; captions,
    comment widgets, donation appeals, share lines and the like are furniture.
    """

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is stored.

    `text` is never altered after reading; every offset in this project is a code point into it.
    `published` is an ISO date (YYYY-MM-DD). What neither the file nor `articles.toml` says is None.
    `origin` is the path of the file it was read from, as given by the user; `reading` tells whether
    reading it again would make the same article (None: that cannot be told).
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    origin: str = ""
    reading: Reading | None = field(default=None, compare=False, repr=False)

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that hold running text."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)
