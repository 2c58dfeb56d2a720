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


BODIES = Suggestions(
    [
        Suggestible("Toll Policy Centre at the Urban Institute and Brook Institution", (), 3),
        Suggestible("Jürgen von der Heide", (), 2),
        Suggestible("Harbour Council", (), 1),
        Suggestible("Vries & Ash", (), 1),
    ]
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("polciy", "Toll Policy Centre at the Urban Institute and Brook Institution"),
        ("brok institution", "Toll Policy Centre at the Urban Institute and Brook Institution"),
        ("jurgen haide", "Jürgen von der Heide"),
        ("the haide", None),
        ("harbuor cou", "Harbour Council"),
        ("harbuor counicl", "Harbour Council"),
        ("harb counzi", "Harbour Council"),
        ("de vreis", "Vries & Ash"),
        ("tutin", None),
        ("sprung", None),
        ("ouncil", "Harbour Council"),
        ("cil", None),
        ("our", None),
        ("harbour putin", None),
        ("harbour counsel", "Harbour Council"),
        ("harbuor counsel", None),
        ("counsel", None),
        ("harbourmasters", None),
        ("xx yy", None),
    ],
)
def test_names_are_alike_word_by_word(typed: str, first: str | None) -> None:
    assert next(iter(BODIES.of(typed, 25)), None) == first


def test_the_most_alike_comes_first() -> None:
    names = Suggestions([Suggestible("Mara Lindal", (), 9), Suggestible("Mara Lindt", (), 1)])
    assert names.of("lndt", 25) == ("Mara Lindt",)
    assert names.of("mora lindtt", 25)[0] == "Mara Lindt"


def test_names_come_by_weight_and_only_once() -> None:
    assert PEOPLE.of("cameron", 25) == ("David Cameron", "Samantha Cameron")
    assert PEOPLE.of("p", 25) == ("Vladimir Putin",)


def test_the_limit_holds_and_nonsense_suggests_nothing() -> None:
    assert len(PEOPLE.of("", 2)) == 2
    assert PEOPLE.of("qqqqzzzz", 25) == ()
    assert PEOPLE.of("xq", 25) == ()
    assert Suggestions([]).of("putin", 25) == ()


def test_who_is_known_by_a_given_name_alone() -> None:
    names = Suggestions(
        [Suggestible("Samuel", (), 3), Suggestible("Samuel Brandt", (), 2), Suggestible("Odum", (), 1)]
    )
    assert names.of("Samuel Adeyemi", 25) == ("Samuel",)
    assert names.of("Adeyemi Samuel", 25) == ()
    assert names.of("Samuel B", 25) == ("Samuel Brandt",)
