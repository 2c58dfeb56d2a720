from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("clause", "pronoun", "speaker"),
    [
        ("Mr. Hale was joking", "he", "Hale"),
        ("Hale lied", "he", "Hale"),
        ("nobody believed Hale was stating a fact", "he", "Hale"),
        ("Mary Hale had been right", "she", "Mary Hale"),
        ("his brother was wrong", "he", "his brother"),
        # The clause has no other such subject.
        ("Mary Hale had been right", "he", "John Roth"),
        ("Ms. Hale was joking", "he", "John Roth"),
        ("the dam was closed", "he", "John Roth"),
        ("Texas was right", "he", "John Roth"),
        ("the Senate was right", "he", "John Roth"),
        ("Hale and Dow were right", "he", "John Roth"),
        ("he was tired", "he", "John Roth"),
    ],
)
@pytest.mark.parametrize("link", ["when", "after"])
def test_a_pronoun_within_a_report(told: Told, clause: str, pronoun: str, speaker: str, link: str) -> None:
    text = f"John Roth wrote that {clause} {link} {pronoun} said the dam was “a mere puddle”."
    assert told(text)[-1] == ("mixed", "the dam was “a mere puddle”", speaker)


def test_a_pronoun_beside_another(told: Told) -> None:
    text = "John Roth said Hale wept when he told him the dam was “a mere puddle”."
    assert told(text)[-1][2] != "Hale"
