"""An `.html` file as an article, its text and metadata taken out of the page by trafilatura."""

from __future__ import annotations

import logging

from trafilatura import bare_extraction
from trafilatura.settings import Document

from index.articles.article import Article
from index.articles.decoding import UnreadableError, decode
from index.articles.layout import analyse
from index.articles.metadata import metadata


def read_html(data: bytes, *, identifier: str, origin: str) -> Article:
    """The article of a web page; raises UnreadableError, also where the page holds no text."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = bare_extraction(
        decode(data),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = page.text if isinstance(page, Document) else None
    if not isinstance(page, Document) or not text or not text.strip():
        raise UnreadableError("it holds no article")
    known = metadata(
        {
            "title": page.title,
            "outlet": page.sitename,
            "published": page.date,
            "author": page.author,
            "url": page.url,
        }
    )
    return known.over(analyse(text, title=known.title).article(identifier, text, origin))
