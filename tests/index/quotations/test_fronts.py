from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]
SAID = '"The dam will hold."'


@pytest.mark.parametrize(
    "front",
    [
        "The town's engineer, Tom Hall, said:",
        "But the town's engineer, Tom Hall, said:",
        "The work was stopped, but the town's engineer, Tom Hall, said:",
        "On Monday the town's engineer, Tom Hall, told the council:",
        "Ruth's husband, Tom Hall, who built the wall, said:",
        "The old works boss, Tom Hall, said:",
        "The town's new voice, Tom Hall, said:",
        "The town's engineer, Tom Hall said:",
        "A lifelong dam builder, Tom Hall told the council:",
        "Two days later, Tom Hall told the council:",
        "Just a few minutes later, in Leeds, Tom Hall told the council:",
        "Weeks earlier, at a meeting in Leeds, Tom Hall told the council:",
        "The next day, Tom Hall told the council:",
        "Later that day, Tom Hall told the council:",
        "Early on Monday, Tom Hall told the council:",
        "Hours before the vote, Tom Hall told the council:",
        "The morning after the flood, Tom Hall told the council:",
        "Not long after the flood, Tom Hall told the council:",
        "Hours after the mayor resigned, Tom Hall told the council:",
        "Three weeks into the season, engineer Tom Hall said:",
        "Six months on, Tom Hall said:",
    ],
)
def test_who_speaks_and_when_are_no_statement(told: Told, front: str) -> None:
    assert told(f"{front} {SAID}") == [("direct", SAID, "Tom Hall")]


@pytest.mark.parametrize(
    "clause",
    [
        "The plan fails",
        "The plan helps the driver",
        "The plan's dead",
        "The mayor's wife leaves on Monday",
        "A year ago nobody knew the firm",
        "Two days later the bridge collapsed",
        "Two days of talks have failed",
        "Two years after the flood, the dam is still broken",
        "The last three months have been hard",
    ],
)
@pytest.mark.parametrize("behind", ["Tom Hall said.", "Tom Hall, a resident, said."])
def test_a_clause_before_its_attribution_is_one(told: Told, clause: str, behind: str) -> None:
    assert told(f"{clause}, {behind}") == [("indirect", clause, "Tom Hall")]


def test_a_role_before_a_name_ends_what_was_said_before(told: Told) -> None:
    text = "Ruth Okafor said the dam was old, while the town's engineer, Tom Hall, said it would hold."
    assert told(text) == [
        ("indirect", "the dam was old", "Ruth Okafor"),
        ("indirect", "it would hold", "Tom Hall"),
    ]


def test_a_time_inside_what_is_reported_belongs_to_it(told: Told) -> None:
    text = "Two days later, Tom Hall said, the dam burst."
    assert told(text) == [
        ("indirect", "Two days later", "Tom Hall"),
        ("indirect", "the dam burst", "Tom Hall"),
    ]


@pytest.mark.parametrize(
    ("front", "clause"),
    [
        ("Ruth Okafor left the council because", "the work was unsafe"),
        ("The council sold the land to save money and", "had no plan for the rest"),
        ("The works were closed by the flood, which", "had spoiled the pumps"),
    ],
)
def test_before_a_link_the_reporter_speaks(told: Told, front: str, clause: str) -> None:
    assert told(f"{front}, Tom Hall said, {clause}.") == [("indirect", clause, "Tom Hall")]


@pytest.mark.parametrize(
    "clause",
    [
        "At least 30 people died in the flood",
        "About 200 homes were destroyed",
        "On Monday the army crossed the river",
        "In the valley at least ten bridges collapsed",
        "By Tuesday the water had reached the church",
        "From 2014 all drivers must pay",
        "With winter coming they need help",
        "Over 40 houses burned down",
    ],
)
def test_what_closes_with_who_said_it_is_reported_whole(told: Told, clause: str) -> None:
    assert told(f"{clause}, police said.") == [("indirect", clause, "police")]
    assert told(f"{clause}, police said on Friday.") == [("indirect", clause, "police")]


@pytest.mark.parametrize(
    "front",
    [
        "At a news conference on Monday",
        "In a letter that was sent to parents",
        "On Friday, as rain fell",
        "After the vote that closed the debate",
        "Asked whether the school had burned",
    ],
)
def test_what_leads_up_to_what_is_said_is_not_reported(told: Told, front: str) -> None:
    assert told(f"{front}, Ada Grant said the school was safe.") == [
        ("indirect", "the school was safe", "Ada Grant")
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("In the end, Tom Hall said, it was the fog that did it.", "it was the fog that did it"),
        ("At the time, Tom Hall said, there was nobody that knew it.", "there was nobody that knew it"),
        (
            "The firm, Tom Hall said, had failed, and it was he that knew.",
            "had failed, and it was he that knew",
        ),
        ("The trouble, Tom Hall said, is that it rains.", "that it rains"),
        ("Within hours of the vote, Tom Hall said, people had begun to leave.", "people had begun to leave"),
    ],
)
def test_a_clause_goes_on_behind_who_said_it(told: Told, text: str, clause: str) -> None:
    assert told(text)[-1] == ("indirect", clause, "Tom Hall")


def test_a_that_behind_an_adjunct_still_opens_the_clause(told: Told) -> None:
    text = "Tom Hall said, in a letter to parents, that the school was safe."
    assert told(text) == [("indirect", "that the school was safe", "Tom Hall")]


@pytest.mark.parametrize("past", ["withdrew", "fled", "burst into song", "sank", "rose"])
def test_irregular_pasts_make_a_clause(told: Told, past: str) -> None:
    text = f"On Tuesday the army {past}, witnesses said."
    assert told(text) == [("indirect", f"On Tuesday the army {past}", "witnesses")]
