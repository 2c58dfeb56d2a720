from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]
FRAMES = [
    "{}, said the road was shut.",
    "“The road is shut,” said {}.",
    "“The road is shut,” {}, told the council.",
    "The road is shut, {}, has said.",
    "The road is shut, according to {}.",
]


def name_of(read: Read, text: str) -> tuple[str, SpeakerKind]:
    (statement,) = read(text)
    assert statement.speaker is not None
    return statement.speaker.name, statement.speaker.kind


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    "role",
    [
        "The Governor of the Bank of Norway",
        "The Minister for Fisheries",
        "The Minister for the Environment",
        "The Secretary of State for Health and Social Care",
        "The Archbishop of Canterbury",
        "The Bishop of Durham",
        "The Leader of the Opposition",
        "The Chancellor of the Exchequer",
        "The President of the Alder Commission",
        "The Director of Public Prosecutions",
        "The MP for Gretna",
        "The mayor of Gretna",
        "The head of the bank",
    ],
)
@pytest.mark.parametrize("name", ["Olga Brandt", "Ursula van der Meer", "Sir Tom Hale"])
def test_the_name_behind_an_office(read: Read, role: str, name: str, frame: str) -> None:
    text = frame.format(f"{role}, {name}".replace("The ", "The " if frame.startswith("{") else "the ", 1))
    assert name_of(read, text) == (name.removeprefix("Sir "), SpeakerKind.PERSON)


def test_an_office_with_a_name_is_not_the_other_holders(read: Read) -> None:
    text = "Energy minister Ulla Berg said it was on.\n\nThe Minister for Fisheries, Sean Coyle, said it was over."
    assert [s.speaker.name for s in read(text) if s.speaker] == ["Ulla Berg", "Sean Coyle"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("The mayor of Albany, New York,", "The mayor of Albany"),
        ("The Mayor of Albany, New York,", "The Mayor of Albany"),
        ("Ann Dow, a voter from Albany, New York,", "Ann Dow"),
        ("Ann Dow, speaking at a rally in Hale, West Virginia,", "Ann Dow"),
        ("Ann Dow, the Governor of the Bank of Norway,", "Ann Dow"),
        ("The senator, a New York Democrat,", "The senator"),
        ("The singer, a friend of Tom Hale,", "The singer"),
        ("Emma Bishop of Leeds, West Yorkshire,", "Emma Bishop of Leeds"),
        ("Prime Minister Tom Hale, Labour,", "Tom Hale"),
    ],
)
def test_places_and_parties_are_not_the_name(read: Read, subject: str, name: str) -> None:
    assert name_of(read, f"{subject} said the road was shut.")[0] == name


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("One of them, the head teacher Ann Dow,", "Ann Dow"),
        ("One of them, Ann Dow,", "Ann Dow"),
        ("One of us, the baker Tom Hale,", "Tom Hale"),
        ("One of the doctors, the surgeon Ann Dow,", "Ann Dow"),
        ("His wife, the singer Ann Dow,", "Ann Dow"),
    ],
)
def test_one_of_several_who_is_named(read: Read, subject: str, name: str) -> None:
    assert name_of(read, f"{subject} said the road was shut.")[0] == name


@pytest.mark.parametrize(
    "subject",
    [
        "Sen. Ann Dow, R-Texas,",
        "Sen. Ann Dow, R-Texas, the committee's top Republican,",
        "Sen. Ann Dow, R-Tex., the committee's top Republican,",
        "State Sen. Ann Dow, D-San Pedro, who lost the vote,",
        "Rep. Ann Dow, D-Ohio, a member of the panel,",
        "Dr Ann Dow, MD, a surgeon in Leeds,",
        "Ann Dow, QC, for the family,",
        "Ann Dow, CBE, who led the inquiry,",
    ],
)
def test_a_party_or_letters_behind_a_name_are_not_the_speaker(read: Read, subject: str) -> None:
    assert name_of(read, f"{subject} said the road was shut.") == ("Ann Dow", SpeakerKind.PERSON)


def test_the_antecedent_of_who_lies_before_the_party(read: Read) -> None:
    text = "State Sen. Ann Dow, D-San Pedro, who wrote that the road was shut, left."
    assert name_of(read, text)[0] == "Ann Dow"


def test_capitals_between_commas_that_are_the_speaker(read: Read) -> None:
    assert name_of(read, "On Tuesday, CNN, a network, said the road was shut.")[0] == "CNN"


@pytest.mark.parametrize(
    ("subject", "name", "kind"),
    [
        ("The Director of Public Prosecutions", "The Director of Public Prosecutions", SpeakerKind.UNNAMED),
        ("Director of Public Prosecutions Max Hale", "Max Hale", SpeakerKind.PERSON),
        ("Director of National Intelligence James Hale", "James Hale", SpeakerKind.PERSON),
        ("Secretary of State Hale", "Hale", SpeakerKind.PERSON),
        ("Minister of Finance Olga Brandt", "Olga Brandt", SpeakerKind.PERSON),
        ("The Archbishop of Canterbury Justin Hale", "Justin Hale", SpeakerKind.PERSON),
        (
            "Minister of Public Works Zvonko Brandt",
            "Minister of Public Works Zvonko Brandt",
            SpeakerKind.UNNAMED,
        ),
    ],
)
def test_an_office_of_two_words_is_no_name(read: Read, subject: str, name: str, kind: SpeakerKind) -> None:
    assert name_of(read, f"{subject} said the road was shut.") == (name, kind)


@pytest.mark.parametrize(
    "subject",
    [
        "Jan Bech, chairman of Alder Rising,",
        "Jan Bech, chairman of Alder Rising (a lobby),",
        "Jan Bech, executive director of Alder Rising, a union that backs the plan,",
        "Jan Bech (left), chairman of the board,",
    ],
)
def test_a_role_without_an_article_behind_the_name(read: Read, subject: str) -> None:
    assert name_of(read, f"{subject} said the road was shut.") == ("Jan Bech", SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("the endorsement of Gov. Tom Hale", "Tom Hale"),
        ("the support of Ann Dow", "Ann Dow"),
        ("the endorsement of former Senator Tom Hale", "Tom Hale"),
        ("the endorsement of former U.S. Sen. Tom Hale", "Tom Hale"),
        ("the backing of Senator Hale", "Hale"),
        ("the policies of President Hale", "Hale"),
        ("the widow of Tom Hale", "the widow of Tom Hale"),
        ("supporters of Tom Hale", "supporters of Tom Hale"),
        ("victims of Hurricane Lena", "victims of Hurricane Lena"),
        ("residents of Gretna", "residents of Gretna"),
        ("the mayor of Gretna", "the mayor of Gretna"),
        ("a crew of Gretna Rescue", "a crew of Gretna Rescue"),
    ],
)
def test_who_is_a_person_and_no_thing_of_hers(read: Read, phrase: str, speaker: str) -> None:
    (statement,) = read(f"They met {phrase}, who said the dam was safe.")
    assert statement.speaker is not None
    assert statement.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The road is shut,” said his son, the drummer Tom Hale.", "Tom Hale"),
        ("“The road is shut,” said its director, the historian Olga Brandt.", "Olga Brandt"),
        ("“The road is shut,” said the band’s manager, the former drummer Quoc Vuong.", "Quoc Vuong"),
        (
            "Her co-author, Professor Quoc Vuong of the University of Gretna, said the road was shut.",
            "Quoc Vuong",
        ),
        ("His deputy, Olga Brandt of Alder Rising, said the road was shut.", "Olga Brandt"),
        ("Its leader, Tom Hale from Gretna, said the road was shut.", "Tom Hale"),
        ("Its owner, Tom Hale of Gretna, said the road was shut.", "Tom Hale"),
        ("Miss Brandt’s fiance, Dean, said the road was shut.", "Dean"),
        ("Her boyfriend, Quoc, said the road was shut.", "Quoc"),
    ],
)
def test_the_name_of_who_is_brought_in_as_somebody_s(read: Read, text: str, name: str) -> None:
    assert name_of(read, text) == (name, SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The road is shut,” said his son, the drummer.", "his son"),
        ("“The road is shut,” said her boss, the mayor.", "her boss"),
        ("“The road is shut,” said its manager, the company Alder Rising.", "its manager"),
        ("“The road is shut,” said his lawyer, a drummer Tom Hale knew well.", "his lawyer"),
        ("Its owner, Alder Capital of Gretna, said the road was shut.", "Its owner"),
        ("His publisher, Alder Books of Gretna, said the road was shut.", "His publisher"),
        ("Her brother, the mayor of Gretna, said the road was shut.", "Her brother"),
    ],
)
def test_no_name_of_who_is_brought_in_as_somebody_s(read: Read, text: str, name: str) -> None:
    assert name_of(read, text) == (name, SpeakerKind.UNNAMED)
