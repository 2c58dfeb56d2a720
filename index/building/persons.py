"""Persons of the whole corpus, made out of the speakers of its statements."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles.corpus import Skipped
from index.people import Person, read_aliases
from index.people.merging import counted_persons
from index.storage.mentions import read_mentions, read_said
from index.storage.writer import DatabaseWriter


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """Whom the speakers of all articles mean, and what in an `aliases.toml` of the corpus could not be used.

    `numbers` (N,) are the persons of the statements, -1 for none; those of `changed` are not stored yet.
    """

    persons: Sequence[Person]
    numbers: NDArray[np.int32]
    changed: NDArray[np.int32]
    faults: tuple[Skipped, ...]


def name_persons(folder: Path, corpus: Sequence[Path], statements: int) -> Named:
    """Merge the speakers of all articles and their `statements`, stored and committed in `folder`, to persons."""
    aliases, faults = read_aliases(corpus)
    people = counted_persons(read_mentions(folder), aliases)
    numbers, changed = array("i", [-1]) * statements, array("i")
    for row, article, name, stored in read_said(folder):
        person = people.of(article, name)
        number = -1 if person is None else person.number
        numbers[row] = number
        if number != stored:
            changed.append(row)
    return Named(people.persons, np.array(numbers, dtype=np.int32), np.array(changed, dtype=np.int32), faults)


def store_persons(database: DatabaseWriter, named: Named) -> None:
    """Store the persons, and give each statement its own."""
    database.add_persons(named.persons)
    database.set_persons(named.changed, named.numbers[named.changed])
