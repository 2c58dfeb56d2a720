from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles.article import Article, Block, BlockKind
from index.articles.headline import headline
from index.articles.layout import analyse


def article(text: str, title: str | None = None) -> Article:
    return Article("a1", text, analyse(text, title=title).blocks, title=title)


def test_the_title_comes_first() -> None:
    assert headline(article("The bridge opened.", "  Bridge\nopens ")) == "Bridge opens"


def test_else_the_first_sentence() -> None:
    assert headline(article("The bridge\nopened. It was late.")) == "The bridge opened."
    assert headline(article('"At last!" she said. He left.')) == '"At last!" she said.'


def test_it_is_shown_without_its_marks() -> None:
    assert headline(article("The [bridge](/b) **opened**, Ash &amp; Oak said. It was late.")) == (
        "The bridge opened, Ash & Oak said."
    )
    image = Article(
        "a1", "![a](b) It.", (Block(0, 7, BlockKind.PARAGRAPH), Block(8, 11, BlockKind.PARAGRAPH))
    )
    assert headline(image) == "It."


def test_a_long_sentence_is_cut_at_a_word() -> None:
    shown = headline(article("The mayor said " + "that nobody needed to worry, " * 9))
    assert shown.endswith("…")
    assert len(shown) <= 81
    assert shown[:-1] in "The mayor said " + "that nobody needed to worry, " * 9


def test_else_the_id() -> None:
    assert headline(Article("a1", "Read more", (Block(0, 9, BlockKind.FURNITURE),))) == "a1"


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_it_is_one_short_line(text: str) -> None:
    shown = headline(article(text))
    assert shown == " ".join(shown.split())
    assert 0 < len(shown) <= 81
