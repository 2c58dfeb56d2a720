"""What is searched: the outlets and how many articles each has."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.pages import Heading, Note, Page
from bot.render.verbatim import one_line
from index.library import Status
from index.storage.reader import Source

TITLE = "What I search"
SHOWN = 25
"""Outlets that are named; the others are counted."""

_NAME = 50


def sources_page(sources: Sequence[Source], status: Status) -> Page:
    """The page of all sources, in the order given."""
    # What names no outlet is no source that could be asked for: it comes last.
    sources = sorted(sources, key=lambda source: source.outlet is None)
    lines = [f"{_outlet(source)}: {_count(source.articles, 'article')}" for source in sources[:SHOWN]]
    if len(sources) > SHOWN:
        rest = sum(source.articles for source in sources[SHOWN:])
        lines.append(f"and {_count(len(sources) - SHOWN, 'other outlet')} with {_count(rest, 'article')}")
    extent = (
        f"{_count(status.statements, 'statement')} by {_count(status.speakers, 'speaker')}, "
        f"as of {status.created[:10]}"
    )
    blocks = (Heading(_count(status.articles, "article"), extent), Note("\n".join(lines)))
    return Page(TITLE, blocks if lines else blocks[:1], 1, 1, found=True)


def _outlet(source: Source) -> str:
    return one_line(source.outlet, _NAME) if source.outlet else "no outlet named"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
