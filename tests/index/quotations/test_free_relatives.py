from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing that Ada Roth said was true.",
        "Nothing Ada Roth told the inquiry was true.",
        "What Tom Hale said was a lie.",
        "But what Tom Hale said about the dam was a lie.",
        "Everything Ada Roth said made sense.",
        "Everything she has said was recorded.",
        "Much of it was new, but anything Tom Hale wrote made money.",
        "The things that Tom Hale said were cruel.",
        "It is a shame that what Tom Hale claimed was untrue.",
    ],
)
def test_what_somebody_said_is_only_named(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("All Tom Hale said was “no comment, thank you”.", "“no comment, thank you”"),
        ("They died in what Tom Hale said was an accident.", "was an accident"),
        ("There was nothing Tom Hale said he could do.", "he could do"),
        ("All Blacks captain Tom Hale said the ground was wet.", "the ground was wet"),
        ("Tom Hale said that what Ada Roth had built was safe.", "that what Ada Roth had built was safe"),
        ("What is more, Tom Hale said the dam was safe.", "the dam was safe"),
    ],
)
def test_what_is_told_beside_such_words_is_reported(told: Told, text: str, said: str) -> None:
    statements = told(text)
    assert [speaker for _, _, speaker in statements] == ["Tom Hale"]
    assert statements[0][1].endswith(said)
