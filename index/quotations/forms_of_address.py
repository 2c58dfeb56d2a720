"""What stands before a name: "French president", "Mrs", "Sir"."""

from __future__ import annotations

from collections.abc import Container

from index.quotations.names import is_title
from index.quotations.places import PLACES
from index.quotations.roles import Role, role_before
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_WORDS
from index.word_set import word_set

_MAX_TITLE = 6
_OF_COMPUTERS = word_set("world gamer gamers gaming pro plus mag magazine format zone specialist makers")
_BEFORE_GIVEN_NAMES = word_set(
    "king queen prince princess pope sir dame lady lord duke duchess emperor sultan father sister brother son "
    "daughter wife husband mother uncle aunt nephew niece fr pastor imam rabbi saint"
)


def title_role(line: Line, name: int) -> Role | None:
    """The office that the words before the name tell ("French president")."""
    begin = name
    while (
        begin > max(0, name - _MAX_TITLE)
        and (line.tags[begin - 1] & CAPITAL or is_title(line.low[begin - 1]) or line.low[begin - 1] in PLACES)
        and begin not in line.openings
    ):
        begin -= 1
    return role_before(line.low[begin:name]) if begin < name else None


def is_surname(line: Line, name: tuple[int, int]) -> bool:
    """Whether a name of one word is no given name: behind a title that goes with surnames."""
    begin, stop = name
    if stop - begin > 1 or begin == 0:
        return False
    title = line.low[begin - 1]
    return is_title(title) and title.rstrip(".") not in _BEFORE_GIVEN_NAMES


def is_no_rank(line: Line, name: tuple[int, int], ordinary: Container[str]) -> bool:
    """Whether "PC" or "TD" before a name of one word is no rank or seat: the word is a common one ("PC World",
    "PC Gamer") or that of a body ("TD Bank").
    """
    begin, stop = name
    if stop - begin > 1 or begin == 0 or line.words[begin - 1] not in ("PC", "TD"):
        return False
    if line.low[begin] in ORGANISATION_WORDS or line.low[begin] == "securities":
        return True
    return line.low[begin] in _OF_COMPUTERS or line.low[begin] in ordinary


def title_gender(line: Line, name: int) -> str:
    """The gender that the title before the name tells ("Mrs.")."""
    title = line.low[name - 1].rstrip(".") if name else ""
    return "m" if title in MALE_NOUNS else "f" if title in FEMALE_NOUNS else ""
