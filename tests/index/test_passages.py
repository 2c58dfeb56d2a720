from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles.article import Article, Block, BlockKind
from index.passages import LEAST_WORDS, MOST_WORDS, passages, scoring_text
from index.sentences import sentences

WORDS = ["harbour", "council", "river", "bread", "minister", "vote", "bridge", "quiet", "evening"]


def article(*blocks: tuple[BlockKind, str]) -> Article:
    text, spans = "", []
    for kind, words in blocks:
        spans.append(Block(len(text), len(text) + len(words), kind))
        text += words + "\n\n"
    return Article("a", text, tuple(spans))


def prose(words: int, seed: int, longest: int = 30) -> str:
    """Sentences of up to `longest` words, `words` in all."""
    chance, parts = np.random.default_rng(seed), []
    while words > 0:
        length = min(words, int(chance.integers(1, longest + 1)))
        parts.append(" ".join(chance.choice(WORDS, length)).capitalize() + ".")
        words -= length
    return " ".join(parts)


def words_of(text: str, span: tuple[int, int]) -> int:
    return len(text[slice(*span)].split())


BLOCKS = st.lists(
    st.tuples(
        st.sampled_from([BlockKind.PARAGRAPH] * 4 + [BlockKind.HEADING, BlockKind.FURNITURE]),
        st.builds(prose, st.integers(1, 400), st.integers(0, 99), st.sampled_from([5, 30, 150, 400])),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(BLOCKS)
def test_passages_of_any_article(blocks: list[tuple[BlockKind, str]]) -> None:
    made = article(*blocks)
    spans = passages(made)
    assert spans == sorted(set(spans))
    apart = [block for block in made.blocks if block.kind is not BlockKind.PARAGRAPH]
    for start, end in spans:
        assert made.text[start:end] == made.text[start:end].strip() != ""
        assert words_of(made.text, (start, end)) <= MOST_WORDS
        assert all(block.end <= start or end <= block.start for block in apart)
    for block in made.paragraphs:
        for start, end in sentences(made.text, block.start, block.end):
            if words_of(made.text, (start, end)) <= MOST_WORDS:
                assert any(first <= start and end <= last for first, last in spans)
            else:
                inside = "".join(
                    made.text[max(a, start) : min(b, end)] for a, b in spans if a < end and start < b
                )
                assert len(inside.split()) >= 1


@settings(max_examples=60, deadline=None)
@given(st.integers(181, 3000), st.integers(0, 10_000))
def test_ordinary_prose_is_cut_evenly(words: int, seed: int) -> None:
    made = article((BlockKind.PARAGRAPH, prose(words, seed)))
    spans = passages(made)
    assert all(words_of(made.text, span) >= LEAST_WORDS for span in spans)
    for (start, end), (following, last) in pairwise(spans):
        assert start < following < end < last
    shared = [words_of(made.text, (b[0], a[1])) for a, b in pairwise(spans[:-1])]
    assert all(10 <= words <= 60 for words in shared)


def test_paragraphs_of_a_section_join_and_headings_part() -> None:
    made = article(
        (BlockKind.TITLE, "Title"),
        (BlockKind.PARAGRAPH, prose(40, 1)),
        (BlockKind.PARAGRAPH, prose(40, 2)),
        (BlockKind.HEADING, "Heading"),
        (BlockKind.PARAGRAPH, prose(20, 3)),
        (BlockKind.FURNITURE, "Comments"),
        (BlockKind.PARAGRAPH, prose(9, 4)),
    )
    _, first, second, _, third, _, last = made.blocks
    assert passages(made) == [(first.start, second.end), (third.start, third.end), (last.start, last.end)]


def test_an_article_without_paragraphs_has_none() -> None:
    assert passages(Article("a", "", ())) == []
    assert passages(article((BlockKind.TITLE, "Only a title"))) == []


def test_a_long_sentence_is_cut_between_words() -> None:
    made = article((BlockKind.PARAGRAPH, " ".join(f"word{number}" for number in range(1000))))
    spans = passages(made)
    covered = {word for start, end in spans for word in made.text[start:end].split()}
    assert covered == {f"word{number}" for number in range(1000)}
    assert all(words_of(made.text, span) <= MOST_WORDS for span in spans)


@pytest.mark.parametrize(
    ("text", "most"),
    [("市長は橋を直すと言った。" * 100, 180), ("ผู้ว่าการกล่าวว่าสะพานจะเปิด" * 100, 720), ("x" * 100_000, 7200)],
)
def test_text_without_spaces_is_cut_too(text: str, most: int) -> None:
    made = article((BlockKind.PARAGRAPH, text))
    spans = passages(made)
    assert max(end - start for start, end in spans) <= most
    covered = set()
    for start, end in spans:
        covered.update(range(start, end))
    assert len(covered) == len(text)


def test_scoring_text() -> None:
    assert scoring_text("A  Title", "hard\nwrapped \t text, co\u00adoperation, bro\u00ad\nken") == (
        "A Title hard wrapped text, cooperation, broken"
    )
    assert scoring_text(None, " text ") == "text"
    assert scoring_text("Ash &amp; Oak", "the *[plan](https://x.example)*") == "Ash & Oak the plan"


def test_of_a_text_of_letters_with_full_stops_all_is_in_passages() -> None:
    text = "A. " * 10_000
    found = passages(Article("a", text, (Block(0, len(text.rstrip()), BlockKind.PARAGRAPH),)))
    covered = 0
    for start, end in found:
        assert start <= covered + 1 and len(text[start:end].split()) <= MOST_WORDS
        covered = end
    assert (found[0][0], covered) == (0, len(text.rstrip()))
