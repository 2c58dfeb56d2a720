"""Who defended or attacked somebody is not whoever spoke of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.answers.stances import asked_stance
from index.encoding.encoder import Encoder
from index.library import Library
from index.questions import parse

ARTICLE = """The tram of Linden

Senator Ruth Wagner criticised Mayor Dean Lopez over the tram line. "Lopez is unfit for office," Wagner said.

Carla Nuss said that Lopez had built the tram.

Bishop Karl Stein condemned the strike of the tram drivers as a sin.
"""


@pytest.fixture(scope="module")
async def tram(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over([{"text": ARTICLE}], tmp_path_factory.mktemp("stances"), encoder) as library:
        yield library


async def test_who_is_reported_so_answers_and_nobody_else_surely(tram: Library) -> None:
    answer = await tram.ask("who criticised Lopez")
    first, *others = answer.speakers
    assert first.name == "Ruth Wagner"
    assert not any(statement.close for statement in first.statements)
    assert "criticised Mayor Dean Lopez over the tram line" in [one.text for one in first.statements]
    assert all(statement.close for entry in others for statement in entry.statements)
    assert all(entry.score < first.score / 1.5 for entry in others)


async def test_where_nobody_is_reported_so_all_is_near(tram: Library) -> None:
    answer = await tram.ask("who defended Lopez")
    assert answer.speakers
    assert all(one.close and one.score <= 0.5 for entry in answer.speakers for one in entry.statements)


async def test_who_said_it_asks_for_no_stance(tram: Library) -> None:
    said = await tram.ask("who said Lopez is unfit for office")
    assert said.speakers[0].name == "Ruth Wagner" and not said.speakers[0].statements[0].close


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("who defended Lopez", "defend"),
        ("who was criticising the tram", "critici"),
        ("did Wagner accuse the mayor of theft", "accus"),
        ("who said Wagner accused the mayor of theft", None),
        ("who warned of a strike", None),
        ("who said that the defence was weak", None),
    ],
)
def test_the_verb_that_asks_is_told_from_the_words_asked_for(question: str, stance: str | None) -> None:
    assert asked_stance(parse(question)) == stance
