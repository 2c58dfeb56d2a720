from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


def named(statements: list[Statement]) -> list[tuple[str, SpeakerKind] | None]:
    return [(s.speaker.name, s.speaker.kind) if s.speaker else None for s in statements]


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Fr",
            "Fr.",
            "Revd",
            "Rev.",
            "Rabbi",
            "Imam",
            "Sr",
            "Sister",
            "Deacon",
            "Monsignor",
            "Cllr",
            "PC",
            "DCI",
        ),
        *(
            "Supt",
            "Supt.",
            "Insp",
            "Det Insp",
            "Det Con",
            "Det. Con",
            "Det Sgt",
            "Det. Insp.",
            "Judge-Executive",
        ),
    ],
)
@pytest.mark.parametrize("frame", ["{} said the road was shut.", "“The road is shut,” {} said."])
def test_titles_of_the_clergy_and_the_police(read: Read, title: str, frame: str) -> None:
    both = f"{frame.format(f'{title} Quoc Vuong')}\n\n{frame.format(f'{title} Vuong')}"
    assert named(read(both)) == [("Quoc Vuong", SpeakerKind.PERSON)] * 2
    assert named(read(frame.format(f"{title} Vuong"))) == [("Vuong", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Bishop Emeritus Joseph Lund", "Joseph Lund"),
        ("Professor Emerita Olga Brandt", "Olga Brandt"),
        ("Sgt. 1st Class Quoc Vuong", "Quoc Vuong"),
        ("Sgt. First Class Quoc Vuong", "Quoc Vuong"),
        ("Petty Officer 2nd Class Quoc Vuong", "Quoc Vuong"),
        ("Sgt. 1st Class Vuong", "Vuong"),
        ("John Brandt Sr.", "John Brandt Sr."),
    ],
)
def test_ranks_and_titles_of_several_words(read: Read, mention: str, name: str) -> None:
    assert named(read(f"{mention} said the road was shut.")) == [(name, SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("The U.S. Embassy", "U.S. Embassy", SpeakerKind.ORGANISATION),
        ("The French Embassy", "French Embassy", SpeakerKind.ORGANISATION),
        ("The US Consulate", "US Consulate", SpeakerKind.ORGANISATION),
        ("KING-TV", "KING-TV", SpeakerKind.ORGANISATION),
        ("The PC maker", "The PC maker", SpeakerKind.UNNAMED),
        ("PC World", "PC World", SpeakerKind.ORGANISATION),
        ("PC Gamer", "PC Gamer", SpeakerKind.ORGANISATION),
        ("PC Gunn", "Gunn", SpeakerKind.PERSON),
        ("Con Gunn", "Con Gunn", SpeakerKind.PERSON),
        ("The Taoiseach", "The Taoiseach", SpeakerKind.UNNAMED),
        ("The Tánaiste", "The Tánaiste", SpeakerKind.UNNAMED),
        ("The first class", "The first class", SpeakerKind.UNNAMED),
        ("U.S. Embassy spokeswoman Olga Brandt", "Olga Brandt", SpeakerKind.PERSON),
    ],
)
def test_what_is_no_title(read: Read, mention: str, name: str, kind: SpeakerKind) -> None:
    assert named(read(f"{mention} said the road was shut.")) == [(name, kind)]


@pytest.mark.parametrize("title", ["Taoiseach", "Tánaiste", "Chief Minister", "First Minister"])
def test_an_office_means_its_holder_in_the_article(read: Read, title: str) -> None:
    before = f"{title} Olga Brandt said the road was shut. Fisheries Minister Quoc Vuong agreed."
    text = f"{before}\n\n“It snows,” the {title} said."
    assert named(read(text)) == [("Olga Brandt", SpeakerKind.PERSON)] * 2


def test_a_constable_who_is_called_world(read: Read) -> None:
    text = "PC Olga World said the road was shut.\n\n“It snows,” said PC World."
    assert named(read(text)) == [("Olga World", SpeakerKind.PERSON)] * 2


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Chair of governors the Rev Tom Hale", "Tom Hale"),
        ("Chair of trustees Quoc Vuong", "Quoc Vuong"),
        ("Leader of Opposition Quoc Vuong", "Quoc Vuong"),
        ("Leader of the Opposition Quoc Vuong", "Quoc Vuong"),
        ("Leader of Alder Rising Olga Brandt", "Olga Brandt"),
    ],
)
def test_the_name_behind_what_an_office_is_of(read: Read, mention: str, name: str) -> None:
    surname = name.split()[1]
    text = f"{mention} said the road was shut.\n\n“It snows,” {surname} said."
    assert named(read(text)) == [(name, SpeakerKind.PERSON)] * 2


@pytest.mark.parametrize(
    "mention", ["The Leader of the Opposition", "Chair of governors", "The leader of Alder"]
)
def test_an_office_without_a_name(read: Read, mention: str) -> None:
    assert named(read(f"{mention} said the road was shut.")) == [(mention, SpeakerKind.UNNAMED)]
