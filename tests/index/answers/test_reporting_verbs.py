"""Lists of what somebody promised, denied or criticised."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.answers.reporting_verbs import lists_by_verb
from index.encoding.encoder import Encoder
from index.library import Library
from index.questions import parse

ARTICLE = """The ferry of Linden

Ada Krause promised that the ferry would sail in June. "The quay is ready," Krause said.

Ada Krause denied taking money from the shipyard. She criticised the mayor over the tram.

Hugo Lenz said the harbour was full.
"""


@pytest.fixture(scope="module")
async def ferry(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over([{"text": ARTICLE}], tmp_path_factory.mktemp("reporting"), encoder) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("what did Krause promise", ["that the ferry would sail in June"]),
        ("what has Krause denied", ["denied taking money from the shipyard"]),
        ("what did Krause criticize", ["criticised the mayor over the tram"]),
        ("what did Krause condemn", ["criticised the mayor over the tram"]),
    ],
)
async def test_a_list_has_what_its_verb_reports(ferry: Library, question: str, shown: list[str]) -> None:
    answer = await ferry.ask(question)
    assert (answer.found, answer.notice) == (True, None)
    assert [one.text for entry in answer.speakers for one in entry.statements] == shown


async def test_where_the_verb_reports_nothing_all_is_listed_and_it_is_said(ferry: Library) -> None:
    answer = await ferry.ask("what did Lenz promise")
    assert [one.text for entry in answer.speakers for one in entry.statements] == ["the harbour was full"]
    assert answer.notice == "Nothing is reported by “promise”; this is what else was said."


async def test_what_was_said_is_everything(ferry: Library) -> None:
    answer = await ferry.ask("what did Krause say")
    assert len([one for entry in answer.speakers for one in entry.statements]) == 4


@pytest.mark.parametrize(
    ("question", "by_verb"),
    [
        ("what did Krause promise", True),
        ("what did Krause promise about the ferry", False),
        ("what did Krause say", False),
        ("quotes by Krause", False),
        ("who promised a ferry", False),
    ],
)
def test_lists_alone_are_sifted(question: str, by_verb: bool) -> None:
    assert lists_by_verb(parse(question)) is by_verb
