"""`aliases.toml`: which names of a corpus are one person's, and which are not, whatever the rules say.

    "Sergei Lavrov" = ["Sergey Lavrov", "Lavrov"]

    separate = [["John Smith", "J. Smith"]]

Every name in the list on the right is the person on the left, who is shown under the name on the
left. The names in one list of `separate` are all different persons. Names are compared without
regard to case, accents and titles.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

from index.articles.corpus import Skipped
from index.articles.toml_file import read_toml
from index.people.names import name_key
from index.people.organisations import organisation_key

FILE_NAME = "aliases.toml"
_SEPARATE = "separate"


@dataclass(frozen=True, slots=True)
class Aliases:
    """`joined`: the name of the person that a name (by its key) belongs to; `apart`: for a key, those
    that are other persons.
    """

    joined: dict[str, str] = field(default_factory=dict)
    apart: dict[str, frozenset[str]] = field(default_factory=dict)

    def person(self, written: str) -> str | None:
        """The person whom `aliases.toml` gives a name to, None where it says nothing."""
        if not self.joined:
            return None
        return self.joined.get(name_key(written)) or self.joined.get(organisation_key(written))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether two names are said to be different persons."""
        if not self.joined and not self.apart:
            return False
        first, second = name_key(one), name_key(other)
        if second in self.apart.get(first, ()):
            return True
        mine, theirs = self.joined.get(first), self.joined.get(second)
        return mine is not None and theirs is not None and mine != theirs


def read_aliases(corpus: Sequence[Path]) -> tuple[Aliases, tuple[Skipped, ...]]:
    """The aliases of a corpus (its folders, and the folders of its files), and what is wrong with them.

    A file that cannot be read or is not valid TOML is reported and ignored; of one that is in part
    wrong the rest holds.
    """
    joined: dict[str, str] = {}
    apart: dict[str, set[str]] = {}
    faults: list[Skipped] = []
    # Path's own tests raise where a folder may not be read.
    folders = [path if os.path.isdir(path) else path.parent for path in corpus]  # noqa: PTH112
    for file in dict.fromkeys(folder / FILE_NAME for folder in folders):
        if not os.path.isfile(file):  # noqa: PTH113
            continue
        document, fault = read_toml(file)
        if fault is not None:
            faults.append(Skipped(str(file), fault))
        faults.extend(Skipped(str(file), wrong) for wrong in _take(document, joined, apart))
    return Aliases(joined, {key: frozenset(others) for key, others in apart.items()}), tuple(faults)


def _take(document: dict[str, object], joined: dict[str, str], apart: dict[str, set[str]]) -> Iterable[str]:
    for person, names in document.items():
        if person == _SEPARATE:
            yield from _separate(names, apart)
            continue
        if not _are_names(names):
            yield f"what {person} stands for is not a list of names and is ignored"
            continue
        for name in (person, *names):
            holder = joined.setdefault(name_key(name), person)
            joined.setdefault(organisation_key(name), person)
            if holder != person:
                yield f"{name} is said to be both {holder} and {person}; the first holds"


def _separate(groups: object, apart: dict[str, set[str]]) -> Iterable[str]:
    for group in groups if isinstance(groups, list) else [groups]:
        if not _are_names(group):
            yield f"{_SEPARATE} must hold lists of names; what is none is ignored"
            continue
        keys = {name_key(name) for name in group}
        for key in keys:
            apart.setdefault(key, set()).update(keys - {key})


def _are_names(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
