from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "contested",
    [
        ", a claim ministers deny",
        ", a claim that the council has denied",
        ", an allegation which the council rejects",
        ", an accusation the firm has strongly disputed",
        ", a charge denied by the council",
        ", another wild accusation that was dismissed by ministers",
        ", something the council denied on Monday",
        ", a story the council has always denied",
        ", a tale that the council rejects",
        ", a version of events the council disputed",
        ", an account denied by the council",
        " — something the council denies",
    ],
)
@pytest.mark.parametrize("cue", ["said", "claimed", "told the inquiry"])
def test_who_contests_it_says_nothing_new(told: Told, cue: str, contested: str) -> None:
    assert told(f"Engineer Ada Roth {cue} the dam was old{contested}.") == [
        ("indirect", "the dam was old", "Ada Roth")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam is old,” said Ada Roth, a claim the council denied.",
        "“The dam is old,” Ada Roth said, a claim denied by the council.",
    ],
)
def test_a_quotation_that_is_contested(told: Told, text: str) -> None:
    assert told(text) == [("direct", "“The dam is old,”", "Ada Roth")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Roth, a claims adjuster, denied that the dam was old.", "that the dam was old"),
        ("In a letter, a charge nurse denied that the dam was old.", "that the dam was old"),
        ("In a play, a story writer denied that the dam was old.", "that the dam was old"),
        ("The council denied a claim that the dam was old.", "that the dam was old"),
    ],
)
def test_who_denies_in_a_clause_of_its_own_speaks(told: Told, text: str, said: str) -> None:
    assert [words for _, words, _ in told(text)] == [said]
