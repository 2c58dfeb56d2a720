import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.people import People, Person, persons
from index.quotations.statement import Speaker, SpeakerKind

PERSON, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.ORGANISATION
CAST = [
    ("Vladimir Putin", PERSON, "Russian President"),
    ("David Cameron", PERSON, "Prime Minister"),
    ("Tony Blair", PERSON, "Prime Minister"),
    ("Guido Westerwelle", PERSON, None),
    ("Sergei Lavrov", PERSON, None),
    ("John F. Kerry", PERSON, None),
    ("Bill Clinton", PERSON, None),
    ("Hillary Clinton", PERSON, None),
    ("Hillary Clinton", PERSON, None),
    ("Recep Tayyip Erdoğan", PERSON, None),
    ("Bashar al-Assad", PERSON, None),
    ("Kim Jong-un", PERSON, None),
    ("Tim Friend", PERSON, None),
    ("John Wight", PERSON, None),
    ("Donald Trump", PERSON, None),
    ("Donald Trump Jr.", PERSON, None),
    ("Abernathy", PERSON, None),
    ("the White House", ORGANISATION, None),
    ("The U.S. Army", ORGANISATION, None),
    ("Red Cross", PERSON, None),
    ("Kemi Adebayo-Quist", PERSON, None),
    ("Quist", PERSON, None),
    ("President Okoro", PERSON, "Norwegian President"),
    ("Linda Okoro", PERSON, None),
]
PEOPLE = persons((str(n), Speaker(name, 0, 1, kind, words)) for n, (name, kind, words) in enumerate(CAST))


def found(words: str) -> list[str]:
    return [match.person.name for match in PEOPLE.find(words)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Vladimir Putin", "Vladimir Putin"),
        ("vladimir putin", "Vladimir Putin"),
        ("putin", "Vladimir Putin"),
        ("president putin", "Vladimir Putin"),
        ("Russian President Vladimir Putin", "Vladimir Putin"),
        ("V. Putin", "Vladimir Putin"),
        ("putin vladimir", "Vladimir Putin"),
        ("Mr. Cameron", "David Cameron"),
        ("Cameron's", "David Cameron"),
        ("Cameron’s", "David Cameron"),
        ("Dave Cameron", "David Cameron"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("John Kerry", "John F. Kerry"),
        ("J. Kerry", "John F. Kerry"),
        ("John Forbes Kerry", "John F. Kerry"),
        ("william clinton", "Bill Clinton"),
        ("hillary", "Hillary Clinton"),
        ("Mrs Clinton", "Hillary Clinton"),
        ("assad", "Bashar al-Assad"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("kim jong un", "Kim Jong-un"),
        ("kim", "Kim Jong-un"),
        ("friend", "Tim Friend"),
        ("Fred Abernathy", "Abernathy"),
        ("Donald Trump", "Donald Trump"),
        ("donald trump jr", "Donald Trump Jr."),
        ("white house", "White House"),
        ("US Army", "U.S. Army"),
        ("the russian president", "Vladimir Putin"),
        ("the Red Cross", "Red Cross"),
        ("the red cross", "Red Cross"),
        ("Adebayo-Quist", "Kemi Adebayo-Quist"),
        ("Quist", "Quist"),
        ("John Quist", "Quist"),
        ("President Okoro", "Okoro"),
        ("Linda Okoro", "Linda Okoro"),
    ],
)
def test_a_name_as_it_stands(words: str, name: str) -> None:
    (match,) = PEOPLE.find(words)
    assert match.person.name == name
    assert not match.corrected and not match.ambiguous


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Camron", "David Cameron"),
        ("Cameorn", "David Cameron"),
        ("david camron", "David Cameron"),
        ("Daivd Cameron", "David Cameron"),
        ("westerwele", "Guido Westerwelle"),
        ("Westervelle", "Guido Westerwelle"),
        ("Lavrow", "Sergei Lavrov"),
        ("Lavorv", "Sergei Lavrov"),
        ("putn", "Vladimir Putin"),
        ("Puitn", "Vladimir Putin"),
        ("upTin", "Vladimir Putin"),
        ("vladmir putin", "Vladimir Putin"),
        ("Kery", "John F. Kerry"),
        ("erdogn", "Recep Tayyip Erdoğan"),
        ("abernaty", "Abernathy"),
    ],
)
def test_typing_mistakes(words: str, name: str) -> None:
    (match,) = PEOPLE.find(words)
    assert match.person.name == name
    assert match.corrected


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ?! ",
        "Merkel",
        "Angela Merkel",
        "James Cameron",
        "Mrs. Cameron",
        "Cameroon",
        "Kerr",
        "Perry",
        "Kelly",
        "curry",
        "right",
        "fried",
        "white",
        "army",
        "trumpet",
        "the president",
        "prime minister",
        "Putin's spokesman",
        "putin and cameron",
        "Obama",
        "nobody",
        "who",
        "Lena Putin",
    ],
)
def test_nobody_is_guessed(words: str) -> None:
    assert found(words) == []


def test_two_of_one_surname_are_both_given_the_more_mentioned_first() -> None:
    matches = PEOPLE.find("clinton")
    assert [match.person.name for match in matches] == ["Hillary Clinton", "Bill Clinton"]
    assert all(match.ambiguous and not match.corrected for match in matches)
    assert found("trump") == ["Donald Trump", "Donald Trump Jr."]


@pytest.mark.parametrize("words", ["Adebayo Quist", "Kemi Adebayo Quist", "adebayo quist"])
def test_a_hyphen_may_be_left_out(words: str) -> None:
    assert found(words) == ["Kemi Adebayo-Quist"]


def test_stored_rows_can_be_searched() -> None:
    abels = (Person("Ruth Abel", (("Abel", 1), ("Ruth Abel", 3)), PERSON, None, n) for n in range(2))
    people = People(tuple(abels))
    assert [match.person.number for match in people.find("Abel")] == [0, 1]
    assert people.of("a", "Abel") is None
    assert People(()).find("Abel") == ()


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), st.sampled_from([name for name, _, _ in CAST])))
def test_any_words_can_be_asked(words: str) -> None:
    matches = PEOPLE.find(words)
    assert len({match.person.number for match in matches}) == len(matches)
    assert all(match.ambiguous == (len(matches) > 1) for match in matches)
    if words in {name for name, _, _ in CAST}:
        assert matches


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["westerwelle", "abernathy"]), st.integers(1, 8), st.sampled_from("abcdefghij"))
def test_one_wrong_letter_in_a_long_name_is_forgiven(name: str, at: int, letter: str) -> None:
    for typed in (
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
    ):
        assert [person.casefold().split()[-1] for person in found(typed)] == [name]
