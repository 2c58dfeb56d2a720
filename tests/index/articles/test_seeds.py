"""The articles that come with the project, which show most of what pages hold beside their text."""

from pathlib import Path

import pytest

from index.articles.article import Article, BlockKind
from index.articles.corpus import read_corpus
from index.articles.headline import headline

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    read = list(read_corpus([SEEDS]))
    assert all(isinstance(item, Article) for item in read)
    return {item.id[:3]: item for item in read if isinstance(item, Article)}


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind is kind]


def test_all_five_are_read_in_order_and_unchanged(seeds: dict[str, Article]) -> None:
    assert list(seeds) == ["000", "001", "002", "003", "004"]
    for article in seeds.values():
        assert article.text == (SEEDS / f"{article.id}.txt").read_text(encoding="utf-8")


def test_metadata_is_what_the_texts_and_the_toml_file_state(seeds: dict[str, Article]) -> None:
    known = {key: (a.title, a.author, a.outlet, a.published, a.url) for key, a in seeds.items()}
    assert known == {
        "000": (None, None, "RT", None, None),
        "001": (
            "Cameron meets Putin in new push to end Syria war",
            "Anna Smolchenko",
            "AFP",
            "2013-05-10",
            None,
        ),
        "002": (None, None, "Al Jazeera", None, None),
        "003": ("Russia, U.K. Planning Joint Steps Toward Syria Peace", None, None, None, None),
        "004": ("Cameron Seeks Common Ground on Syria with Putin", None, "The Moscow Times", None, None),
    }


def test_hard_wrapped_lines_make_whole_paragraphs(seeds: dict[str, Article]) -> None:
    paragraphs = texts(seeds["000"], BlockKind.PARAGRAPH)
    assert len(paragraphs) == len(seeds["000"].blocks) == 15
    assert paragraphs[0].endswith("David Cameron in Sochi.")
    assert paragraphs[3].startswith("The Russian president") and paragraphs[3].endswith("sovereignty.”")
    assert paragraphs[-1].startswith("“It’s going") and paragraphs[-1].endswith("Vladimir Putin.”")


def test_captions_bylines_and_the_comment_widget_are_no_text(seeds: dict[str, Article]) -> None:
    article = seeds["001"]
    assert [kind.value for kind in (block.kind for block in article.blocks[:6])] == [
        *["furniture"] * 3,
        *["byline"] * 2,
        "title",
    ]
    assert texts(article, BlockKind.FURNITURE)[-1] == "blog comments powered by Disqus"
    paragraphs = texts(article, BlockKind.PARAGRAPH)
    assert paragraphs[0].startswith("Britain and Russia on Friday")
    assert paragraphs[-1].endswith("recapturing it a key objective.")
    assert len(paragraphs) == 27


def test_lines_broken_by_accident_are_joined_and_headings_found(seeds: dict[str, Article]) -> None:
    article = seeds["002"]
    assert texts(article, BlockKind.HEADING) == ["'Humanitarian values'"]
    assert texts(article, BlockKind.FURNITURE) == ["No comments:", "Post a Comment"]
    paragraphs = texts(article, BlockKind.PARAGRAPH)
    assert any("overthrow President\nBashar al-Assad after" in paragraph for paragraph in paragraphs)
    assert any("and he\nhoped that" in paragraph for paragraph in paragraphs)
    assert len(paragraphs) == 15
    assert texts(seeds["003"], BlockKind.HEADING) == ["Driving Process"]


def test_the_donation_appeal_is_no_text(seeds: dict[str, Article]) -> None:
    article = seeds["004"]
    furniture = texts(article, BlockKind.FURNITURE)
    assert furniture[0] == "Support The Moscow Times!"
    assert furniture[1:3] == ["Related articles:", "… we have a small favor to ask."]
    assert furniture[-3].endswith("Thank you.")
    assert furniture[-2:] == ["Continue", "Read more"]
    assert len(texts(article, BlockKind.PARAGRAPH)) == 8


def test_headlines(seeds: dict[str, Article]) -> None:
    assert headline(seeds["003"]) == "Russia, U.K. Planning Joint Steps Toward Syria Peace"
    opening = headline(seeds["000"])
    assert opening == "Despite having a different approach to Syria, Russia and UK share an interest…"
