from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "listener",
    [
        "Radio North's Morning Leeds",
        "Good Morning Leeds",
        "the network's Sunday programme",
        "Radio 4's Today programme",
        "The Sunday Post",
        "the Sunday Post on Monday",
        "reporters Monday",
        "the council last night",
    ],
)
def test_a_time_in_the_name_of_who_is_told(told: Told, listener: str) -> None:
    clause = "that the dam would hold"
    assert told(f"Tom Hall told {listener} {clause}.") == [("indirect", clause, "Tom Hall")]


@pytest.mark.parametrize("listener", ["the network Monday", "reporters Monday", "Radio North Monday"])
def test_a_name_behind_the_day_is_not_the_listener(told: Told, listener: str) -> None:
    assert told(f"Tom Hall told {listener} Leeds would be safe.") == [
        ("indirect", "Leeds would be safe", "Tom Hall")
    ]


def test_an_initial_before_a_comma_ends_no_sentence(told: Told) -> None:
    text = 'Ruth Okafor spoke of "ruins", while her neighbour, Nirmala S., said that the dam would hold.'
    assert told(text) == [
        ("direct", '"ruins"', "Ruth Okafor"),
        ("indirect", "that the dam would hold", "Nirmala S."),
    ]
