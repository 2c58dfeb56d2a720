import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The mayor left.", "Nobody saw him go."],
        ["Mr. Hale met Sen. Ruth Okafor on Jan. 5 in St. Albans.", "They talked."],
        ["He lives in the U.S. and works for Acme Inc. in Ohio."],
        ["She moved to the U.S.", "The house was sold."],
        ["The train left at 6 a.m. on Monday.", "It was late."],
        ["J. R. Hartley wrote it.", "Nobody read it."],
        ["No. 5 won by 3.2 seconds.", "No. 4 was second."],
        ["Did he say no?", "No.", "He said yes!"],
        ["“We will go.”", "He left."],
        ["The child fell ill.", "Nestor fetched a doctor."],
        ["They lived in Quincy, Ill. Nestor grew up there."],
        ["“We will go!”", "He left."],
        ['"Stop it!" she shouted.', "They did not."],
        ["“Why now?” he asked.", "Nobody knew."],
        ["He paused... and went on.", "Then he stopped..."],
        ["It was over (or so they said.)", "It was not."],
        ["**The mayor left.**", "*Nobody* saw him.", "_He was_ gone."],
        ["**Mr.** Hale met *Sen.* Okafor."],
        ["The offer\u00a0is final.\u00a0", "Take it."],
    ],
)
def test_boundaries(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == [part.strip() for part in parts]


def test_a_line_break_is_white_space_and_a_blank_line_is_a_boundary() -> None:
    assert cut("The council\nmet on Monday.\nIt voted") == ["The council\nmet on Monday.", "It voted"]
    assert cut("A heading\n \nThe text goes on") == ["A heading", "The text goes on"]


def test_a_range_of_the_text() -> None:
    text = "One thing. Another thing. A third."
    assert sentences(text, 11, 25) == [(11, 25)]
    assert sentences(text, 4, 13) == [(4, 10), (11, 13)]
    assert sentences("  \n ") == []


@given(st.text(alphabet="aAzZ.?!…\"'“”’) \n\u00a0é5", max_size=200))
@settings(max_examples=150, deadline=None)
def test_sentences_cover_all_but_white_space(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize("piece", [".", "!\"'", "U.S. ", "A.", ". ", "\n", "Mr. ", "..’"])
def test_long_monotonous_text(piece: str) -> None:
    text = piece * 40_000
    spans = sentences(text)
    assert all(start < end for start, end in spans)


@given(
    st.lists(
        st.sampled_from(["A. ", "Mr. Hale left.", "\n", "\n\n", "“Yes,” ", "No. 4 won! ", "x"]), max_size=20
    ),
    st.integers(1, 8),
)
@settings(max_examples=80, deadline=None)
def test_of_more_than_the_most_sentences_the_last_is_the_rest(parts: list[str], most: int) -> None:
    text = "".join(parts)
    whole = sentences(text)
    found = sentences(text, most=most)
    assert found[: most - 1] == whole[: most - 1]
    assert found[most - 1 :] == [(begin, whole[-1][1]) for begin, _ in whole[most - 1 : most]]
