"""A `.txt` file as an article."""

from __future__ import annotations

from index.articles.article import Article
from index.articles.decoding import decode
from index.articles.layout import analyse


def read_plain_text(data: bytes, *, identifier: str, origin: str) -> Article:
    """The article of a plain text file; raises UnreadableError."""
    text = decode(data)
    return analyse(text).article(identifier, text, origin)
