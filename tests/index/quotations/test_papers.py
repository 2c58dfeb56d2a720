from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]
SAID = '"The dam will hold."'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"The show played a clip of Hall saying, {SAID}", "Hall"),
        (f"The party spread a video of the mayor saying: {SAID}", "the mayor"),
        (f"Tom Hall released a video saying: {SAID}", "Tom Hall"),
        (f"The sign read: {SAID}", "The sign"),
        (f"A plaque on the wall read, {SAID}", "A plaque on the wall"),
        (f"Tom Hall struck a defiant note, saying: {SAID}", "Tom Hall"),
        (f"Tom Hall sent a brief reply, saying: {SAID}", "Tom Hall"),
        (f"Tom Hall replies: {SAID}", "Tom Hall"),
        (f"Ruth Okafor had spoken with Mayor Hall, who promised her: {SAID}", "Hall"),
    ],
)
def test_whose_the_words_are(told: Told, text: str, speaker: str) -> None:
    assert told(text) == [("direct", SAID, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan is dead, Hall notes.",
        "The plan is dead, The Leeds Post reports.",
        "Tom Hall notes the plan is dead.",
        "Critics note that the plan is dead.",
    ],
)
def test_verbs_that_may_be_nouns(told: Told, text: str) -> None:
    ((_, words, speaker),) = told(text)
    assert words.lower().removeprefix("that ") == "the plan is dead"
    assert speaker in ("Hall", "Leeds Post", "Tom Hall", "Critics")


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hall struck a cautious note about the dam.",
        "The bank sold bonds, Treasury notes, and shares.",
        "The plan drew a sharp reply from the mayor.",
    ],
)
def test_nouns_that_may_be_verbs(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("said", "speaker"), [("Tom Hall likes to say", "Tom Hall"), ("she loved to tell him", None)]
)
def test_what_somebody_likes_to_say(told: Told, said: str, speaker: str | None) -> None:
    text = f'"The dam will hold," {said}, quoting the old boatmen\'s song.'
    assert told(text) == [("direct", '"The dam will hold,"', speaker)]
