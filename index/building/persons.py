"""Persons of the whole corpus, made out of the speakers of its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.articles.corpus import Skipped
from index.people import persons, read_aliases
from index.storage.writer import DatabaseWriter


def write_persons(database: DatabaseWriter, corpus: Sequence[Path]) -> tuple[int, tuple[Skipped, ...]]:
    """Merge the speakers of all articles to persons and store them.

    Returns how many persons there are, and what in an `aliases.toml` of the corpus could not be used.
    """
    aliases, faults = read_aliases(corpus)
    people = persons(((article, speaker) for _, article, speaker in database.mentions()), aliases)
    for person in people.persons:
        database.add_person(person)

    def said() -> Iterator[tuple[int, int]]:
        for statement, article, speaker in database.mentions():
            person = people.of(article, speaker.name)
            if person is not None:
                yield person.number, statement

    database.set_persons(list(said()))
    return len(people.persons), faults
