"""Under which names the corpus quotes those whom a reply names."""

from __future__ import annotations

from index.people import Match, People
from index.storage.persons import StoredPerson


def known_as(people: People[StoredPerson], words: str) -> str | None:
    """The names of those who are quoted under these ones, joined; None where the words name nobody.

    Where more than one may be meant, or a mistake or an office was understood, the words stay: the
    answer then tells of all, or whom it took them for.
    """
    each = people.find_each(words)
    if not any(found for _, found in each):
        return None
    return " and ".join(found[0].person.name if _is_sure(found) else name for name, found in each)


def _is_sure(found: tuple[Match[StoredPerson], ...]) -> bool:
    return len(found) == 1 and not (found[0].corrected or found[0].described)
