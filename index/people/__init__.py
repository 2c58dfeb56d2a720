"""Names to persons: who is one person across the corpus, and whom a typed name means."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from index.people.person import Person

if TYPE_CHECKING:
    from index.people.aliases import Aliases, read_aliases
    from index.people.match import Match
    from index.people.merging import persons
    from index.people.people import People

__all__ = ["Aliases", "Match", "People", "Person", "persons", "read_aliases"]

_MODULES = {
    "Aliases": "aliases",
    "Match": "match",
    "People": "people",
    "persons": "merging",
    "read_aliases": "aliases",
}


def __getattr__(name: str) -> Any:
    """A name of a module that is imported only now: answering needs not what building does."""
    if name in _MODULES:
        return getattr(import_module(f"index.people.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
