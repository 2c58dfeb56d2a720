from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]
CLAUSE = "trade has halved since May"


@pytest.mark.parametrize(
    "who",
    [
        "Ruth Okafor",
        "Ruth Okafor, who runs the shop",
        "Ruth Okafor, the owner",
        "Ruth Okafor, the town's mayor",
        "Ruth Okafor, owner of the shop",
        "Ruth Okafor, 45, a nurse",
        "the owner, Ruth Okafor",
    ],
)
def test_what_a_source_says_begins_behind_who_it_is(told: Told, who: str) -> None:
    assert told(f"According to {who}, {CLAUSE}.") == [("indirect", CLAUSE, "Ruth Okafor")]
    assert told(f'According to {who}, "{CLAUSE}."') == [("direct", f'"{CLAUSE}."', "Ruth Okafor")]


@pytest.mark.parametrize(
    "clause",
    [
        "the owner has left",
        "the owner, a keen cyclist, has left",
        "the owner, who is ill, has left",
        "prices, wages and rents have risen",
        "drivers, who had waited since May, were angry",
    ],
)
def test_a_clause_with_commas_of_its_own(told: Told, clause: str) -> None:
    assert told(f"According to Ruth Okafor, {clause}.") == [("indirect", clause, "Ruth Okafor")]


def test_marks_behind_a_source_between_dashes(told: Told) -> None:
    text = 'The list had rain, wind and — according to Ruth Okafor — "worse than that".'
    assert told(text) == [("direct", '"worse than that"', "Ruth Okafor")]
