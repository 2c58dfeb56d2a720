"""A quote in its place: the paragraphs around it, verbatim."""

from __future__ import annotations

from dataclasses import dataclass

from index.articles.article import Article
from index.errors import BadInput


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Paragraphs of an article around `text[start:end]`, verbatim.

    `paragraph` holds the quote, at `quote` (start and end relative to `paragraph`); `before` and
    `after` are the paragraphs next to it, "" where there is none.
    """

    article: Article
    title: str
    before: str
    paragraph: str
    after: str
    quote: tuple[int, int]


def surroundings(article: Article, title: str, start: int, end: int) -> Surroundings:
    """The paragraphs around `article.text[start:end]`. Raises BadInput for a place that is not in the article."""
    if not 0 <= start < end <= len(article.text):
        raise BadInput(f"{article.id}: the article has no place {start} to {end}")
    paragraphs = article.paragraphs
    touched = [at for at, block in enumerate(paragraphs) if block.start < end and start < block.end]
    if not touched:
        return Surroundings(article, title, "", article.text[start:end], "", (0, end - start))
    first, last = touched[0], touched[-1]
    opening, closing = min(start, paragraphs[first].start), max(end, paragraphs[last].end)
    before = paragraphs[first - 1] if first else None
    after = paragraphs[last + 1] if last + 1 < len(paragraphs) else None
    return Surroundings(
        article=article,
        title=title,
        before=article.text[before.start : before.end] if before else "",
        paragraph=article.text[opening:closing],
        after=article.text[after.start : after.end] if after else "",
        quote=(start - opening, end - opening),
    )
