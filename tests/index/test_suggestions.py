from __future__ import annotations

import pytest

from index.suggestions import Suggestible, Suggestions

PEOPLE = Suggestions(
    [
        Suggestible("Vladimir Putin", ("President Putin", "Putin"), 40),
        Suggestible("David Cameron", ("Mr Cameron",), 30),
        Suggestible("Recep Tayyip Erdoğan", ("Erdogan",), 20),
        Suggestible("Samantha Cameron", (), 2),
    ]
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "Vladimir Putin"),
        ("put", "Vladimir Putin"),
        ("CAM", "David Cameron"),
        ("cameron sam", "Samantha Cameron"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("Erdoğ", "Recep Tayyip Erdoğan"),
        ("president pu", "Vladimir Putin"),
        ("camron", "David Cameron"),
        ("vladmir", "Vladimir Putin"),
    ],
)
def test_what_is_meant_comes_first(typed: str, first: str) -> None:
    assert PEOPLE.of(typed, 25)[0] == first


def test_names_come_by_weight_and_only_once() -> None:
    assert PEOPLE.of("cameron", 25) == ("David Cameron", "Samantha Cameron")
    assert PEOPLE.of("p", 25) == ("Vladimir Putin",)


def test_the_limit_holds_and_nonsense_suggests_nothing() -> None:
    assert len(PEOPLE.of("", 2)) == 2
    assert PEOPLE.of("qqqqzzzz", 25) == ()
    assert PEOPLE.of("xq", 25) == ()
    assert Suggestions([]).of("putin", 25) == ()
