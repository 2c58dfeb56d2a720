"""Names to persons: who is one person across the corpus, and whom a typed name means."""

from index.people.aliases import Aliases, read_aliases
from index.people.lookup import Match
from index.people.merging import persons
from index.people.people import People
from index.people.person import Person

__all__ = ["Aliases", "Match", "People", "Person", "persons", "read_aliases"]
