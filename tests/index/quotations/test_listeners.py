from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "listener",
    [
        "walkers",
        "residents of the valley",
        "people in the town",
        "both parties",
        "registered voters",
        "the council",
        "her",
        "Congress",
        "Tom Hale",
    ],
)
@pytest.mark.parametrize("cue", ["asked", "urged", "has advised", "told", "reminded", "implored"])
@pytest.mark.parametrize(
    "request_",
    [
        "to avoid the path below the dam",
        "to move to higher ground",
        "to free the cattle and leave",
        "to boil water",
        "not to travel to the coast",
        "never to trust the firm",
    ],
)
def test_what_somebody_is_asked_to_do(told: Told, listener: str, cue: str, request_: str) -> None:
    assert told(f"Ada Roth {cue} {listener} {request_}.") == [("indirect", request_, "Ada Roth")]


@pytest.mark.parametrize(
    "listener",
    [
        "the visitors to the dam",
        "an adviser to former ministers",
        "commuters to Leeds",
        "visitors to parks",
        "the secretary to the board",
    ],
)
def test_to_within_whom_one_speaks_to(told: Told, listener: str) -> None:
    assert told(f"Ada Roth told {listener} that the dam was closed.") == [
        ("indirect", "that the dam was closed", "Ada Roth")
    ]


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("begged", "not to be sent back to the dam"),
        ("advised", "not to swim in the lake"),
        ("promised", "not to raise the water rates"),
        ("promised", "never to raise the water rates"),
        ("asked", "never to be called at night"),
        ("pledged", "not to raise the water rates"),
    ],
)
def test_what_somebody_asks_or_promises_not_to_do(told: Told, cue: str, said: str) -> None:
    assert told(f"Ada Roth {cue} {said}.") == [("indirect", said, "Ada Roth")]


@pytest.mark.parametrize(
    "wish",
    ["not to be named", "not to be identified", "never to be quoted by name", "to remain anonymous"],
)
@pytest.mark.parametrize("cue", ["asked", "begged"])
def test_who_wants_no_name_has_said_nothing_by_that(told: Told, cue: str, wish: str) -> None:
    assert told(f"One engineer, who {cue} {wish}, said the dam was old.") == [
        ("indirect", "the dam was old", "One engineer")
    ]


def test_who_was_told_to_do_something_has_not_said_it(told: Told) -> None:
    assert told("Ada Roth was told to leave the valley.") == []


def test_why_somebody_was_written_to_is_not_said(told: Told) -> None:
    assert told("Ada Roth emailed Tom Hale to thank him for the boat.") == []


@pytest.mark.parametrize("sum_of", ["£5m for repairs", "$2.5bn in grants", "€900 a month"])
def test_money_is_promised_to_somebody_else(told: Told, sum_of: str) -> None:
    assert told(f"Ada Roth promised {sum_of}.") == [("indirect", sum_of, "Ada Roth")]
