from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Tom Hale", "Tom Hale"),
        ("engineer Tom Hale", "Tom Hale"),
        ("Leeds council leader Tom Hale", "Tom Hale"),
        ("the engineer, Tom Hale,", "Tom Hale"),
        ("Tom Hale, its leader,", "Tom Hale"),
        ("Tom Hale angrily", "Tom Hale"),
        ("some residents", "some residents"),
        ("30 percent of residents", "30 percent of residents"),
    ],
)
@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("Ada Roth criticised the plan", "the plan"),
        ("Ada Roth said the dam was old", "the dam was old"),
        ("Ada Roth warned of a flood", "of a flood"),
    ],
)
@pytest.mark.parametrize(
    ("saying", "second"),
    [
        ("describing it as “a disgrace”", "it as “a disgrace”"),
        ("saying that it was late", "that it was late"),
        ("telling the council: “It is late.”", "“It is late.”"),
    ],
)
def test_who_stands_behind_with_speaks(
    told: Told, behind: str, speaker: str, before: str, first: str, saying: str, second: str
) -> None:
    assert [(words, name) for _, words, name in told(f"{before}, with {behind} {saying}.")] == [
        (first, "Ada Roth"),
        (second, speaker),
    ]


def test_with_behind_a_quotation(told: Told) -> None:
    text = "“It is late,” said Ada Roth, with Tom Hale adding: “It is far too late for that.”"
    assert told(text) == [
        ("direct", "“It is late,”", "Ada Roth"),
        ("direct", "“It is far too late for that.”", "Tom Hale"),
    ]


@pytest.mark.parametrize(
    "before",
    [
        "Ada Roth left the dam with Tom Hale",
        "Ada Roth, with Tom Hale",
        "Ada Roth met with the mayor of the town",
    ],
)
def test_with_whom_the_speaker_is(told: Told, before: str) -> None:
    assert told(f"{before}, saying it was late.") == [("indirect", "it was late", "Ada Roth")]


def test_a_statement_says_what_its_owner_says(told: Told) -> None:
    assert told("The council answered, with a statement saying the dam was old.") == [
        ("indirect", "the dam was old", "The council")
    ]
