from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    "mention",
    [
        "Rail, Tram and Bus Union secretary",
        "Culture, Media and Sport Secretary",
        "Digital, Culture, Media and Sport Secretary",
        "Business, Energy and Industrial Strategy Committee chairman",
        "Jobs, Enterprise & Innovation Minister",
        "Justice, Equality, and Law Reform Minister",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{} said the road was shut.", "“The road is shut,” said {}.", "They met {}."]
)
def test_an_office_with_a_list_of_fields(read: Read, mention: str, frame: str) -> None:
    statements = read(f"{frame.format(f'{mention} Olga Brandt')}\n\nMs Brandt said it would open again.")
    speakers = [(s.speaker.name, s.speaker.description) if s.speaker else None for s in statements]
    assert set(speakers) == {("Olga Brandt", mention)}


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("The Minister for Culture, Media and Sport, Olga Brandt,", "Olga Brandt", SpeakerKind.PERSON),
        (
            "The Secretary of State for Culture, Media and Sport, Olga Brandt,",
            "Olga Brandt",
            SpeakerKind.PERSON,
        ),
        (
            "The Minister for Culture, Media and Sport",
            "The Minister for Culture, Media and Sport",
            SpeakerKind.UNNAMED,
        ),
        ("The Rail, Tram and Bus Union", "Rail, Tram and Bus Union", SpeakerKind.ORGANISATION),
        ("In Leeds, Health and Safety chief Olga Brandt", "Olga Brandt", SpeakerKind.PERSON),
        ("With Tom Hale, Culture Secretary Olga Brandt", "Olga Brandt", SpeakerKind.PERSON),
    ],
)
def test_who_speaks_with_a_list_of_fields_in_the_name(
    read: Read, mention: str, name: str, kind: SpeakerKind
) -> None:
    (statement,) = read(f"{mention} said the road was shut.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (name, kind)


@pytest.mark.parametrize("listed", ["Hale, Dow and Lund", "Norway, Sweden and Denmark"])
def test_names_in_a_list_are_no_fields(read: Read, listed: str) -> None:
    (statement,) = read(
        f"They met {listed} and Energy Minister Olga Brandt.\n\nBrandt said the road was shut."
    )
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.description) == ("Olga Brandt", "Energy Minister")
