from collections.abc import Callable

import pytest

from index.articles.article import Block, BlockKind
from index.quotations import Statement, extract

Reader = Callable[[str], list[Statement]]
Facts = tuple[str, str, str | None]


def paragraphs(text: str) -> list[Block]:
    """Every part between blank lines is a paragraph; a line that starts with # a heading."""
    found: list[Block] = []
    position = 0
    for part in text.split("\n\n"):
        kind = BlockKind.HEADING if part.startswith("#") else BlockKind.PARAGRAPH
        if part.strip():
            found.append(Block(position, position + len(part), kind))
        position += len(part) + 2
    return found


@pytest.fixture
def read() -> Reader:
    return lambda text: extract(text, paragraphs(text))


@pytest.fixture
def told(read: Reader) -> Callable[[str], list[Facts]]:
    """Kind, words and speaker of each statement of a text."""

    def facts(text: str) -> list[Facts]:
        return [
            (s.kind.value, " ".join(text[s.start : s.end].split()), s.speaker.name if s.speaker else None)
            for s in read(text)
        ]

    return facts
