import pytest

from index.articles.article import Article
from index.articles.decoding import UnreadableError
from index.articles.markdown import read_markdown

PAGE = """\
---
title: "Bridge opens: at last"
source: Linden Herald
date: 2013-05-10
authors: [Ruth Abel, Tom Roe]
link: https://herald.example/bridge
tags: [bridge]
---

# Bridge opens: at last

![The bridge](bridge.jpg)

The bridge **opened** in Linden
on Friday, the [mayor](https://x.example) said.

## What comes next ##

> "At last," the mayor said.

- A second lane
- A new toll

Below the line
--------------

```
The code of the lift
```

It works.

[1]: https://x.example
Read more
"""


def read(text: str) -> tuple[Article, str | None]:
    return read_markdown(text.encode(), identifier="a", origin="a.md")


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def test_front_matter_is_metadata_and_no_text() -> None:
    article, fault = read(PAGE)
    assert fault is None
    assert article.text == PAGE
    assert article.title == "Bridge opens: at last"
    assert (article.outlet, article.published) == ("Linden Herald", "2013-05-10")
    assert (article.author, article.url) == ("Ruth Abel, Tom Roe", "https://herald.example/bridge")


def test_blocks() -> None:
    found = kinds(read(PAGE)[0])
    assert [text for kind, text in found if kind == "title"] == ["Bridge opens: at last"]
    assert [text for kind, text in found if kind == "heading"] == ["What comes next", "Below the line"]
    assert [text for kind, text in found if kind == "paragraph"] == [
        "The bridge **opened** in Linden\non Friday, the [mayor](https://x.example) said.",
        '"At last," the mayor said.',
        "A second lane",
        "A new toll",
        "It works.",
    ]


def test_without_front_matter_the_page_tells() -> None:
    article, _ = read(
        "# Bridge opens\n\n*By Ruth Abel, 10 May 2013*\n\nThe bridge opened on Friday, he said.\n"
    )
    assert (article.title, article.author, article.published) == ("Bridge opens", "Ruth Abel", "2013-05-10")
    underlined, _ = read("Bridge opens\n============\n\nThe bridge opened on Friday, he said.\n")
    assert underlined.title == "Bridge opens"


@pytest.mark.parametrize("front", ["title: [", "- a\n- b", "title: !!python/object:os.system x", "a: b: c"])
def test_broken_front_matter_is_reported_and_the_article_read(front: str) -> None:
    article, fault = read(f"---\n{front}\n---\nThe bridge opened on Friday.\n")
    assert fault is not None and "front matter" in fault
    assert article.title is None
    assert kinds(article) == [("paragraph", "The bridge opened on Friday.")]


def test_a_rule_opens_no_front_matter() -> None:
    article, fault = read("---\nThe bridge opened on Friday.\n")
    assert fault is None
    assert kinds(article)[-1] == ("paragraph", "The bridge opened on Friday.")


def test_front_matter_alone_is_no_article() -> None:
    with pytest.raises(UnreadableError):
        read("---\ntitle: x\n---\n\n")


def test_odd_values_stay_unknown() -> None:
    article, _ = read(
        "---\ntitle: 1984\ndate: soon\nauthor: {name: Ruth Abel}\nurl: false\n---\nThe end came.\n"
    )
    assert (article.title, article.published, article.author, article.url) == (
        "1984",
        None,
        "Ruth Abel",
        None,
    )


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        ("# The **bridge** opens", "The bridge opens", None),
        ("# [The bridge *opens*](/bridge)\n\nBy [Ruth Abel](/abel)", "The bridge opens", "Ruth Abel"),
        ("# The bridge opens\n\n*By **Ruth Abel***", "The bridge opens", "Ruth Abel"),
        ("---\ntitle: The bridge opens\n---\n# The *bridge* opens", "The bridge opens", None),
    ],
)
def test_title_and_byline_without_their_marks(head: str, title: str, author: str | None) -> None:
    article, _ = read(f"{head}\n\nThe bridge **opened** on Friday, the mayor said.\n")
    assert (article.title, article.author) == (title, author)
    assert kinds(article)[-1] == ("paragraph", "The bridge **opened** on Friday, the mayor said.")
    assert len(article.paragraphs) == 1


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("[^1]: The mayor later said she was sorry.", "The mayor later said she was sorry."),
        ("[^late]: She was sorry.", "She was sorry."),
        ("[Orbach]: We will pay for it.", "[Orbach]: We will pay for it."),
        ("[Orbach]: Never.", "[Orbach]: Never."),
        ("[1]: https://x.example", None),
        ('[mill]: /mills/linden "The mill"', None),
        ("[mill]: <mills.md>", None),
        ("[mill]: #mill", None),
    ],
)
def test_footnotes_are_text_and_addresses_are_none(line: str, kept: str | None) -> None:
    opening, closing = "The bridge opened on Friday, the mayor said.", "It was a cold day in Linden."
    article, _ = read(f"{opening}\n\n{line}\n\n{closing}\n")
    text = [shown for kind, shown in kinds(article) if kind == "paragraph"]
    assert text == [opening, *([kept] if kept else []), closing]


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("> We will not\n> pay for it.", ["We will not\n> pay for it."]),
        ("> We will not\n> pay.\n>\n> Nor will they.", ["We will not\n> pay.", "Nor will they."]),
        ("> We will not\npay for it.", ["We will not\npay for it."]),
        ("> We will not.\n> — Ida Brandt", ["We will not.", "— Ida Brandt"]),
        ("> - We will not.\n> - They will.", ["We will not.", "They will."]),
        ("> > We will\n> > not.", ["We will\n> > not."]),
    ],
)
def test_block_quotes(quote: str, parts: list[str]) -> None:
    opening, closing = "The bridge opened on Friday, the mayor said.", "It was a cold day in Linden."
    article, _ = read(f"{opening}\n\n{quote}\n\n{closing}\n")
    assert [shown for kind, shown in kinds(article) if kind == "paragraph"] == [opening, *parts, closing]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("They agreed.\n---", ["They agreed."]),
        ("By Tom Roe\n---", []),
        ("What they agreed\n---", []),
        ("Did they agree?\n---", []),
        ("<!-- not for\nprint, he said. -->", []),
        ("<!-- not for print -->", []),
        ("They <!-- all --> agreed.", ["They <!-- all --> agreed."]),
        ("- [ ] They agreed.\n- [x] They left.", ["They agreed.", "They left."]),
        ("> [!NOTE]\n> They agreed.", ["They agreed."]),
        ("[We agreed], he said.", ["[We agreed], he said."]),
    ],
)
def test_what_is_text_and_what_is_none(lines: str, parts: list[str]) -> None:
    opening, closing = "The bridge opened on Friday, the mayor said.", "It was a cold day in Linden."
    article, _ = read(f"{opening}\n\n{lines}\n\n{closing}\n")
    assert [shown for kind, shown in kinds(article) if kind == "paragraph"] == [opening, *parts, closing]


def test_a_byline_above_a_rule() -> None:
    article, _ = read("Bridge opens\n===\n\nBy Tom Roe\n---\n\nThe bridge opened on Friday, the mayor said.")
    assert (article.title, article.author) == ("Bridge opens", "Tom Roe")


def test_a_heading_without_words_is_no_title() -> None:
    article, _ = read("# ![logo](logo.png)\n\nThe bridge opened on Friday, the mayor said.")
    assert article.title is None
