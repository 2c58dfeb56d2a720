from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


def described(statements: list[Statement]) -> list[tuple[str, str | None] | None]:
    return [(s.speaker.name, s.speaker.description) if s.speaker else None for s in statements]


@pytest.mark.parametrize(
    ("mention", "name", "description"),
    [
        ("Butcher Len Oakley", "Len Oakley", "Butcher"),
        ("Commuter Trang Vuong", "Trang Vuong", "Commuter"),
        ("Commuter Quoc Vuong", "Quoc Vuong", "Commuter"),
        ("Headteacher Olga Brandt", "Olga Brandt", "Headteacher"),
        ("Vet Olga Brandt", "Olga Brandt", "Vet"),
        ("Labourer Olga Brandt", "Olga Brandt", "Labourer"),
        ("Rookie Olga Brandt", "Olga Brandt", "Rookie"),
        ("Astrophysicist Olga Brandt", "Olga Brandt", "Astrophysicist"),
        ("Glaciologist Olga Brandt", "Olga Brandt", "Glaciologist"),
        ("Shopkeeper Olga Brandt", "Olga Brandt", "Shopkeeper"),
        ("Center Luka Petrov", "Luka Petrov", "Center"),
        ("Canon Olga Brandt", "Olga Brandt", "Canon"),
        ("Parent Olga Brandt", "Olga Brandt", "Parent"),
        ("Bride-to-be Olga Brandt", "Olga Brandt", "Bride-to-be"),
        ("Churchwarden Quoc Vuong", "Quoc Vuong", "Churchwarden"),
        ("Toymaker Quoc Vuong", "Quoc Vuong", "Toymaker"),
        ("Shepherd Olga Brandt", "Olga Brandt", "Shepherd"),
        ("Elder Auntie Olga Brandt", "Olga Brandt", None),
        ("Elder Olga Brandt", "Olga Brandt", None),
        ("Tánaiste Quoc Vuong", "Quoc Vuong", "Tánaiste"),
        ("Taoiseach Olga Brandt", "Olga Brandt", "Taoiseach"),
        ("Smt Quoc Vuong", "Quoc Vuong", None),
        ("Shri Quoc Vuong", "Quoc Vuong", None),
        ("Shrimati Quoc Vuong", "Quoc Vuong", None),
        ("Sixteen-year-old Olga Brandt", "Olga Brandt", None),
        ("Mother-of-two Olga Brandt", "Olga Brandt", None),
        ("Harlan County Judge-Executive Olga Brandt", "Olga Brandt", "Harlan County Judge-Executive"),
        ("Advocate Depute Olga Brandt", "Olga Brandt", "Advocate Depute"),
    ],
)
@pytest.mark.parametrize("frame", ["{} said the road was shut.", "“The road is shut,” said {}."])
def test_an_occupation_is_no_given_name(
    read: Read, mention: str, name: str, description: str | None, frame: str
) -> None:
    surname = name.rpartition(" ")[2]
    statements = read(f"{frame.format(mention)}\n\n{surname} said it would open again.")
    assert described(statements) == [(name, description)] * 2
    assert statements[0].speaker is not None
    assert statements[0].speaker.kind is SpeakerKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "The trapper was there. Trapper Len Oakley said the road was shut.",
        "Trapper Quoc Oakley said the road was shut. Quoc Oakley waved. Trapper Quoc Oakley left.",
    ],
)
def test_what_the_article_tells_of_a_first_word(read: Read, text: str) -> None:
    (statement,) = read(text)
    assert statement.speaker is not None
    assert statement.speaker.name in ("Len Oakley", "Quoc Oakley")


@pytest.mark.parametrize(
    "name",
    [
        "Parker Len Oakley",
        "Hunter James Oakley",
        "Rainer Maria Ahlers",
        "Salman Ahmed Qadri",
        "Chandler Van Hoorn",
        "Olga Butcher",
        "Butcher",
        "Canon",
    ],
)
def test_a_first_word_that_may_be_a_name_stays(read: Read, name: str) -> None:
    (statement,) = read(f"{name} said the road was shut.")
    assert statement.speaker is not None
    assert statement.speaker.name == name


def test_a_given_name_more_than_elsewhere_in_the_article_stays(read: Read) -> None:
    statements = read("Mary Jane Oakley said the road was shut.\n\nJane Oakley was there, Bert Oakley said.")
    assert [name for name, _ in filter(None, described(statements))] == ["Mary Jane Oakley", "Bert Oakley"]
