from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


def named(statements: list[Statement]) -> list[tuple[str, SpeakerKind] | None]:
    return [(s.speaker.name, s.speaker.kind) if s.speaker else None for s in statements]


def described(statements: list[Statement]) -> list[tuple[str, str | None] | None]:
    return [(s.speaker.name, s.speaker.description) if s.speaker else None for s in statements]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Bashar al-Rassim", "Bashar al-Rassim"),
        ("Syrian President Bashar al-Rassim", "Bashar al-Rassim"),
        ("Ahmed ash-Shafi", "Ahmed ash-Shafi"),
        ("Mona el-Badri", "Mona el-Badri"),
        ("Zia ur-Rahim", "Zia ur-Rahim"),
        ("Former minister Jean d'Aubigny", "Jean d'Aubigny"),
        ("Jean d’Aubigny", "Jean d’Aubigny"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "{} said the road was shut.",
        "On Monday {} said the road was shut.",
        "“The road is shut,” {} said.",
        "“The road is shut,” said {}.",
    ],
)
def test_a_surname_with_an_article_in_small_letters(read: Read, mention: str, name: str, frame: str) -> None:
    assert named(read(frame.format(mention))) == [(name, SpeakerKind.PERSON)]


@pytest.mark.parametrize("short", ["al-Rassim", "Al-Rassim", "Rassim", "Mr al-Rassim", "Mr. Rassim"])
def test_the_article_of_a_surname_may_be_left_out(read: Read, short: str) -> None:
    text = f"Bashar al-Rassim met the press. Later {short} said the road was shut."
    assert named(read(text)) == [("Bashar al-Rassim", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    "mention", ["The pro-Rassim newspaper", "The anti-Brandt group", "al-Qaeda", "The un-Norwegian party"]
)
def test_no_surname_with_an_article(read: Read, mention: str) -> None:
    (statement,) = read(f"{mention} said the road was shut.")
    assert statement.speaker is not None
    assert statement.speaker.kind is SpeakerKind.ORGANISATION


@pytest.mark.parametrize(
    ("mention", "description"),
    [
        ("Olga Brandt MP", "MP"),
        ("Olga Brandt MSP", "MSP"),
        ("Olga Brandt TD", "TD"),
        ("Olga Brandt KC", None),
        ("Olga Brandt OBE", None),
        ("Dr Olga Brandt MBE QC", "Dr"),
        ("Olga Brandt PhD", None),
        ("Labour leader Olga Brandt MP", "Labour leader"),
        ("Leeds West MP Olga Brandt", "Leeds West MP"),
    ],
)
@pytest.mark.parametrize("frame", ["{} said the road was shut.", "“The road is shut,” said {}."])
def test_letters_behind_a_name_are_no_part_of_it(
    read: Read, mention: str, description: str | None, frame: str
) -> None:
    statements = read(f"{frame.format(mention)}\n\nMs Brandt said it would open again.")
    assert described(statements) == [("Olga Brandt", description)] * 2


@pytest.mark.parametrize(
    "mention", ["The Leeds West MP", "Chilbury South MP", "Plaid Cymru MP", "Sinn Féin TD"]
)
def test_a_seat_behind_a_place_or_a_party_names_nobody(read: Read, mention: str) -> None:
    assert named(read(f"{mention} said the road was shut.")) == [(mention, SpeakerKind.UNNAMED)]


@pytest.mark.parametrize(
    "text",
    [
        "Quoc Okoro MP said the road was shut.\n\nMs Okoro said it would open again.",
        "Quoc Okoro met the press. “The road is shut,” said Quoc Okoro MP. Mrs. Okoro said it would open.",
        "Labour's Quoc Okoro MP said the road was shut. Ms Okoro said it would open.",
    ],
)
def test_the_article_tells_whether_a_name_stands_before_a_seat(read: Read, text: str) -> None:
    assert named(read(text)) == [("Quoc Okoro", SpeakerKind.PERSON)] * 2


def test_who_has_a_seat_by_letters_alone_is_meant_by_it(read: Read) -> None:
    text = "Olga Brandt MP was there. The MP said the road was shut."
    assert named(read(text)) == [("Olga Brandt", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Fiachra Ó Dálaigh", "Mr Ó Dálaigh"),
        ("Fiachra Ó Dálaigh", "Ó Dálaigh"),
        ("Gráinne Ní Bhroin", "Ms Ní Bhroin"),
        ("Orla Nic Dhiarmada", "Ms Nic Dhiarmada"),
        ("Eilis Uí Loinsigh", "Mrs Uí Loinsigh"),
        ("Tom Mac Gabhann", "Mr Mac Gabhann"),
        ("Tom Mac Gabhann", "Mac Gabhann"),
    ],
)
def test_irish_surnames_of_two_words(read: Read, full: str, short: str) -> None:
    text = f"{full} met the press. “It rained,” {short} said."
    assert named(read(text)) == [(full, SpeakerKind.PERSON)]
