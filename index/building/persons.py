"""Persons of the whole corpus, made out of the speakers of its statements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.articles.corpus import Skipped
from index.people import read_aliases
from index.people.merging import counted_persons
from index.storage.writer import DatabaseWriter


def write_persons(database: DatabaseWriter, corpus: Sequence[Path]) -> tuple[int, tuple[Skipped, ...]]:
    """Merge the speakers of all articles to persons and store them.

    Returns how many persons there are, and what in an `aliases.toml` of the corpus could not be used.
    """
    aliases, faults = read_aliases(corpus)
    people = counted_persons(database.mentions(), aliases)
    database.add_persons(people.persons)
    database.set_persons(
        (person.number, number, name)
        for number, article, name in database.speakers()
        if (person := people.of(article, name)) is not None
    )
    return len(people.persons), faults
