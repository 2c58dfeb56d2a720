"""What was said to somebody."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.encoding.encoder import Encoder
from index.library import Library

ARTICLE = """The pier of Linden

Judge Rosa Keane told Pell: "You left a man by the road."

"The road was dark," Keane told the Gazette after the trial.

Keane said that Pell was a poor driver.

Ann Doe told Moore that she was ill, and Keane told Bell that the dam had burst.
"""
TO_PELL = '"You left a man by the road."'
TO_THE_GAZETTE = '"The road was dark,"'


@pytest.fixture(scope="module")
async def library(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over([{"text": ARTICLE}], tmp_path_factory.mktemp("listeners"), encoder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what did Keane tell Pell", [TO_PELL]),
        ("what did the judge say to pell?", [TO_PELL]),
        ("what did Keane tell the Gazette", [TO_THE_GAZETTE]),
        ("what did Keane say to Gazette", [TO_THE_GAZETTE]),
        ("what did Keane tell Hill", []),
        ("what did Keane tell —", []),
        ("what did Keane tell Bell", ["that the dam had burst"]),
        ("what did Doe tell Moore", ["that she was ill"]),
    ],
)
async def test_what_was_said_to_somebody_is_told(library: Library, question: str, told: list[str]) -> None:
    answer = await library.ask(question)
    assert [one.text for entry in answer.speakers for one in entry.statements] == told
    assert answer.found is bool(told)


async def test_where_nothing_was_said_to_somebody_that_is_told(library: Library) -> None:
    answer = await library.ask("what did Keane tell Moore")
    assert answer.notice == "Nothing is reported as said to “Moore”; this is about it."


async def test_about_somebody_is_not_to_somebody(library: Library) -> None:
    answer = await library.ask("what did Keane say about Pell")
    assert answer.speakers[0].statements[0].text == "that Pell was a poor driver"
