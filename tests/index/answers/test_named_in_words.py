"""Outlets and dates that a question names in words, and bold readings of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.encoding.encoder import Encoder
from index.library import Library
from index.questions.intent import Intent

_SAID = "The party met.\n\n“Taxes on fish must {},” said {}, a minister.\n"
ARTICLES = (
    {
        "title": "The party of the north",
        "outlet": "The Gazette",
        "published": "2013-05-10",
        "text": _SAID.format("fall", "Ann Bell"),
    },
    {
        "title": "Fish and taxes",
        "outlet": "Courier",
        "published": "2015-01-02",
        "text": _SAID.format("rise", "Ann Bell") + "\nIt was the quiet tide that took the pier away.\n",
    },
    {"title": "A gleaner's news", "outlet": "Tide", "text": _SAID.format("rise", "Ed Ford")},
)


@pytest.fixture(scope="module")
async def library(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over(ARTICLES, tmp_path_factory.mktemp("named"), encoder) as opened:
        yield opened


async def _cited(library: Library, question: str) -> set[str]:
    answer = await library.ask(question)
    return {
        citation.outlet or ""
        for speaker in answer.speakers
        for entry in speaker.statements
        for citation in entry.citations
        if answer.found
    }


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("what did Ann Bell say about taxes", {"The Gazette", "Courier"}),
        ("what did Ann Bell say about taxes according to the Courier", {"Courier"}),
        ("According to the Gazette, what did Ann Bell say about taxes?", {"The Gazette"}),
        ("According to the Tide, who said taxes must rise?", {"Tide"}),
        ("who said taxes must rise according to the Tide", {"Tide"}),
        ("who said taxes must rise in The Tide", {"Tide"}),
        ("what did Ann Bell say about taxes in May 2013", {"The Gazette"}),
        ("what did Ann Bell say in 2015", {"Courier"}),
        ("what did Ann Bell say about taxes since 2014 according to the Courier", {"Courier"}),
        ("according to the Courier, what did Ann Bell say about taxes source:gazette", {"The Gazette"}),
    ],
)
async def test_only_their_articles_answer(library: Library, question: str, outlets: set[str]) -> None:
    assert await _cited(library, question) == outlets


@pytest.mark.parametrize(
    ("question", "notice"),
    [
        (
            "what did Ann Bell say about taxes according to the Courier",
            "Only articles of the Courier were searched.",
        ),
        (
            "what did Ann Bell say about taxes according to the Moon",
            "No outlet of the corpus is called “the Moon”: all articles were searched.",
        ),
        ("what did Ann Bell say about taxes in May 2013", "Only articles from 2013-05-01 to 2013-05-31."),
        (
            "what did Ann Bell say about taxes in 2014",
            "Only articles from 2014-01-01 to 2014-12-31. "
            "Articles of other times, or without a date, have something: leave out “in 2014”.",
        ),
        ("what did Ann Bell say about zebras in 2014", "Only articles from 2014-01-01 to 2014-12-31."),
        ("what did Ann Bell say about taxes", None),
    ],
)
async def test_what_was_understood_is_told(library: Library, question: str, notice: str | None) -> None:
    assert (await library.ask(question)).notice == notice


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("who said taxes on fish must rise", {"Ann Bell", "Ed Ford"}),
        ("who besides Ann Bell said taxes on fish must rise", {"Ed Ford"}),
        ("who other than ford said taxes on fish must rise", {"Ann Bell"}),
        ("who except Ann Bell said taxes on fish must fall, rise", {"Ed Ford"}),
        ("who besides Zoe Quill said taxes on fish must rise", {"Ann Bell", "Ed Ford"}),
    ],
)
async def test_who_is_left_out_does_not_answer(library: Library, question: str, speakers: set[str]) -> None:
    answer = await library.ask(question)
    assert answer.found
    assert {speaker.name for speaker in answer.speakers} == speakers


async def test_a_date_without_articles_finds_nothing(library: Library) -> None:
    assert not (await library.ask("what did Ann Bell say about taxes in 2014")).found


@pytest.mark.parametrize(
    ("question", "intent", "speaker"),
    [
        ("Ann Bell views on taxes", Intent.WHAT_SAID, "Ann Bell"),
        ("according to Ed Ford, must taxes rise", Intent.WHAT_SAID, "Ed Ford"),
        ("which article says taxes on fish must fall", Intent.WHO_SAID, "Ann Bell"),
        ('"taxes on fish must fall"', Intent.WHO_SAID, "Ann Bell"),
        ('"Taxes on fish must fall," she said', Intent.WHO_SAID, "Ann Bell"),
        ("when did Ed Ford say taxes on fish must rise", Intent.DID_SAY, "Ed Ford"),
    ],
)
async def test_a_bold_reading_that_finds_something_answers(
    library: Library, question: str, intent: Intent, speaker: str
) -> None:
    answer = await library.ask(question)
    assert (answer.found, answer.intent, answer.speakers[0].name) == (True, intent, speaker)


@pytest.mark.parametrize(
    "question",
    [
        "world views on taxes",
        '"the quiet tide that took the pier"',
        "which article says the tide took the pier",
    ],
)
async def test_else_passages_answer(library: Library, question: str) -> None:
    answer = await library.ask(question)
    assert answer.intent is Intent.PASSAGES
    assert answer.passages
