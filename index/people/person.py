"""A person or organisation of the corpus, under all names that the articles give them."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.statement import SpeakerKind


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker across the corpus.

    `name` is the full spelling that most articles use, of equals the first in alphabetical order.
    `aliases` are all spellings, that one included, each with the number of its mentions, most
    frequent first. `description` is the most frequent one ("Russian President"), where there is any.
    `number` is the place in the list of persons.
    """

    name: str
    aliases: tuple[tuple[str, int], ...]
    kind: SpeakerKind
    description: str | None = None
    number: int = 0
