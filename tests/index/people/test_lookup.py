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
        ("potin", "Vladimir Putin"),
        ("pudin", "Vladimir Putin"),
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
        "pstin",
        "Perry",
        "Kelly",
        "curry",
        "right",
        "fried",
        "white",
        "army",
        "trumpet",
        "the mayor",
        "a president",
        "minister",
        "Putin's spokesman",
        "critics of abernathy",
        "show abernathy",
        "you know what abernathy",
        "he said abernathy",
        "clinton, cameron and abernathy",
        "cameron vs abernathy",
        "One Two Three Four Abernathy",
        "putin and cameron",
        "Obama",
        "nobody",
        "who",
        "Lena Putin",
    ],
)
def test_nobody_is_guessed(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the russian president", ["Vladimir Putin"]),
        ("The President", ["Vladimir Putin"]),
        ("president of Russia", ["Vladimir Putin"]),
        ("prime minister", ["David Cameron", "Tony Blair"]),
        ("the premier", ["David Cameron", "Tony Blair"]),
        ("PM", ["David Cameron", "Tony Blair"]),
        ("the treasury director", ["Ada Penrose"]),
        ("the director of the Treasury", ["Ada Penrose"]),
        ("Penrose's spokesman", ["Otto Quill"]),
        ("POTUS", ["Ruth Alder"]),
        ("the president of the United States", ["Ruth Alder"]),
        ("the former president", ["Gil Marten"]),
        ("the US president", ["Ruth Alder"]),
        ("the deputy mayor", ["Nils Orme"]),
        ("the harbour mayor", []),
        ("the ferryman", ["Sam Trask"]),
        ("ferryman", []),
        ("the vice president", []),
        ("the spokesman", []),
        ("a director", []),
        ("the judge", []),
        ("the judges' director", []),
    ],
)
def test_an_office_means_those_who_hold_it(words: str, names: list[str]) -> None:
    cast = {
        "Vladimir Putin": "Russian President",
        "David Cameron": "Prime Minister",
        "Tony Blair": "Prime Minister",
        "Sam Trask": "ferryman",
        "Ada Penrose": "Treasury director",
        "Otto Quill": "Penrose's spokesman",
        **{f"{name} Judge{name}": "judge" for name in "Ava Bea Cid Dot Eve Fay Gus".split()},
    }
    if "us" in words.lower() or "united" in words.lower() or "former" in words:
        cast |= {
            "Ruth Alder": "U.S. President",
            "Ida Wren": "president of the US Ferrymen",
            "Gil Marten": "former President",
        }
    if "mayor" in words:
        cast["Nils Orme"] = "deputy mayor"
    people = persons((name, Speaker(name, 0, 1, PERSON, described)) for name, described in cast.items())
    matches = people.find(words)
    assert sorted(match.person.name for match in matches) == sorted(names)
    assert all(match.described and not match.corrected for match in matches)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Putin and Cameron", ["Vladimir Putin", "David Cameron"]),
        ("david cameron or abernathy", ["David Cameron", "Abernathy"]),
        ("Westerwelle, Lavrov & Kerry", ["Guido Westerwelle", "Sergei Lavrov", "John F. Kerry"]),
        ("putin vs. cameron", ["Vladimir Putin", "David Cameron"]),
        ("both Putin and Cameron", ["Vladimir Putin", "David Cameron"]),
        ("either Putin or Cameron", ["Vladimir Putin", "David Cameron"]),
        ("Putin/Cameron", ["Vladimir Putin", "David Cameron"]),
        ("Bill and Hillary Clinton", ["Bill Clinton", "Hillary Clinton"]),
        ("Merkel and Cameron", [None, "David Cameron"]),
        ("president and CEO Vladimir Putin", ["Vladimir Putin"]),
        ("Secretary of State, John Kerry", ["John F. Kerry"]),
        ("Donald Trump, Jr.", ["Donald Trump Jr."]),
        ("Lamb and Putin", ["Lamb and Putin"]),
        ("lamb & putin", ["Lamb and Putin"]),
        ("Merkel and Obama", [None]),
        ("Putin", ["Vladimir Putin"]),
    ],
)
def test_joined_names_are_looked_up_one_by_one(words: str, names: list[str | None]) -> None:
    cast = [*CAST, ("Lamb and Putin", ORGANISATION, None)]
    people = persons((str(n), Speaker(name, 0, 1, kind, said)) for n, (name, kind, said) in enumerate(cast))
    each = people.find_each(words)
    assert [matches[0].person.name if matches else None for _, matches in each] == names


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


IRISH = persons(
    (str(number), Speaker(name, 0, 1, PERSON, None))
    for number, name in enumerate(["Fiachra Ó Dálaigh", "Gráinne Ní Bhroin", "Tom Mac Gabhann", "O. Brandt"])
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ó Dálaigh", "Fiachra Ó Dálaigh"),
        ("o dalaigh", "Fiachra Ó Dálaigh"),
        ("Mr Ó Dálaigh", "Fiachra Ó Dálaigh"),
        ("dalaigh", "Fiachra Ó Dálaigh"),
        ("Fiachra O Dalaigh", "Fiachra Ó Dálaigh"),
        ("Ní Bhroin", "Gráinne Ní Bhroin"),
        ("bhroin", "Gráinne Ní Bhroin"),
        ("Mac Gabhann", "Tom Mac Gabhann"),
        ("gabhann", "Tom Mac Gabhann"),
        ("O. Brandt", "O. Brandt"),
        ("Fiachra Ó Dálaigh TD", "Fiachra Ó Dálaigh"),
    ],
)
def test_irish_surnames_of_two_words(words: str, name: str) -> None:
    (match,) = IRISH.find(words)
    assert (match.person.name, match.corrected) == (name, False)


HYPHENATED = persons(
    (str(number), Speaker(name, 0, 1, PERSON, None))
    for number, name in enumerate(
        [
            "Augustin Delmar-Reyes",
            "Ana Lund-Moss",
            "Bea Moss-Hale",
            "Tom Hale",
            "Ida Right-Brandt",
            "Anne-Marie Odum",
        ]
    )
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Delmar", "Augustin Delmar-Reyes"),
        ("reyes", "Augustin Delmar-Reyes"),
        ("Mr Delmar", "Augustin Delmar-Reyes"),
        ("Augustin Reyes", "Augustin Delmar-Reyes"),
        ("Ana Moss", "Ana Lund-Moss"),
    ],
)
def test_half_of_a_surname_is_taken_for_the_whole(words: str, name: str) -> None:
    (match,) = HYPHENATED.find(words)
    assert (match.person.name, match.corrected) == (name, True)


@pytest.mark.parametrize("words", ["moss", "Ana Reyes", "Olga Delmar", "right"])
def test_half_of_a_surname_that_does_not_tell_who_is_meant(words: str) -> None:
    assert HYPHENATED.find(words) == ()


def test_a_whole_surname_comes_before_a_half() -> None:
    (match,) = HYPHENATED.find("hale")
    assert (match.person.name, match.corrected) == ("Tom Hale", False)


@pytest.mark.parametrize("title", ["Fr", "Fr.", "Revd", "Cllr", "DCI", "Det Insp", "Canon", "PC"])
def test_titles_of_the_clergy_and_the_police(title: str) -> None:
    (match,) = PEOPLE.find(f"{title} Abernathy")
    assert (match.person.name, match.corrected) == ("Abernathy", False)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the chief minister", ["Ada Penrose"]),
        ("chief minister", ["Ada Penrose"]),
        ("the first minister", ["Otto Quill"]),
        ("the leader of the opposition", ["Sam Trask"]),
        ("the leader of opposition", ["Sam Trask"]),
        ("the opposition leader", ["Sam Trask"]),
        ("the minister", []),
    ],
)
def test_an_office_among_many_ministers(words: str, names: list[str]) -> None:
    cast = {
        "Ada Penrose": "Chief Minister",
        "Otto Quill": "First Minister",
        "Sam Trask": "Leader of the Opposition",
    }
    cast |= {f"{name} Orme": "minister" for name in "Ava Bea Cid Dot Eve Fay Gus".split()}
    people = persons(
        (str(n), Speaker(name, 0, 1, PERSON, words)) for n, (name, words) in enumerate(cast.items())
    )
    assert [match.person.name for match in people.find(words)] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mr King", ["Otto King"]),
        ("mr. king", ["Otto King"]),
        ("Otto King", ["Otto King"]),
        ("Ms Bishop", ["Ada Bishop"]),
        ("Bishop", ["Ada Bishop"]),
        ("the bishop", []),
        ("the king", ["Charles"]),
        ("king", ["Charles"]),
        ("Mr Pope", []),
    ],
)
def test_a_title_that_is_a_surname(words: str, names: list[str]) -> None:
    cast = {"Otto King": None, "Ada Bishop": None, "Charles": "King"}
    people = persons(
        (str(n), Speaker(name, 0, 1, PERSON, words)) for n, (name, words) in enumerate(cast.items())
    )
    assert [match.person.name for match in people.find(words)] == names
