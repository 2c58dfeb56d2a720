from collections.abc import Callable

import pytest

from index.quotations import Statement
from index.quotations.descriptions import apposition
from index.quotations.labels import label

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("the president of the Society of Ship Brokers.", "president of the Society of Ship Brokers"),
        ("an economist who served as director of the bureau.", "economist"),
        (
            "the chief executive of a Silicon Valley start-up, said",
            "chief executive of a Silicon Valley start-up",
        ),
        ("a spokesman for Mrs. Holm. ''In the end", "spokesman for Mrs. Holm"),
        ("a campaign spokesman. Tickets are", "campaign spokesman"),
        ("a former managing director at Baker & Sons, which", "former managing director at Baker & Sons"),
        ("the mayor, said", "mayor"),
        ("a rival, said", None),
        ("the small red house on the hill.", None),
    ],
)
def test_an_apposition_is_read_to_its_end(written: str, shown: str | None) -> None:
    text = f"Olga Brandt, {written}"
    assert label(apposition(text, len("Olga Brandt"), len(text))) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Olga Brandt, the president said",
        "Olga Brandt, the president warned",
        "Olga Brandt, who came",
        "Olga Brandt said",
        "Olga Brandt,",
    ],
)
def test_what_is_no_apposition(text: str) -> None:
    assert apposition(text, len("Olga Brandt"), len(text)) == ""


def test_a_very_long_apposition_is_cut_where_what_is_left_is_whole() -> None:
    text = f"Olga Brandt, the head of the {'very ' * 20}small office in Oslo"
    assert apposition(text, len("Olga Brandt"), len(text)) == "the head"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The Norwegian president", "Norwegian president"),
        ("of Senator", "Senator"),
        ("When Prime Minister", "Prime Minister"),
        ("in Bergen. Former Ohio governor", "Former Ohio governor"),
        ("Radio North's", "Radio North"),
        ("Radio North", "Radio North"),
        ("director of the", "director"),
        ("Bank of Norway governor", "Bank of Norway governor"),
        ("the Alder Center for Public Health Director", "Alder Center for Public Health Director"),
        ("Labour's", "Labour"),
        ("Norway's", None),
        ("his lawyer", "lawyer"),
        ("her Republican opponent", "Republican opponent"),
        ("their Gretna neurosurgeon Dr.", "Gretna neurosurgeon"),
        ("Dr.", "Dr."),
        ("Father", "Father"),
        ("his father", None),
        ("Her sister", None),
        ("Last summer", None),
        ("a warning letter", None),
        ("control tower", None),
        ("81-year-old", None),
        ("a dynamic", None),
        ("the oversized", None),
        ("former", None),
        ("Mr.", None),
        ("most telling promise Mrs.", None),
        ("campaign chairman for", None),
        ("banners praising", None),
        ("von der", None),
        ("", None),
    ],
)
def test_a_description_is_a_noun_phrase_or_none(written: str, shown: str | None) -> None:
    assert label(written) == shown


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("It was late, von der Heide said.", "von der Heide", None),
        ("Ilse von der Heide came. It was late, von der Heide said.", "Ilse von der Heide", None),
        ("Party leader Rhys ap Gwilym said it was late.", "Rhys ap Gwilym", "Party leader"),
        ("Rhys ap Gwilym came. Mr ap Gwilym said it was late.", "Rhys ap Gwilym", None),
        ("Marie Le Gall came. Le Gall said it was late.", "Marie Le Gall", None),
        ("“No,” said ten Brandt voters.", "ten Brandt voters", None),
        ("Van Holm met Bob Holm. Van Holm said it was late.", "Van Holm", None),
    ],
)
def test_particles_belong_to_the_name(read: Read, text: str, name: str, description: str | None) -> None:
    speaker = read(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.description) == (name, description)


@pytest.mark.parametrize(
    ("before", "description"),
    [
        ("The wife of Norwegian Premier", "Norwegian Premier"),
        ("Erik Lund, son of Norwegian president", "Norwegian president"),
        ("The lawyer for Senator", "Senator"),
        ("A critic of President", "President"),
        ("Critics of President", "President"),
        ("He is a friend of the wife of President", "President"),
        ("The death of actor", "actor"),
        ("He met Secretary of Defense", "Secretary of Defense"),
        ("He met director of communications", "director of communications"),
        ("He met Bank of Norway governor", "Bank of Norway governor"),
        ("He met University of Gretna biologist", "University of Gretna biologist"),
        ("He met Republican candidate for governor", "Republican candidate for governor"),
    ],
)
def test_whose_wife_or_lawyer_is_met_is_not_told_of_the_one_named(
    read: Read, before: str, description: str
) -> None:
    (statement,) = read(f"{before} Olga Brandt left early.\n\nBrandt said the road was shut.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.description) == ("Olga Brandt", description)


def test_who_holds_the_office_behind_of_is_meant_by_it(read: Read) -> None:
    text = (
        "The wife of Norwegian President Olga Brandt left.\n\nThe Norwegian president said the road was shut."
    )
    (statement,) = read(text)
    assert statement.speaker is not None
    assert statement.speaker.name == "Olga Brandt"


def test_a_candidate_for_an_office_does_not_hold_it(read: Read) -> None:
    text = "He met Republican candidate for governor Olga Brandt.\n\nThe governor said the road was shut."
    (statement,) = read(text)
    assert statement.speaker is not None
    assert statement.speaker.name == "The governor"


@pytest.mark.parametrize(
    "text", ["the company ' s of president Jane Doe", "The s of mayor Jane Doe said it was late."]
)
def test_a_lone_s_before_of_describes_nobody(read: Read, text: str) -> None:
    assert all("Doe" in one.speaker.name for one in read(text) if one.speaker)
