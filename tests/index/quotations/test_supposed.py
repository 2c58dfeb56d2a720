from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "If Mr. Hale says that the dam is safe, nobody will stay.",
        "Even if the mayor says the dam is safe, the villagers will leave.",
        "Unless the mayor says the dam is safe, it will close.",
        "It was unclear whether Tom Hale would say the dam was safe.",
        "Ask her if the mayor said “we will never close the dam”.",
        "Suppose Tom Hale says that the dam is safe.",
        "Had Tom Hale said that the dam was safe, people would have stayed.",
        "Did Tom Hale say that the dam was safe?",
        "Has Tom Hale ever said that the dam was safe?",
        "Nor did Tom Hale say that the dam was safe.",
        "At no point did Tom Hale say that the dam was safe.",
        "Neither Ada Roth nor Tom Hale said that the dam was safe.",
        "Neither of the men said the dam was safe.",
        "No minister said that the dam was safe.",
        "No Republican said that the dam was safe.",
        "None of the mayors said that the dam was safe.",
        "Nobody said the dam was safe.",
        "It is false that Tom Hale said the dam was safe.",
        "It isn’t true that Tom Hale said the dam was safe.",
        "Reports that Tom Hale said he would resign were denied.",
        "Suggestions that Tom Hale told staff to lie were dismissed.",
        "Rumours that she told the mayor the dam was cursed are false.",
    ],
)
def test_what_is_only_supposed_or_nobody_said_is_no_statement(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("If the dam bursts, Tom Hale said, the town will go.", "the town will go", "Tom Hale"),
        ("Asked whether she slept, Ada Roth said the dam was safe.", "the dam was safe", "Ada Roth"),
        ("It is true that Ada Roth said the dam was safe.", "the dam was safe", "Ada Roth"),
        ("Why did Ada Roth say that the dam was safe?", "that the dam was safe", "Ada Roth"),
        ("Only then did Ada Roth say that the dam was safe.", "that the dam was safe", "Ada Roth"),
        ("Not until May did Ada Roth say that the dam was safe.", "that the dam was safe", "Ada Roth"),
        ("Never before had Ada Roth said that the dam was safe.", "that the dam was safe", "Ada Roth"),
        ("No doubt Ada Roth said that the dam was safe.", "that the dam was safe", "Ada Roth"),
        ("None other than Ada Roth said that the dam was safe.", "that the dam was safe", "Ada Roth"),
        (
            "None of Your Business said that the dam was safe.",
            "that the dam was safe",
            "None of Your Business",
        ),
        ("No fewer than ten mayors said that the dam was safe.", "that the dam was safe", "ten mayors"),
    ],
)
def test_what_was_said_beside_such_words_is_one(told: Told, text: str, said: str, speaker: str) -> None:
    assert told(text)[-1][1:] == (said, speaker)
