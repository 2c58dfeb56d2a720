from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.questions.outlets import OutletNames

OUTLETS = (
    "The Harbour Gazette",
    "Gleaner",
    "KQTV",
    "ShoreWatch",
    "The Lantern - Sports",
    "The Lantern - Travel",
    "Tide.com",
    "海港日报",
    "Harbour Gazette on Sunday",
    "blog",
    "Breathe Weekly",
    "Over the Moor",
)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What does The Harbour Gazette write about the ferry?", [("Harbour Gazette", {0})]),
        ("what does the harbour gazette write about the ferry", [("harbour gazette", {0})]),
        ("Does the Lord of the harbour gazette anything?", []),
        ("Was the ferry in the Harbour Gazette on Sunday?", [("Harbour Gazette on Sunday", {8})]),
        ("Is the Gleaner right about kqtv?", [("Gleaner", {1}), ("kqtv", {2})]),
        ("who is the gleaner in the field", []),
        ("Gleaner or not?", []),
        ("according to shorewatch, who paid", [("shorewatch", {3})]),
        ("Did the Lantern report it?", [("Lantern", {4, 5})]),
        ("Did “The Lantern – Sports” report it?", [("Lantern – Sports", {4})]),
        ("What is on Tide?", [("Tide", {6})]),
        ("What is on Tide.com?", [("Tide.com", {6})]),
        ("海港日报 说了什么", [("海港日报", {7})]),
        ("Is there a blog about it?", []),
        ("What does Breathe Weekly write?", [("Breathe Weekly", {10})]),
        ("What does Over the Moor write?", [("Over the Moor", {11})]),
        ("", []),
    ],
)
def test_the_outlets_of_a_question(question: str, named: list[tuple[str, set[int]]]) -> None:
    found = OutletNames(OUTLETS).named(question)
    assert [(one.words, set(one.outlets)) for one in found] == named


def test_the_is_left_out_at_the_beginning_of_a_name_alone() -> None:
    names = OutletNames(OUTLETS)
    assert [set(names.called(name)) for name in ("the gleaner", "breathe weekly", "over the moor")] == [
        {1},
        {10},
        {11},
    ]
    assert not names.called("over moor")


def test_without_outlets_none_is_named() -> None:
    assert OutletNames(()).named("What does The Harbour Gazette write?") == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=40))
def test_any_names_and_questions_can_be_read(outlets: list[str], question: str) -> None:
    for named in OutletNames(outlets).named(question):
        assert named.words in question
        assert named.outlets <= set(range(len(outlets)))
