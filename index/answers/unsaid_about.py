"""Questions for quotes that leave out the "about" between the name and the topic."""

from __future__ import annotations

from dataclasses import replace

from index.folding import word_sequence
from index.people import Match, People
from index.questions import Question
from index.questions.intent import Intent
from index.questions.speakers import may_speak
from index.quotations.given_names import GIVEN_NAMES
from index.snapshot import Snapshot
from index.storage.persons import StoredPerson

_LIST = "quote"
_LONGEST_NAMES = 8
"""Words of the longest names that are looked for before a topic."""
_JOINTS = frozenset(("and", "or", "&", "/"))


async def with_topic(snapshot: Snapshot, question: Question) -> Question | None:
    """The question for a list of quotes with what follows a known name as its topic ("quotes by Grant
    harbour", "quotes by Grant, harbour"); None where its name is one, or begins with none.
    """
    is_list = question.intent is Intent.WHAT_SAID and question.text.lower().startswith(_LIST)
    if not is_list or not question.speaker or question.topic or question.filters.speaker:
        return None
    people = await snapshot.known_people()
    name, topic = await snapshot.run(_name_and_topic, people, question.speaker)
    return replace(question, speaker=name, topic=topic) if topic else None


def _name_and_topic(people: People[StoredPerson], words: str) -> tuple[str, str]:
    """The known names that the words begin with, and the rest of them, "" where they are not names and a topic."""
    split = words.split()
    if all(persons for _, persons in people.find_each(words)):
        return words, ""
    for end in range(min(len(split) - 1, _LONGEST_NAMES), 0, -1):
        names, rest = " ".join(split[:end]).rstrip(","), " ".join(split[end:])
        each = people.find_each(names)
        if names.lower() in GIVEN_NAMES:
            continue
        if all(any(_is_called(match, name) for match in persons) for name, persons in each):
            joined = split[end].lower() in _JOINTS
            return names, "" if joined or _are_people(rest) else rest
    return words, ""


def _is_called(match: Match[StoredPerson], name: str) -> bool:
    """Whether a name is a person's as it stands, with the surname."""
    same_end = word_sequence(match.person.name).split()[-1:] == word_sequence(name).split()[-1:]
    return same_end and not match.corrected and not match.described


def _are_people(words: str) -> bool:
    """Whether words behind a name are people of the name's, not a topic: "Grant supporters"."""
    return may_speak(f"the {words.lower()}", things_too=True)
