"""Quotations that "she said" breaks up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from small_library import library_over

from index.answers.answer import Answer, Citation
from index.encoding.encoder import Encoder
from index.library import Library

ARTICLE = """A bill and a pump

"The bill," Joan Vale said later, "is a Trojan horse. It hides a tax."

"If the pumps stop," Ulla Berg said, "the city has three days of water."

"The wells are poisoned. The orchard is barren," Paula Noll said, "and the governor is asleep."

"Never again war on the people of Linden," Otto Brand said, "never again war on the people of the harbour."

"The pumps are old," said Carl Dent. "The city is thirsty."
"""


@pytest.fixture(scope="module")
async def pieces(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over([{"text": ARTICLE}], tmp_path_factory.mktemp("pieces"), encoder) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "speaker", "quote"),
    [
        (
            "who said the bill is a Trojan horse",
            "Joan Vale",
            '"The bill," Joan Vale said later, "is a Trojan horse. It hides a tax."',
        ),
        (
            "did Berg say if the pumps stop the city has three days of water",
            "Ulla Berg",
            '"If the pumps stop," Ulla Berg said, "the city has three days of water."',
        ),
        ("who said Trojan horse", "Joan Vale", '"is a Trojan horse. It hides a tax."'),
    ],
)
async def test_the_whole_is_quoted_where_only_the_whole_holds_the_words(
    pieces: Library, question: str, speaker: str, quote: str
) -> None:
    answer = await pieces.ask(question)
    assert (answer.found, answer.speakers[0].name) == (True, speaker)
    first = answer.speakers[0].statements[0]
    assert not first.close
    assert [citation.quote for citation in first.citations] == [quote]
    assert all(ARTICLE[one.start : one.end] == one.quote for one in first.citations)
    shown = [one.text for entry in answer.speakers for one in entry.statements]
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ('who said "the bill is a Trojan horse"', "Joan Vale"),
        ('did Vale say "bill is a Trojan"', "Joan Vale"),
        ('who said the "pumps stop the city" has "days of water"', "Ulla Berg"),
    ],
)
async def test_an_exact_phrase_may_go_over_the_break(pieces: Library, question: str, speaker: str) -> None:
    answer = await pieces.ask(question)
    assert (answer.found, [entry.name for entry in answer.speakers]) == (True, [speaker])
    (statement,) = answer.speakers[0].statements
    assert not statement.close


async def test_who_else_said_an_exact_phrase_over_the_break(pieces: Library) -> None:
    answer = await pieces.ask('did Berg say "the bill is a Trojan horse"')
    assert (answer.found, [entry.name for entry in answer.speakers]) == (False, ["Joan Vale"])


@pytest.mark.parametrize(
    "question",
    [
        'who said "the bill is a Trojan pony"',
        'what did Vale say about "the bill is the Trojan horse"',
        '"bill hides a Trojan horse"',
        'who said "later is a Trojan horse"',
    ],
)
async def test_what_is_near_to_an_exact_phrase_is_no_answer(pieces: Library, question: str) -> None:
    answer = await pieces.ask(question)
    assert (answer.found, answer.speakers) == (False, ())
    assert any("Trojan" in hit.text for hit in answer.passages)


@pytest.mark.parametrize(
    "question",
    [
        "who said wells poisoned governor asleep",
        "who said orchard barren governor asleep",
        "what did Noll say about wells and the governor asleep",
        "who said never again war on the people of Linden and the harbour",
    ],
)
async def test_a_whole_is_not_shown_beside_its_pieces(pieces: Library, question: str) -> None:
    answer = await pieces.ask(question)
    spans = [
        (citation.start, citation.end)
        for entry in answer.speakers
        for one in entry.statements
        for citation in one.citations
    ]
    assert spans
    assert not any(a <= c and d <= b for at, (a, b) in enumerate(spans) for c, d in spans[at + 1 :])
    assert not any(a <= c and d <= b for at, (c, d) in enumerate(spans) for a, b in spans[at + 1 :])


async def test_what_two_speakers_said_is_not_put_together(pieces: Library) -> None:
    answer = await pieces.ask("who said the old pumps stop")
    assert not any("Trojan" in one.text for entry in answer.speakers for one in entry.statements)
    assert all(one.close for entry in answer.speakers for one in entry.statements)


async def test_reports_without_the_exact_phrase_are_not_cited_for_it(
    encoder: Encoder, tmp_path: Path
) -> None:
    texts = [
        '"The bill before this tired parliament," Joan Vale said later, "is a Trojan horse."',
        '"The bill before this tired parliament," Joan Vale said, and left.',
        "Joan Vale said that the bill before the parliament, tired as it is, would be a Trojan horse for all.",
    ]
    articles = [
        {"id": str(at), "text": f"A bill\n\n{text}\n", "published": "2020-03-01"}
        for at, text in enumerate(texts)
    ]
    async with library_over(articles, tmp_path, encoder) as library:
        exactly = await library.ask('who said "the bill before this tired parliament is a Trojan horse"')
        assert exactly.found
        assert {citation.article for citation in _citations(exactly)} == {"0"}
        loosely = await library.ask("who said the bill before this tired parliament is a Trojan horse")
        entries = [one for entry in loosely.speakers for one in entry.statements]
        first = next(one for one in entries if one.citations[0].article == "0")
        assert not first.close and first.citations[0].quote == texts[0]
        assert all(one.close for one in entries if {citation.article for citation in one.citations} == {"1"})


def _citations(answer: Answer) -> list[Citation]:
    return [citation for entry in answer.speakers for one in entry.statements for citation in one.citations]
