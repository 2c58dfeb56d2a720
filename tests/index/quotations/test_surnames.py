from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]
PERSON, UNNAMED, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION


def named(statements: list[Statement]) -> list[tuple[str, SpeakerKind] | None]:
    return [(s.speaker.name, s.speaker.kind) if s.speaker else None for s in statements]


@pytest.mark.parametrize(
    "surname",
    [
        *(
            "King",
            "Prince",
            "Duke",
            "Dean",
            "Deacon",
            "Bishop",
            "Pope",
            "Pastor",
            "Lord",
            "Major",
            "Sergeant",
        ),
        *("Constable", "Marshal", "Provost", "Judge", "Justice", "Speaker", "Farmer", "Singer", "Carpenter"),
        *("Nurse", "Head", "Star", "House", "Street", "Post", "Court", "Bank", "Long", "Noon", "August"),
    ],
)
@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Olga {} said the pier was shut.", "“It leaks,” {} told reporters."),
        ("“The pier is shut,” said Olga {}.", "“It leaks,” Ms {} said."),
        ("“The pier is shut,” Olga {}, a lawyer, said. Olga {} said it would open.", "“It leaks,” she said."),
        ("Harbour director Olga {} said the pier was shut.", "{} said it leaked."),
    ],
)
def test_surnames_that_are_other_words_too(read: Read, surname: str, full: str, short: str) -> None:
    text = "\n\n".join((full, short)).replace("{}", surname)
    assert set(named(read(text))) == {(f"Olga {surname}", PERSON)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Long said it snowed.", ["Long"]),
        ("Mrs. Bishop said it snowed. “It thaws,” Mrs. Bishop said.", ["Bishop", "Bishop"]),
        ("Mr Justice Long said it snowed.", ["Long"]),
        ("Zane Friday said it snowed.\n\n“It thaws,” Mr Friday said.", ["Zane Friday"] * 2),
        ("Laura Friday, 45, said it snowed.", ["Laura Friday"]),
        ("Sir John Major said it snowed.\n\n“It thaws,” Major said.", ["John Major"] * 2),
        (
            "Bank of Norway governor Ulrik King said it snowed.\n\n“It thaws,” Mr King said.",
            ["Ulrik King"] * 2,
        ),
        ("Animal rights campaigner Zane Deacon said it snowed. Deacon said it thawed.", ["Zane Deacon"] * 2),
        ("Luther King Jr. said it snowed. “It thaws,” King said.", ["Luther King Jr."] * 2),
        (
            "Ann King said it snowed.\n\nKing and Olga Brandt said it thawed.",
            ["Ann King", "Ann King and Olga Brandt"],
        ),
    ],
)
def test_what_shows_that_the_word_is_a_surname(read: Read, text: str, names: list[str]) -> None:
    assert named(read(text)) == [(name, PERSON) for name in names]


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("The King", "The King", UNNAMED),
        ("the bishop", "the bishop", UNNAMED),
        ("King Charles", "Charles", PERSON),
        ("Bishop Olga Brandt", "Olga Brandt", PERSON),
        ("The House", "The House", UNNAMED),
        ("House members", "House members", UNNAMED),
        ("The Post", "Post", ORGANISATION),
        ("The Grace Post", "Grace Post", ORGANISATION),
        ("Chase Bank", "Chase Bank", ORGANISATION),
        ("Hope Street", "Hope Street", ORGANISATION),
        ("Jordan Post", "Jordan Post", ORGANISATION),
        ("Burger King", "Burger King", UNNAMED),
        ("King Charles III", "Charles III", PERSON),
        ("Residents of Maria Street", "Residents of Maria Street", UNNAMED),
        ("Senator Clinton Friday", "Clinton", PERSON),
        ("Clinton Friday", "Clinton", PERSON),
        ("Mr Speaker", "Mr Speaker", UNNAMED),
    ],
)
def test_the_words_as_themselves(read: Read, mention: str, name: str, kind: SpeakerKind) -> None:
    assert named(read(f"{mention} said the pier was shut.")) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Stephen King wrote it.\n\nThe king said it was bad.", "The king"),
        ("Stephen King wrote it.\n\nKing Charles said it was bad.", "Charles"),
        ("“It snows,” Laura Bishop said.\n\nThe bishop said it thawed.", "The bishop"),
        ("“It snows,” Laura House said.\n\nHouse members said it thawed.", "House members"),
        ("“It snows,” Laura Long said.\n\nLong before dawn, Olga Brandt said it thawed.", "Olga Brandt"),
        ("“It snows,” Laura Head said.\n\nHead of planning Olga Brandt said it thawed.", "Olga Brandt"),
    ],
)
def test_the_words_as_themselves_beside_such_a_name(read: Read, text: str, name: str) -> None:
    last = read(text)[-1].speaker
    assert last is not None
    assert last.name == name
