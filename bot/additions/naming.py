"""What an added article is called on the disk, and what is written beside it."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from index.articles.dates import iso_date
from index.errors import BadInput
from index.folding import fold

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
"""The endings of files that can be added."""

LONGEST_FIELD = 300

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LONGEST_NAME = 40
_RANDOM_BYTES = 4


@dataclass(frozen=True, slots=True)
class Description:
    """What an admin tells about an article beside its text; None for what they do not.

    `published` is an ISO date.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, title: str | None, outlet: str | None, date: str | None) -> Description:
        """From what was typed. Raises BadInput for a date that is none."""
        published = iso_date(date.strip()) if date and date.strip() else None
        if date and date.strip() and published is None:
            raise BadInput(f"{date.strip()[:40]} is no date; write it as 2013-05-10")
        return cls(_line(title), _line(outlet), published)

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields that are told, by the names that `articles.toml` has for them."""
        told = {"title": self.title, "outlet": self.outlet, "published": self.published, "url": self.url}
        return {name: value for name, value in told.items() if value is not None}

    def toml(self, file: str) -> str:
        """The `articles.toml` of a folder in which this describes `file`."""
        # Without control characters, a string of JSON is a basic string of TOML.
        lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in self.fields.items()]
        return "\n".join([f"[{json.dumps(file)}]", *lines, ""])


def new_name(like: str) -> str:
    """A name for a file or folder that nothing else has, which reads like `like`: "ferry-talks-1f0c93ab"."""
    plain = _NOT_PLAIN.sub("-", fold(like)[:500]).strip("-")[:_LONGEST_NAME].strip("-")
    # These would be no articles to the readers of the corpus.
    if not plain or plain.startswith(("readme", "license")):
        plain = f"article-{plain}".strip("-")
    return f"{plain}-{secrets.token_hex(_RANDOM_BYTES)}"


def suffix_of(file_name: str) -> str:
    """The ending of a file that can be added. Raises BadInput."""
    lowered = file_name.lower()
    for suffix in SUFFIXES:
        if lowered.endswith(suffix):
            return suffix
    raise BadInput("only files that end in .txt, .md, .html or .jsonl can be added")


def _line(text: str | None) -> str | None:
    """One line of text without what no file should hold; None where nothing is left."""
    if text is None:
        return None
    encodable = text.encode("utf-8", "ignore").decode()
    return " ".join(_CONTROLS.sub(" ", encodable).split())[:LONGEST_FIELD] or None
