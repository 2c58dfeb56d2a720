from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Gretna boss Tom Hale", "Tom Hale"),
        ("Fenwick skipper Ann Dow", "Ann Dow"),
        ("Leeds-born Kestrel driver Luca Ferri", "Luca Ferri"),
        ("Brightwell frontman Joe Marr", "Joe Marr"),
        ("Lumen supremo Olga Brandt", "Olga Brandt"),
        ("Tallow singer and guitarist Joe Marr", "Joe Marr"),
        ("former England rugby international Tom Hale", "Tom Hale"),
        ("Alder University marine biologist Ann Dow", "Ann Dow"),
        ("Kestrel's boss Tom Hale", "Tom Hale"),
        ("Kestrel's long-serving boss Tom Hale", "Tom Hale"),
        ("the Gretna boss Tom Hale", "Tom Hale"),
        ("another Kestrel user, Ann Dow", "Ann Dow"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "“The pitch was poor on the night,” said {}.",
        "The pitch was poor on the night, according to {}.",
        "“The pitch was poor on the night,” {} said.",
    ],
)
def test_what_stands_before_a_name_describes_it(read: Read, mention: str, name: str, frame: str) -> None:
    text = frame.format(mention if ", " not in mention or frame.endswith("{}.") else f"{mention},")
    (statement,) = read(text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (name, SpeakerKind.PERSON)


@pytest.mark.parametrize(
    "mention", ["the Gretna boss", "the latest Kestrel survey", "an Alder Times analysis"]
)
def test_nouns_behind_a_name_are_the_head(read: Read, mention: str) -> None:
    (statement,) = read(f"The pitch was poor on the night, according to {mention}.")
    assert statement.speaker is not None
    assert statement.speaker.name == mention


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It rained,” said Hale after Gretna boss Ann Dow had left.", "Hale"),
        ("“It rained,” said Brandt, Kestrel boss.", "Brandt"),
        ("“It rained,” said Brandt supporters Tom Hale and Ann Dow.", "Brandt supporters"),
        ("Hale beat Olga Brandt and said the vote was fair.", "Hale"),
        ("Gretna skipper Ann Dow hit back and said the vote was fair.", "Ann Dow"),
        ("Gretna boss Tom Hale defended the keeper and said the vote was fair.", "Tom Hale"),
    ],
)
def test_nouns_between_two_names(read: Read, text: str, name: str) -> None:
    assert {statement.speaker.name for statement in read(text) if statement.speaker} == {name}


@pytest.mark.parametrize(
    ("mention", "name", "description"),
    [
        ("UN Secretary-General Olga Brandt", "Olga Brandt", "UN Secretary-General"),
        ("WHO Director-General Olga Brandt", "Olga Brandt", "WHO Director-General"),
        ("Attorney-General Olga Brandt", "Olga Brandt", "Attorney-General"),
        ("Former Vice-President Olga Brandt", "Olga Brandt", "Former Vice-President"),
        ("Vice-Chancellor Olga Brandt", "Olga Brandt", "Vice-Chancellor"),
        ("Gretna vice-captain Olga Brandt", "Olga Brandt", "Gretna vice-captain"),
        ("Major-General Olga Brandt", "Olga Brandt", "Major-General"),
        ("Orbit Agency Administrator Olga Brandt", "Olga Brandt", "Orbit Agency Administrator"),
        ("MP Olga Brandt", "Olga Brandt", "MP"),
        ("Labour MP Olga Brandt", "Olga Brandt", "Labour MP"),
        ("Anne-Marie Brandt", "Anne-Marie Brandt", None),
        ("Olga Brandt-Hale", "Olga Brandt-Hale", None),
    ],
)
@pytest.mark.parametrize("frame", ["{} said the road was shut.", "“The road is shut,” said {}."])
def test_offices_of_several_words_are_no_part_of_a_name(
    read: Read, mention: str, name: str, description: str | None, frame: str
) -> None:
    (statement,) = read(frame.format(mention))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (name, SpeakerKind.PERSON)
    assert statement.speaker.description == description


@pytest.mark.parametrize(
    ("mention", "description"),
    [
        ("the Bank of Norway governor Olga Brandt", "Bank of Norway governor"),
        ("Bank of Norway Governor Olga Brandt", "Bank of Norway Governor"),
        ("the Bank of Norway governor, Olga Brandt", "Bank of Norway governor"),
        ("the Bank of Norway's governor, Olga Brandt", "Bank of Norway's governor"),
        ("University of Gretna biologist Olga Brandt", "University of Gretna biologist"),
        ("Department of Justice spokeswoman Olga Brandt", "Department of Justice spokeswoman"),
        ("Met Police Commander Olga Brandt", "Met Police Commander"),
        ("New Alder Times columnist Olga Brandt", "New Alder Times columnist"),
    ],
)
@pytest.mark.parametrize("frame", ["“The road is shut,” said {}.", "“The road is shut,” {} said."])
def test_a_body_before_an_office(read: Read, mention: str, description: str, frame: str) -> None:
    comma = "," if ", " in mention and frame.startswith("“The road is shut,” {") else ""
    (statement,) = read(frame.format(mention + comma))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == ("Olga Brandt", SpeakerKind.PERSON)
    assert statement.speaker.description == description


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("The Bank of Norway", SpeakerKind.ORGANISATION),
        ("The Bank of Norway spokesman", SpeakerKind.UNNAMED),
        ("The Office of Prime Minister Olga Brandt", SpeakerKind.ORGANISATION),
        ("Friends of Prime Minister Olga Brandt", SpeakerKind.UNNAMED),
        ("A spokesman for Norwegian President Olga Brandt", SpeakerKind.UNNAMED),
    ],
)
def test_those_around_a_named_office_holder(read: Read, mention: str, kind: SpeakerKind) -> None:
    (statement,) = read(f"{mention} said the road was shut.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (mention, kind)


@pytest.mark.parametrize(
    ("before", "description"),
    [
        ("He met New Alder Times columnist", "New Alder Times columnist"),
        ("He met University of Gretna biologist", "University of Gretna biologist"),
        ("He met the Alder University of Gretna biologist", "Alder University of Gretna biologist"),
        ("He met Tallow Reed Marsh Fen Brook Dale Times columnist", "columnist"),
        ("He met the fire chief", "fire chief"),
        ("He met Reed Square's founder", "Reed Square's founder"),
        ("Meeting Reed Square's founder", "Reed Square's founder"),
    ],
)
def test_a_name_before_a_title_is_whole_or_left_out(read: Read, before: str, description: str) -> None:
    (statement,) = read(f"{before} Olga Brandt.\n\nBrandt said the road was shut.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.description) == ("Olga Brandt", description)
