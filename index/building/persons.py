"""Persons of the whole corpus, made out of the speakers of its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.articles.corpus import Skipped
from index.people import People, Person, read_aliases
from index.people.merging import counted_persons
from index.storage.mentions import read_mentions
from index.storage.writer import DatabaseWriter


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the speakers of all articles mean, and what in an `aliases.toml` of the corpus could not be used."""

    people: People[Person]
    faults: tuple[Skipped, ...]


def name_persons(folder: Path, corpus: Sequence[Path]) -> Named:
    """Merge the speakers of all articles, stored and committed in `folder`, to persons."""
    aliases, faults = read_aliases(corpus)
    return Named(counted_persons(read_mentions(folder), aliases), faults)


def write_persons(database: DatabaseWriter, people: People[Person]) -> None:
    """Store the persons, and give each statement its own."""
    database.add_persons(people.persons)
    database.set_persons(
        (person.number, number, name)
        for number, article, name in database.speakers()
        if (person := people.of(article, name)) is not None
    )
