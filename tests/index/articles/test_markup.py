import pytest

from index.articles.decoding import UnreadableError
from index.articles.markup import read_html

PAGE = """\
<!doctype html><html lang="en"><head><title>Bridge opens in Linden - Linden Herald</title>
<meta property="og:title" content="Bridge opens in Linden"><meta property="og:site_name" content="Linden Herald">
<meta property="article:published_time" content="2013-05-10T14:02:00Z"><meta name="author" content="Ruth Abel">
<link rel="canonical" href="https://herald.example/bridge"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Bridge opens in Linden</h1>
<p>The bridge opened in Linden on Friday, ten years after the county had promised it to the town &amp; its people.</p>
<p>"At last," the mayor said. "We have <b>waited</b> long enough for this day, and so have the people of the town."</p>
<h2>What comes next</h2>
<p>The county will open a second lane in June, the mayor said, and the old ferry will be sold after that.</p>
<p>Read more: <a href="x">Ferry to be sold</a></p></article>
<footer>© 2013 Linden Herald. All rights reserved.</footer></body></html>
"""


def test_a_page_is_its_article() -> None:
    article = read_html(PAGE.encode(), identifier="bridge", origin="bridge.html")
    assert (article.title, article.outlet, article.author) == (
        "Bridge opens in Linden",
        "Linden Herald",
        "Ruth Abel",
    )
    assert (article.published, article.url) == ("2013-05-10", "https://herald.example/bridge")
    found = [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]
    assert [kind for kind, _ in found] == [
        "title",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "furniture",
    ]
    assert found[1][1].endswith("the town & its people.")
    assert "Home" not in article.text and "<" not in article.text


def test_a_page_that_says_nothing_about_itself() -> None:
    text = "The mayor said so on 10 May 2013, and the county agreed with what she had said. " * 4
    article = read_html(f"<html><body><p>{text}</p></body></html>".encode(), identifier="a", origin="a.html")
    assert (article.title, article.outlet, article.published, article.url) == (None, None, None, None)
    assert article.paragraphs


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<" * 1000, "no page at all"])
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(UnreadableError):
        read_html(page.encode(), identifier="a", origin="a.html")
