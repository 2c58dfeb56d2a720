"""What a stretch of an article stands in: its sentences and paragraphs."""

from __future__ import annotations

from index.articles.article import Article
from index.sentences import sentences


def sentences_around(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentences that a stretch lies in, from the first to the last."""
    first, last = paragraphs_around(article, start, end)
    touched = [
        (begin, stop) for begin, stop in sentences(article.text, first, last) if begin < end and start < stop
    ]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def paragraphs_around(article: Article, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that a stretch lies in, from the first to the last."""
    touched = [block for block in article.paragraphs if block.start < end and start < block.end]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)
