"""Persons of the whole corpus, made out of the speakers of its statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from index.people import persons
from index.storage.writer import DatabaseWriter


def write_persons(database: DatabaseWriter) -> int:
    """Merge the speakers of all articles to persons and store them; returns how many there are."""
    people = persons((article, speaker) for _, article, speaker in database.mentions())
    return 0
