"""What a stretch of an article stands in: its sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter, itemgetter

from index.articles.article import Article, BlockKind
from index.sentences import sentences


def sentences_around(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentences that a stretch lies in, from the first to the last."""
    first, last = paragraphs_around(article, start, end)
    spans = _sentences(article.text, first, last)
    touched = spans[
        bisect_right(spans, start, key=itemgetter(1)) : bisect_left(spans, end, key=itemgetter(0))
    ]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


@lru_cache(maxsize=4)
def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    # Cached, for one statement after another of the same paragraph is asked about.
    return sentences(text, start, end)


def paragraphs_around(article: Article, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that a stretch lies in, from the first to the last."""
    within = slice(
        bisect_right(article.blocks, start, key=attrgetter("end")),
        bisect_left(article.blocks, end, key=attrgetter("start")),
    )
    touched = [block for block in article.blocks[within] if block.kind is BlockKind.PARAGRAPH]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)
