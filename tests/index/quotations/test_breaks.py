from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "end",
    [
        " but would not say why",
        ", but would not say how",
        " but did not elaborate",
        " and declined to name the builder",
        ", but gave no details",
        " but won't comment on the cost",
        " though she would not explain why",
        ", a claim the mayor called “absurd”",
        ", an idea Mr. Hale described as “absurd”",
    ],
)
def test_where_the_reporter_speaks_again(told: Told, end: str) -> None:
    assert told(f"Ada Roth said the dam was unsafe{end}.")[0] == (
        "indirect",
        "the dam was unsafe",
        "Ada Roth",
    )


@pytest.mark.parametrize(
    "said",
    [
        "the dam was unsafe but would not burst",
        "the firm was rich and will not provide any help",
        "they had been asked and they can't go further",
        "she was tired but gave her all",
    ],
)
def test_what_goes_on_alike_is_reported(told: Told, said: str) -> None:
    assert told(f"Ada Roth said {said}.")[0] == ("indirect", said, "Ada Roth")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ada Roth denied that she had sold the dam, but accepted that she had bought a boat.",
            ["that she had sold the dam", "that she had bought a boat"],
        ),
        ("Ada Roth denied lying but admitted she had been late.", ["lying", "she had been late"]),
        ("Ada Roth denied theft, saying the boat was hers.", ["theft", "the boat was hers"]),
        ("Ada Roth said the band would never play again, adding that it was old.", None),
    ],
)
def test_each_of_two_verbs_has_its_own(told: Told, text: str, words: list[str] | None) -> None:
    expected = words or ["the band would never play again", "that it was old"]
    assert told(text) == [("indirect", said, "Ada Roth") for said in expected]


@pytest.mark.parametrize("link", [", while", ", but", " and"])
@pytest.mark.parametrize("verb", ["said", "told the Herald"])
def test_another_has_a_report_of_his_own(told: Told, link: str, verb: str) -> None:
    text = f"One minister said that it was “over”{link} another {verb} the party was “asleep”."
    assert told(text) == [
        ("mixed", "that it was “over”", "One minister"),
        ("mixed", "the party was “asleep”", "another"),
    ]


@pytest.mark.parametrize("text", ["Another alleged victim left.", "Both named ministers left."])
def test_another_before_a_noun_reports_nothing(told: Told, text: str) -> None:
    assert told(text) == []


def test_both_behind_two_names(told: Told) -> None:
    assert told("Ada Roth and Tom Hale have both said the dam was safe.") == [
        ("indirect", "the dam was safe", "Ada Roth and Tom Hale")
    ]


@pytest.mark.parametrize("noun", ["a charge", "a claim", "another wild allegation"])
@pytest.mark.parametrize("verb", ["called", "has called"])
def test_the_accused_answers(told: Told, noun: str, verb: str) -> None:
    text = f"Tom Hale accused Ms Roth of hiding papers, {noun} she {verb} “absurd”."
    assert told(text) == [
        ("indirect", "Ms Roth of hiding papers", "Tom Hale"),
        ("direct", "“absurd”", "Roth"),
    ]


def test_of_two_who_fit_the_accused_is_meant(told: Told) -> None:
    text = "Ruth Hale accused the minister, Ada Roth, of theft, a charge he called “absurd”."
    assert told(text)[-1][1:] != ("“absurd”", "Ruth Hale")
