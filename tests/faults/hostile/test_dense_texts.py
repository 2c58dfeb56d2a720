"""Texts far denser than prose: much is bounded, and what stands at the beginning is found all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.articles.around import paragraphs_around, sentences_around
from index.articles.article import Article, BlockKind
from index.articles.markdown import read_markdown
from index.articles.plain_text import read_plain_text
from index.quotations import extract
from index.quotations.casting import read_cast

_PROSE = "“The ferry sails again on Monday, whatever the weather,” harbour master Ilse Brandt said on the quay.\n\n"


def _plain(text: str) -> Article:
    return read_plain_text(text.encode(), identifier="a", origin="a.txt")


def _markdown(text: str) -> Article:
    return read_markdown(text.encode(), identifier="a", origin="a.md")[0]


@pytest.mark.parametrize("read", [_plain, _markdown], ids=["plain", "markdown"])
def test_of_far_more_lines_than_prose_has_the_rest_is_one_block(read: Callable[[str], Article]) -> None:
    article = read(_PROSE + "Ab.\n\n" * 20_000)
    assert 5_000 < len(article.blocks) < 9_000
    last = article.blocks[-1]
    assert article.text.count("Ab.", last.start, last.end) > 10_000
    (statement,) = extract(article.text, article.blocks)
    assert statement.speaker is not None and statement.speaker.name == "Ilse Brandt"


def test_what_stands_around_a_stretch_is_what_a_look_at_every_block_finds() -> None:
    article = _plain(_PROSE + "Share this\n\n" + _PROSE + "A plan.\n\n" + _PROSE * 30)
    assert {block.kind for block in article.blocks} >= {BlockKind.PARAGRAPH, BlockKind.FURNITURE}
    for start in range(0, len(article.text) - 1, 37):
        for end in (start + 1, min(start + 150, len(article.text))):
            touched = [one for one in article.paragraphs if one.start < end and start < one.end]
            expected = (start, end)
            if touched:
                expected = min(start, touched[0].start), max(end, touched[-1].end)
            assert paragraphs_around(article, start, end) == expected
            first, last = sentences_around(article, start, end)
            assert expected[0] <= first <= start < end <= last <= expected[1]


def test_a_directory_of_names_names_no_more_people_than_an_article_is_about() -> None:
    letters = [chr(97 + at) for at in range(20)]
    names = [f"Jonas V{a}{b}{c}eit" for a in letters for b in letters for c in letters]
    text = ". ".join(["Ilse Brandt spoke", *names]) + ". Ilse Brandt left."
    cast = read_cast(text, [(0, len(text))])
    assert sum(map(len, cast.by_surname.values())) == 5_000
    assert cast.by_surname["brandt"][0].count == 2
