"""What front matter, JSON records and `articles.toml` say about an article, under the names that are in use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from index.articles.article import Article
from index.articles.dates import iso_date
from index.articles.entities import without_entities
from index.articles.lines import collapse

_NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "sitename"),
    "published": (
        "published", "date", "published_at", "publishedat", "publication_date", "publish_date", "published_date",
        "date_published", "datepublished", "pubdate", "pub_date",
    ),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "canonical", "permalink"),
}  # fmt: skip
_MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about an article beside its text; None for what is not."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None

    def over(self, article: Article) -> Article:
        """The article with what is said here in the place of what it says itself."""
        return replace(
            article,
            title=self.title or article.title,
            outlet=self.outlet or article.outlet,
            published=self.published or article.published,
            author=self.author or article.author,
            url=self.url or article.url,
        )


def is_encodable(text: str) -> bool:
    """Whether `text` can be stored as UTF-8: it holds no half of a surrogate pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _words(value: object) -> str | None:
    """A field's value as one line of text; lists are joined by commas, {"name": ...} is its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_one, value[:_MOST_ITEMS]))) or None
    return _one(value)


def _one(value: object) -> str | None:
    """The words of a value that is no list; of what is nested deeper there are none."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        words = collapse(str(value))
    except ValueError:  # a number of thousands of digits
        return None
    return words if words and is_encodable(words) else None


def metadata(fields: Mapping[str, object]) -> Metadata:
    """The metadata among `fields`, whose names may be written in any case; a date that is none is left out, and
    of character references it is said what they stand for.
    """
    folded = {str(name).casefold(): value for name, value in fields.items()}

    def first(field: str) -> str | None:
        return next((value for name in _NAMES[field] if (value := _words(folded.get(name)))), None)

    def shown(field: str) -> str | None:
        value = first(field)
        return value and collapse(without_entities(value))

    dates = (iso_date(folded.get(name)) for name in _NAMES["published"])
    return Metadata(
        title=shown("title"),
        outlet=shown("outlet"),
        published=next(filter(None, dates), None),
        author=shown("author"),
        url=first("url"),
    )
