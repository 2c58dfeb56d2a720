"""The line under which an article is shown."""

from __future__ import annotations

import re

from index.articles.article import Article
from index.articles.lines import collapse
from index.articles.seen import seen_text

_LONGEST = 80
_LOOKED_AT = 600
_FIRST_SENTENCE = re.compile(r".*?[.!?。！？][\"'”’)\]]*(?=\s+[\"'“‘(]*[A-Z0-9]|$)", re.DOTALL)


def headline(article: Article) -> str:
    """The article's title, else the beginning of its first sentence, else its id.

    White space is collapsed; a missing title is made up to 80 characters, cut at a word with "…".
    """
    if article.title and article.title.strip():
        return collapse(article.title)
    for block in article.paragraphs:
        opening = seen_text(article.text[block.start : min(block.end, block.start + _LOOKED_AT)])
        if not opening.strip():
            continue
        sentence = _FIRST_SENTENCE.match(opening)
        return _shorten(collapse(sentence.group() if sentence else opening))
    return article.id


def _shorten(line: str) -> str:
    if len(line) <= _LONGEST:
        return line
    cut = line.rfind(" ", 0, _LONGEST)
    return line[: cut if cut > 0 else _LONGEST - 1].rstrip(" ,;:-–—") + "…"
