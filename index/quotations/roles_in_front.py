"""A role in front of the name of who has it, as in "the town's engineer, Jane Doe, said"."""

from __future__ import annotations

from index.quotations.appositions import appositive_name
from index.quotations.names import is_title
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, is_genitive, left_phrase
from index.quotations.tokens import QUOTE, Line
from index.quotations.words import Tag

_BEFORE_ROLES = Tag.COORDINATOR | Tag.SUBORDINATOR | Tag.ADVERB | Tag.TIME


def role_start(line: Line, name: Phrase, begin: int, end: int) -> int:
    """Where the role begins that stands before the name, in commas; where the name does, without one."""
    comma = name.start - 1
    if comma <= begin + 1 or line.low[comma] != ",":
        return name.start
    role = left_phrase(line, comma, begin)
    if role is None or role.end != comma or appositive_name(line, role, end) != name:
        return name.start
    if line.low[role.start].endswith(("ed", "ing")):
        return name.start
    if role.start > begin and line.tags[role.start - 1] & QUOTE:
        return role.start
    if name.end >= end or line.low[name.end] != ",":
        return name.start
    if role.start > begin and line.low[role.start - 1] == ",":
        return role.start
    opens = role.start == begin or line.tags[role.start - 1] & _BEFORE_ROLES
    # "The plan fails, Jane Doe, a resident, said": what is more than a name between commas may part a clause.
    return role.start if opens and (name.end + 1 == end or tells_role(line, role)) else name.start


def tells_role(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase tells what somebody is ("the town's engineer"), and is no clause ("he helps the engineer")."""
    noun = line.low[phrase.head_end - 1]
    if not (names_person(noun) or names_person(noun.removesuffix("s")) or is_title(noun)):
        return False
    # An article inside follows a verb.
    return not any(
        line.tags[i] & (Tag.DETERMINER | Tag.POSSESSIVE)
        and not line.tags[i - 1] & (Tag.PREPOSITION | Tag.COORDINATOR)
        for i in range(phrase.start + 1, phrase.head_end)
        if not is_genitive(line, i)
    )
