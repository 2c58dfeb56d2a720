"""Questions for one of a kind of people."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.encoding.encoder import Encoder
from index.library import Library

ARTICLES = (
    {
        "title": "The pier",
        "text": "“The pier must close by autumn,” said Ann Bell, the British fisheries minister.\n\n"
        "“The pier must close at once,” said Ed Ford, a sailor.\n\n"
        "“Taxes on fish must rise,” said Ed Ford.\n",
    },
)


@pytest.fixture(scope="module")
async def library(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over(ARTICLES, tmp_path_factory.mktemp("kinds"), encoder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "notice"),
    [
        (
            "which minister said the pier must close",
            "Described as “minister”: Ann Bell; of the others nothing tells it.",
        ),
        ("which ministers said the pier must close by autumn", "Described as “minister”: Ann Bell."),
        ("which minister said taxes on fish must rise", "Nothing here tells whom “minister” fits."),
        ("which minister said zebras may vote", None),
        ("who said the pier must close", None),
    ],
)
async def test_of_whom_the_kind_is_known_is_told(library: Library, question: str, notice: str | None) -> None:
    answer = await library.ask(question)
    assert answer.notice == notice
