from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.encoding.encoder import Encoder
from index.library import Library

_SAID = "The party met.\n\n“Taxes must {},” said {}, a minister.\n"
ARTICLES = (
    {
        "title": "Party reports support for the north",
        "outlet": "The Gazette",
        "text": _SAID.format("fall", "Ann Bell"),
    },
    {
        "title": "RT is closed, a gazette reports",
        "outlet": "Courier",
        "text": _SAID.format("stay", "Cole Dunn"),
    },
    {"title": "A gleaner's news", "outlet": "RT", "text": _SAID.format("rise", "Ed Ford")},
)


@pytest.fixture(scope="module")
async def library(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over(ARTICLES, tmp_path_factory.mktemp("sources"), encoder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("RT", {"Ed Ford"}),
        ("rt", {"Ed Ford"}),
        ("gazette", {"Ann Bell"}),
        ('"the gazette"', {"Ann Bell"}),
        ("reports", {"Ann Bell", "Cole Dunn"}),
        ('"reports support"', {"Ann Bell"}),
        ('"RT is closed, a gazette reports"', {"Cole Dunn"}),
        ("gaz", {"Ann Bell", "Cole Dunn"}),
        ("gleaner", {"Ed Ford"}),
        ("article-1", {"Cole Dunn"}),
        ("zebra", set()),
    ],
)
async def test_an_outlet_comes_before_whole_words_and_these_before_parts_of_words(
    library: Library, source: str, speakers: set[str]
) -> None:
    answer = await library.ask(f"who said taxes must fall, stay, rise source:{source}")
    assert {speaker.name for speaker in answer.speakers} == speakers
    assert {hit.title for hit in await library.search(f"taxes source:{source}")} == {
        article["title"] for article in ARTICLES if any(name in article["text"] for name in speakers)
    }
