"""What holds for the blocks of every text."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.articles.article import Block
from index.articles.layout import analyse, blocks

_PIECES = st.sampled_from(
    [
        "The bridge opened on Friday, the mayor said.",
        '"At last," she said.',
        "and went on",
        "Bridge opens in Linden",
        "By Jane Doe, Reuters",
        "10 May 2013",
        "Read more",
        "Related articles:",
        "we have a small favor to ask.",
        "Thank you.",
        "Photo: Jane Doe",
        "2 comments:",
        "Reply",
        "- item",
        "___",
        "\u00a0",
        "Title: x",
        "WORLD",
        "\ufeff",
        "\u200b \u200b",
        "",
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(_PIECES, max_size=25).map("\n".join),
    st.lists(st.tuples(_PIECES, st.sampled_from(["\n", "\n\n", " ", "\r\n", "\u2028"])), max_size=25).map(
        lambda parts: "".join(piece + end for piece, end in parts)
    ),
)


def check(text: str, found: tuple[Block, ...]) -> None:
    end = 0
    covered = set()
    for block in found:
        assert end <= block.start < block.end <= len(text)
        piece = text[block.start : block.end]
        assert piece == piece.strip()
        covered.update(range(block.start, block.end))
        end = block.end
    lost = "".join(sign for at, sign in enumerate(text) if at not in covered and not sign.isspace())
    # The name of a field is no part of the title, and a line of invisible marks is blank.
    assert re.sub("title:", "", lost, flags=re.IGNORECASE).strip("\ufeff\u200b\u200e\u200f\u2060") == ""


@example("TITLE: 0\ufeff")
@example("\ufeffTitle: a fog\u200b\n\nThe fog came.")
@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_blocks_are_disjoint_ordered_trimmed_and_complete(text: str) -> None:
    check(text, blocks(text))


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_analysis_is_repeatable_and_titles_are_one_line(text: str) -> None:
    first = analyse(text)
    assert first == analyse(text)
    assert first.title is None or first.title == " ".join(first.title.split()) != ""


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        "a",
        "A",
        "Ab ",
        '"',
        "“",
        "(",
        "[",
        ". ",
        "a\n",
        "May 10, 2013 ",
        "Photo by ",
        "By Jane Doe, AFP\n",
    ],
)
def test_a_megabyte_of_anything_is_laid_out(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    check(text, blocks(text))


def test_of_a_text_of_tiny_lines_the_end_is_one_block() -> None:
    text = "a.\n" * 12_000
    found = blocks(text)
    assert 5_000 < len(found) < 8_000
    assert (found[0].start, found[-1].end) == (0, len(text.rstrip()))
    assert all(text[block.start : block.end] == "a." for block in found[:-1])
