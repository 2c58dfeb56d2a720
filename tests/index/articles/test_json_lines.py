import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles.article import Article
from index.articles.decoding import UnreadableError
from index.articles.json_lines import read_json_lines


def read(*lines: object) -> list[Article | UnreadableError]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_json_lines(io.BytesIO(data), origin="a.jsonl"))


def test_all_fields() -> None:
    (article,) = read(
        {
            "_id": "n1",
            "title": "Bridge opens",
            "text": "The bridge opened.\r\nAt last.",
            "outlet": "Linden Herald",
            "published": "2013-05-10T14:02:00Z",
            "author": "Ruth Abel",
            "url": "https://herald.example/bridge",
        }
    )
    assert isinstance(article, Article)
    assert (article.id, article.title, article.outlet, article.published) == (
        "n1",
        "Bridge opens",
        "Linden Herald",
        "2013-05-10",
    )
    assert article.text == "The bridge opened.\r\nAt last."
    assert len(article.paragraphs) == 2


def test_other_names_of_fields_and_numbers_as_ids() -> None:
    (article,) = read(
        {"id": 7, "text": "The bridge opened.", "source": "Herald", "date": "10 May 2013", "title": ""}
    )
    assert isinstance(article, Article)
    assert (article.id, article.outlet, article.published, article.title) == (
        "7",
        "Herald",
        "2013-05-10",
        None,
    )


@pytest.mark.parametrize("name", ["publishedAt", "datePublished", "pub_date", "published_date"])
def test_other_names_of_the_date(name: str) -> None:
    (article,) = read({"id": 7, "text": "The bridge opened.", name: "2013-05-10T14:02:00Z"})
    assert isinstance(article, Article)
    assert article.published == "2013-05-10"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("&#039;Mast down&#039; shocks Ash &amp; Oak", "'Mast down' shocks Ash & Oak"),
        ("&amp;quot;Mast down&amp;quot; &amp;amp; out", '"Mast down" & out'),
        ("AT&T, R&D; Q&amp;A; &copy 5 &lt; 6", "AT&T, R&D; Q&A; &copy 5 < 6"),
        ("&ldquo;Mast&rdquo;&nbsp;down &#x2013; again", "“Mast” down – again"),
        ("&nosuch; and &#; stay", "&nosuch; and &#; stay"),
        ("The mast is down.", "The mast is down."),
    ],
)
def test_a_title_says_what_its_references_stand_for(title: str, shown: str) -> None:
    text = f"{title}\n\nThe mast came down, the harbour master said."
    (article,) = read(
        {"id": "a", "title": title, "text": text, "author": "Ash &amp; Co", "url": "/x?a&amp;b"}
    )
    assert isinstance(article, Article)
    assert (article.title, article.author, article.url) == (shown, "Ash & Co", "/x?a&amp;b")
    assert article.text == text
    assert [block.kind.value for block in article.blocks] == ["title", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[1]",
        b"null",
        b"\xff\xfe",
        b'{"_id": "a", "text": "a\x00b"}',
        {"text": "No id."},
        {"_id": "", "text": "Empty id."},
        {"_id": True, "text": "x"},
        {"_id": ["a"], "text": "x"},
        {"_id": "a"},
        {"_id": "a", "text": None},
        {"_id": "a", "text": " \n"},
        {"_id": "a", "text": "a\0b"},
        {"_id": "a", "text": "\ud800"},
        b"[" * 100_000,
    ],
)
def test_a_broken_line_is_reported_by_its_number_and_the_others_are_read(line: object) -> None:
    first, broken, last = read({"_id": "1", "text": "One."}, line, {"_id": "2", "text": "Two."})
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(broken, UnreadableError)
    assert str(broken).startswith("line 2: ")


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    found = read(
        b"\xef\xbb\xbf" + json.dumps({"_id": "1", "text": "One."}).encode(),
        b"",
        b"  ",
        {"_id": "2", "text": "2."},
    )
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "2"]


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(str.strip), st.one_of(st.none(), st.text(max_size=20)))
def test_the_text_is_kept_as_it_is(text: str, title: str | None) -> None:
    (item,) = read({"_id": "1", "text": text, "title": title})
    if "\0" in text:
        assert isinstance(item, UnreadableError)
    else:
        assert isinstance(item, Article)
        assert item.text == text
        assert title is None or not title.split() or item.title == " ".join(title.split())
