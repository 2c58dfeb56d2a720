"""An `.html` file as an article, its text and metadata taken out of the page by trafilatura."""

from __future__ import annotations

import logging

from trafilatura import bare_extraction

from index.articles.article import Article
from index.articles.dates import iso_date
from index.articles.decoding import Unreadable, decode
from index.articles.layout import analyse
from index.articles.lines import collapse


def read_html(data: bytes, *, identifier: str, origin: str) -> Article:
    """The article of a web page; raises Unreadable, also where the page holds no text."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = bare_extraction(
        decode(data),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = page.text if page is not None else None
    if page is None or not text or not text.strip():
        raise Unreadable("it holds no article")
    title = collapse(page.title) if page.title else None
    layout = analyse(text, title=title)
    return Article(
        id=identifier,
        text=text,
        blocks=layout.blocks,
        title=title or layout.title,
        outlet=page.sitename or layout.outlet,
        published=iso_date(page.date) or layout.published,
        author=page.author or layout.author,
        url=page.url or layout.url,
        origin=origin,
    )
