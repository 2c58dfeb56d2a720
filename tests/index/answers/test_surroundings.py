from __future__ import annotations

import pytest

from index.answers.surroundings import surroundings
from index.articles.article import Article, Block, BlockKind
from index.errors import BadInput

TEXT = "Title\n\nFirst one.\n\nSubscribe now\n\nSecond “one” here.\n\nThird one."


def _article() -> Article:
    kinds = {"Title": BlockKind.TITLE, "Subscribe now": BlockKind.FURNITURE}
    blocks, place = [], 0
    for part in TEXT.split("\n\n"):
        blocks.append(Block(place, place + len(part), kinds.get(part, BlockKind.PARAGRAPH)))
        place += len(part) + 2
    return Article("a", TEXT, tuple(blocks))


def test_the_paragraphs_around_a_quote_are_verbatim_and_hold_no_furniture() -> None:
    start = TEXT.index("“one”")
    found = surroundings(_article(), "Title", start, start + 5)
    assert (found.before, found.paragraph, found.after) == ("First one.", "Second “one” here.", "Third one.")
    assert found.paragraph[slice(*found.quote)] == "“one”"


def test_the_ends_of_an_article_have_nothing_beyond() -> None:
    first = surroundings(_article(), "Title", TEXT.index("First"), TEXT.index("First") + 5)
    last = surroundings(_article(), "Title", len(TEXT) - 4, len(TEXT))
    assert first.before == "" and first.after == "Second “one” here."
    assert last.after == "" and last.paragraph == "Third one."


def test_a_quote_over_two_paragraphs_shows_both() -> None:
    start, end = TEXT.index("First"), TEXT.index("here")
    found = surroundings(_article(), "Title", start, end)
    assert found.paragraph[slice(*found.quote)] == TEXT[start:end]
    assert (found.before, found.after) == ("", "Third one.")


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (7, 3), (0, len(TEXT) + 1)])
def test_a_place_outside_of_the_article_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadInput, match="a: the article has no place"):
        surroundings(_article(), "Title", start, end)
