from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "medium",
    [
        "by phone",
        "by telephone on Monday",
        "on Monday by email",
        "via e-mail",
        "over the phone from Leeds",
        "by text message",
        "via video link",
        "in a text message",
        "on Twitter",
    ],
)
@pytest.mark.parametrize("cue", ["said", "wrote", "told the paper"])
def test_what_is_said_through_a_medium(told: Told, cue: str, medium: str) -> None:
    clause = "that the dam would hold"
    assert told(f"Tom Hall {cue} {medium} {clause}.") == [("indirect", clause, "Tom Hall")]
    first, second = '"The dam will hold,"', '"It is older than the town itself."'
    assert told(f"{first} Tom Hall {cue} {medium}. {second}") == [
        ("direct", first, "Tom Hall"),
        ("direct", second, "Tom Hall"),
    ]


@pytest.mark.parametrize(
    "medium", ["by email", "via text message", "in a letter", "in a short statement", "on Facebook"]
)
def test_the_medium_is_no_part_of_the_clause(told: Told, medium: str) -> None:
    assert told(f"Tom Hall said {medium} the dam would hold.") == [
        ("indirect", "the dam would hold", "Tom Hall")
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The plan was criticised by phone companies as a waste.", ("a waste", "phone companies")),
        (
            "Tom Hall said in an email seen by the paper that the dam would hold.",
            ("that the dam would hold", "Tom Hall"),
        ),
    ],
)
def test_what_only_begins_like_one(told: Told, text: str, statement: tuple[str, str]) -> None:
    assert [found[1:] for found in told(text)] == [statement]


@pytest.mark.parametrize("by", ["by Friday", "by then", "by the mayor", "by mending the wall"])
def test_other_words_behind_by_report_nothing(told: Told, by: str) -> None:
    assert told(f"What was said {by} the town would like to know.") == []
