"""The articles of the corpus, all or those with some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access.rights import Person, Right
from bot.render.listing import PER_PAGE, Entry, Listing, page_count
from bot.reports.page import Shown
from index.storage.reader import ListedArticle

if TYPE_CHECKING:
    from bot.client import WhosaidBot

LONGEST_SEARCH = 60


async def articles_page(bot: WhosaidBot, person: Person, words: str, number: int) -> Shown:
    """A page of the articles that have all of the words. Raises RefusedError."""
    bot.require(person, Right.CORPUS)
    words = " ".join(words.split())[:LONGEST_SEARCH].strip()
    library = bot.live.at_once()
    total, found = await library.find_articles(words, (number - 1) * PER_PAGE, PER_PAGE)
    pages = page_count(total)
    if number > pages:
        number = pages
        total, found = await library.find_articles(words, (number - 1) * PER_PAGE, PER_PAGE)
    about = f" with “{words}”" if words else ""
    note = f"{total:,} {'article' if total == 1 else 'articles'}{about}"
    entries = tuple(_article(article, added=bot.changes.is_added(article.origin)) for article in found)
    return Shown(Listing("Articles", entries, number, pages, note), words)


def _article(article: ListedArticle, *, added: bool) -> Entry:
    about = [article.outlet, article.published, "added from Discord" if added else None]
    facts = " · ".join(fact for fact in about if fact)
    return Entry(article.title, tuple(line for line in (facts, article.id) if line))
