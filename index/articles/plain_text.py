"""A `.txt` file as an article."""

from __future__ import annotations

from index.articles.article import Article
from index.articles.decoding import decode
from index.articles.layout import analyse


def read_plain_text(data: bytes, *, identifier: str, origin: str) -> Article:
    """The article of a plain text file; raises Unreadable."""
    text = decode(data)
    layout = analyse(text)
    return Article(
        id=identifier,
        text=text,
        blocks=layout.blocks,
        title=layout.title,
        outlet=layout.outlet,
        published=layout.published,
        author=layout.author,
        url=layout.url,
        origin=origin,
    )
