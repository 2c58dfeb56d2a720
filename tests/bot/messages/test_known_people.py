import pytest

from bot.messages.known_people import known_as
from index.people import People
from index.quotations.statement import SpeakerKind
from index.storage.persons import StoredPerson

CAST = [
    ("Mara Lindt", "harbour master"),
    ("Ilse Brandt", None),
    ("Otto Kern", "Mayor"),
    ("Ruth Kern", None),
]


def person(number: int, name: str, description: str | None) -> StoredPerson:
    return StoredPerson(number, name, SpeakerKind.PERSON, description, ((name, 1),))


PEOPLE = People(tuple(person(number, *one) for number, one in enumerate(CAST)))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("lindt", "Mara Lindt"),
        ("Brandt and lindt", "Ilse Brandt and Mara Lindt"),
        ("kern", "kern"),
        ("Lindt and Kern", "Mara Lindt and Kern"),
        ("the mayor", "the mayor"),
        ("Ilse Brant", "Ilse Brant"),
        ("Lindt and Quill", "Mara Lindt and Quill"),
        ("Quill", None),
        ("Quill and Wren", None),
        ("the harbour", None),
    ],
)
def test_a_reply_names_those_whom_the_corpus_quotes(words: str, name: str | None) -> None:
    assert known_as(PEOPLE, words) == name
