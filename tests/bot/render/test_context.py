from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from loopback.limits import check_message
from loopback.view import bold, visible

from bot.render.context import context_pages
from bot.render.embeds import embed
from bot.render.pages import Paragraph, Source
from index.answers.answer import Citation
from index.answers.surroundings import Surroundings
from index.articles.article import Article

ARTICLE = Article("a1", "Harbour plans", None, None, None, None, "", ())


def place(quote: str) -> Citation:
    return Citation("a1", "Harbour plans", "Post", None, None, 0, len(quote), quote, quote, 0, "direct", ())


def found(before: str, paragraph: str, after: str, quote: str) -> Surroundings:
    start = paragraph.index(quote)
    return Surroundings(ARTICLE, "Harbour plans", before, paragraph, after, (start, start + len(quote)))


def test_the_quote_is_marked_in_its_paragraph_between_its_neighbours() -> None:
    quote = "The lighthouse must stay"
    (page,) = context_pages(place(quote), 3, found("Before it.", f"“{quote},” she said.", "After it.", quote))
    text = embed(page).description or ""
    assert visible(text).split("\n") == [
        "Before it.", "", "“The lighthouse must stay,” she said.", "", "After it.", "[3] Harbour plans · Post",
    ]  # fmt: skip
    assert bold(text) == [quote]


def test_a_missing_neighbour_leaves_no_gap() -> None:
    (page,) = context_pages(place("no"), 1, found("", "no", " ", "no"))
    assert [type(block) for block in page.blocks] == [Paragraph, Source]


SIGNS = st.sampled_from(
    ["*", "_", "`", "<@2001>", "word ", "\u202e", "🤷🏽‍♀️", "\n\n", "# ", "1. ", "https://a.b/c "]
)
TEXT = st.builds(
    lambda parts, times: "".join(parts) * times, st.lists(SIGNS, min_size=1, max_size=6), st.integers(1, 500)
)


@settings(max_examples=15, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_the_whole_paragraph_is_on_pages_that_fit(before: str, quote: str, after: str) -> None:
    pages = context_pages(place(quote), 1, found(before, f"x {quote} y", after, quote))
    words: list[str] = []
    for page in pages:
        check_message({"embeds": [embed(page).to_dict()]})
        visible(embed(page).description or "")
        words += [block.excerpt.text for block in page.blocks if isinstance(block, Paragraph)]
    shown = "".join("".join(words).split()).replace("\u202c", "")
    assert "".join(f"x{quote}y".split()) in shown
