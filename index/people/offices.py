"""The offices that names and descriptions give to persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from index.people.mentions import Mentions
from index.people.names import leading_titles
from index.quotations.roles import KNOWN_TO_ALL, role_before, role_in


def office_before(written: str) -> str:
    """The office in the title of a name as written, '' where there is none ("Mrs. Clinton")."""
    words = written.split()
    role = role_before(_plain(" ".join(words[: leading_titles(words)])))
    return role.office if role is not None else ""


def office_in(description: str) -> str:
    """The office that a description gives, '' where there is none, or only that of a union or the like."""
    role = role_in(_plain(description))
    return role.office if role is not None and not (role.of and role.office in KNOWN_TO_ALL) else ""


def held_offices(mentions: Mentions, persons: Mapping[int, int]) -> dict[int, set[str]]:
    """The offices that stand beside the names of the persons, who go by the keys of their names."""
    at, described, _ = mentions.described()
    width = len(mentions.descriptions)
    keys, descriptions = np.divmod(np.unique(mentions.key[at] * width + described), width)
    offices: dict[int, str] = {}
    held: dict[int, set[str]] = defaultdict(set)
    for key, description in zip(keys.tolist(), descriptions.tolist(), strict=True):
        if key not in persons:
            continue
        if description not in offices:
            offices[description] = office_in(mentions.descriptions[description])
        if offices[description]:
            held[persons[key]].add(offices[description])
    return dict(held)


def _plain(words: str) -> list[str]:
    return [word.lower().strip(".,") for word in words.split()]
