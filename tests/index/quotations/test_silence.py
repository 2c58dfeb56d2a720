from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roth has said nothing in public since the flood.",
        "Ada Roth said nothing at all and left the hall.",
        "Ada Roth said little about the dam.",
        "Ada Roth said very little to the reporters who were there.",
        "Ada Roth said no more.",
        "Ada Roth would say nothing more about the dam.",
        "Ada Roth, who yelled at the driver as he left, later said sorry.",
        "Volvo has recalled 9,000 vans.",
        "The queen recalled her envoy from Gretna.",
        "It was settled after two recounts and a quarrel over a pen.",
        "Ada Roth had reported him missing.",
        "Ada Roth reported her car stolen on Monday.",
    ],
)
def test_nothing_is_said(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("said", "nothing had been stolen"),
        ("said", "nothing in the plan was unsafe"),
        ("said", "little is known about the dam"),
        ("said", "nothing stops the town from building"),
        ("said", "little things matter"),
        ("said", "no more homes would be built"),
        ("recalled", "a town where everybody sang"),
        ("recalled", "the day the dam burst"),
        ("recalled", "how the dam burst"),
        ("recalls", "how the dam burst"),
        ("recounts", "how the dam burst"),
        ("recalled", "the dam had burst before"),
        ("recalled", "running to the church"),
        ("reported", "that her car was missing"),
    ],
)
def test_what_begins_alike_is_reported(told: Told, verb: str, said: str) -> None:
    assert told(f"Ada Roth {verb} {said}.") == [("indirect", said, "Ada Roth")]


def test_what_is_shouted_at_somebody(told: Told) -> None:
    assert told("Ada Roth yelled at the driver that he was a fool.") == [
        ("indirect", "that he was a fool", "Ada Roth")
    ]
