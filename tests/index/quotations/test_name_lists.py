from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]
Told = Callable[[str], list[tuple[str, str, str | None]]]
BEHIND = "said the dam would hold. Hall is old. Day is ill. Poe is at home."


@pytest.mark.parametrize(
    "subject",
    [
        "Tom Hall, Ann Day and Ruth Poe",
        "Tom Hall, Ann Day, and Ruth Poe",
        "In Leeds, Tom Hall, Ann Day and Ruth Poe",
        "On Monday, Tom Hall, Ann Day and Ruth Poe",
        "But Tom Hall, Ann Day and Ruth Poe",
        "Ministers Tom Hall, Ann Day and Ruth Poe",
    ],
)
def test_people_in_a_row_speak_together(read: Read, subject: str) -> None:
    (statement,) = read(f"{subject} {BEHIND}")
    assert statement.speaker is not None
    assert statement.speaker.kind is SpeakerKind.PERSON
    assert statement.speaker.members == ("Tom Hall", "Ann Day", "Ruth Poe")


@pytest.mark.parametrize(
    ("subject", "members"),
    [
        ("RiverAid, Damwatch and the North River Fund", ("RiverAid", "Damwatch", "North River Fund")),
        ("Damwatch and the North River Fund", ("Damwatch", "North River Fund")),
        ("France, Britain and Germany", ("France", "Britain", "Germany")),
    ],
)
def test_bodies_in_a_row_speak_together(read: Read, subject: str, members: tuple[str, ...]) -> None:
    (statement,) = read(f"{subject} said the dam would hold.")
    assert statement.speaker is not None
    assert statement.speaker.kind is SpeakerKind.ORGANISATION
    assert statement.speaker.members == members


@pytest.mark.parametrize(
    ("subject", "members"),
    [
        ("In an interview with Tom Hall, Ann Day and Ruth Poe", ("Ann Day", "Ruth Poe")),
        ("In Leeds, Ann Day and Ruth Poe", ("Ann Day", "Ruth Poe")),
        ("Undeterred, Ann Day and Ruth Poe", ("Ann Day", "Ruth Poe")),
        ("Meanwhile, Ann Day and Ruth Poe", ("Ann Day", "Ruth Poe")),
        ("The council sacked Tom Hall, and Ruth Poe", ()),
    ],
)
def test_a_name_before_the_comma_that_is_not_in_the_row(
    read: Read, subject: str, members: tuple[str, ...]
) -> None:
    statement = read(f"{subject} {BEHIND}")[-1]
    assert statement.speaker is not None
    assert statement.speaker.members == members
    assert "Hall" not in statement.speaker.name


def test_a_row_is_no_part_of_what_was_said(told: Told) -> None:
    text = f'"The dam will hold," Tom Hall, Ann Day and Ruth Poe said. {BEHIND.partition(". ")[2]}'
    assert told(text) == [("direct", '"The dam will hold,"', "Tom Hall, Ann Day and Ruth Poe")]


@pytest.mark.parametrize("behind", ["", " of the engineers' union"])
def test_a_row_behind_its_verb(told: Told, behind: str) -> None:
    said = '"The dam will hold,"'
    row = "Tom Hall, Ann Day and Ruth Poe"
    assert told(f"{said} said {row}. {BEHIND.partition('. ')[2]}") == [("direct", said, row)]
    assert told(f"{said} said Tom Hall, York and Leeds captain{behind}. Hall is old.") == [
        ("direct", said, "Tom Hall")
    ]
    assert told(f"{said} said Tom Hall, Leeds. Hall is old.") == [("direct", said, "Tom Hall")]


def test_a_seat_before_the_word_of_a_body_is_part_of_its_name(read: Read) -> None:
    (statement,) = read("TD Bank said that sales rose.")
    assert statement.speaker is not None
    assert statement.speaker.name == "TD Bank"


def test_a_body_whose_name_has_a_genitive_is_no_row(read: Read) -> None:
    (statement,) = read("Hill and Roe's Corp said that sales rose.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.members) == ("Hill and Roe's Corp", ())


@pytest.mark.parametrize(
    "behind",
    [
        "Director and Founder",
        "Chairman and CEO, Acme",
        "President and Chief Executive Officer",
        "Leeds and Bradford",
        "Labour MP, and John Roe",
    ],
)
def test_what_the_speaker_is_makes_no_row(told: Told, behind: str) -> None:
    assert told(f'"We are proud," said Ruth Poe, {behind}.') == [("direct", '"We are proud,"', "Ruth Poe")]


@pytest.mark.parametrize(
    "opener", ["Unlike Spain", "Besides Spain", "Yes", "Worse", "Angry", "Last Christmas"]
)
def test_what_opens_the_sentence_is_not_in_the_row(read: Read, opener: str) -> None:
    (statement,) = read(f"{opener}, Tovar and Ralland said that they would pay.")
    assert statement.speaker is not None
    assert "Tovar" in statement.speaker.name and opener not in statement.speaker.name
