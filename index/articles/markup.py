"""An `.html` file as an article, its text and metadata taken out of the page by trafilatura."""

from __future__ import annotations

import logging
import re

from trafilatura import bare_extraction
from trafilatura.settings import Document

from index.articles.article import Article
from index.articles.decoding import UnreadableError, decode
from index.articles.layout import analyse
from index.articles.metadata import metadata

_ELEMENT = re.compile(rb"<[A-Za-z]")
_MANY_ELEMENTS = 3_000
"""Above so many, trafilatura's second opinions are not heard: one of them takes the square of the paragraphs."""


def read_html(data: bytes, *, identifier: str, origin: str) -> Article:
    """The article of a web page; raises UnreadableError, also where the page holds no text."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = bare_extraction(
        decode(data),
        fast=sum(1 for _ in _ELEMENT.finditer(data)) > _MANY_ELEMENTS,
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
