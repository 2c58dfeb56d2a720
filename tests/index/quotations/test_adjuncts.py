from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "clause",
    [
        "January had been the busiest month",
        "Monday night would be cold",
        "last month was the wettest",
        "today is the day",
    ],
)
@pytest.mark.parametrize("cue", ["said", "told reporters", "said bluntly"])
def test_a_time_may_be_what_is_spoken_of(told: Told, cue: str, clause: str) -> None:
    assert told(f"Tom Hall {cue} {clause}.") == [("indirect", clause, "Tom Hall")]


@pytest.mark.parametrize("when", ["Monday", "last week", "on Monday night", "recently"])
def test_a_time_may_tell_when_it_was_said(told: Told, when: str) -> None:
    assert told(f"Tom Hall said {when} the dam would hold.") == [
        ("indirect", "the dam would hold", "Tom Hall")
    ]
    assert told(f"Tom Hall praised the plan, which he said {when} had saved the town.")[1:] == [
        ("indirect", "had saved the town", "Tom Hall")
    ]


@pytest.mark.parametrize("cue", ["ruled on Monday", "maintained in a statement", "agreed", "observed drily"])
def test_what_follows_that(told: Told, cue: str) -> None:
    assert told(f"The court {cue} that the dam was safe.") == [
        ("indirect", "that the dam was safe", "The court")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The team observed a long tail of ice behind the comet.",
        "The town observed two minutes of silence.",
        "The court ruled on Monday in a case that nobody had heard of.",
    ],
)
def test_what_is_seen_or_ruled_on_is_not_said(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "cue", ["observed", "countered", "observed drily", "put it bluntly", "put it this way"]
)
def test_a_quotation_behind_them(told: Told, cue: str) -> None:
    for mark in (":", ","):
        assert told(f'Tom Hall {cue}{mark} "The dam is safe."') == [
            ("direct", '"The dam is safe."', "Tom Hall")
        ]


def test_how_it_is_put_is_not_what_is_put(told: Told) -> None:
    assert told('Tom Hall put it more simply. "The dam is safe."') == [
        ("direct", '"The dam is safe."', "Tom Hall")
    ]
    assert told('The dam is "a disgrace," as Tom Hall put it.') == [("direct", '"a disgrace,"', "Tom Hall")]


@pytest.mark.parametrize("who", ["them", "the council on Monday"])
def test_what_somebody_is_told_to_do(told: Told, who: str) -> None:
    assert told(f"Tom Hall told {who} to wait.") == [("indirect", "to wait", "Tom Hall")]
