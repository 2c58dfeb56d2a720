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
        *("Supt", "Supt.", "Insp", "Det Insp", "Det Sgt", "Det. Insp.", "Judge-Executive"),
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
        ("The first class", "The first class", SpeakerKind.UNNAMED),
        ("U.S. Embassy spokeswoman Olga Brandt", "Olga Brandt", SpeakerKind.PERSON),
    ],
)
def test_what_is_no_title(read: Read, mention: str, name: str, kind: SpeakerKind) -> None:
    assert named(read(f"{mention} said the road was shut.")) == [(name, kind)]
