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

Anna Busch blamed the unions. Max Roth condemned Linden. Jan Pohl denied the charges.

Eva Stern mentioned the conductors.
"""


@pytest.fixture(scope="module")
async def tram(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over([{"text": ARTICLE}], tmp_path_factory.mktemp("stances"), encoder) as library:
        yield library


@pytest.mark.parametrize("question", ["who criticised Lopez", "who condemned Lopez", "who slammed Lopez"])
async def test_who_is_reported_so_answers_and_nobody_else(tram: Library, question: str) -> None:
    answer = await tram.ask(question)
    (only,) = answer.speakers
    assert only.name == "Ruth Wagner"
    assert not any(statement.close for statement in only.statements)
    assert "criticised Mayor Dean Lopez over the tram line" in [one.text for one in only.statements]


async def test_where_nobody_is_reported_so_all_is_near(tram: Library) -> None:
    answer = await tram.ask("who defended Lopez")
    assert answer.speakers
    assert all(one.close and one.score <= 0.5 for entry in answer.speakers for one in entry.statements)


@pytest.mark.parametrize(
    ("question", "speaker", "shown"),
    [
        ("who blamed the unions", "Anna Busch", "blamed the unions"),
        ("did Busch blame the unions", "Anna Busch", "blamed the unions"),
        ("who condemned Linden", "Max Roth", "condemned Linden"),
        ("who denied the charges", "Jan Pohl", "denied the charges"),
        ("what did Pohl say", "Jan Pohl", "denied the charges"),
    ],
)
async def test_a_word_or_two_are_told_with_their_verb(
    tram: Library, question: str, speaker: str, shown: str
) -> None:
    answer = await tram.ask(question)
    assert answer.found
    assert (answer.speakers[0].name, answer.speakers[0].statements[0].text) == (speaker, shown)


async def test_a_full_name_finds_what_is_reported_of_the_surname(tram: Library) -> None:
    answer = await tram.ask("who blamed the Linden unions")
    assert answer.speakers[0].name == "Anna Busch"
    assert answer.notice == "“the Linden unions” stands nowhere in full; this is of “unions”."
    near = await tram.ask("who praised Dean Lopez")
    assert all(one.close for entry in near.speakers for one in entry.statements)


async def test_where_only_the_date_is_in_the_way_that_is_told(tram: Library) -> None:
    answer = await tram.ask("in May 2014, who blamed the unions")
    assert not answer.found
    assert "leave out “" in (answer.notice or "")


async def test_a_word_or_two_are_not_what_was_said(tram: Library) -> None:
    for question in ("who said the unions", "who said the charges", "what did Eva Stern say"):
        assert not (await tram.ask(question)).found


async def test_who_said_it_asks_for_no_stance(tram: Library) -> None:
    said = await tram.ask("who said Lopez is unfit for office")
    assert said.speakers[0].name == "Ruth Wagner" and not said.speakers[0].statements[0].close


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("who defended Lopez", "praised"),
        ("who has criticised the tram", "condemning"),
        ("did Wagner accuse the mayor of theft", "blamed"),
        ("who said Wagner accused the mayor of theft", None),
        ("who said the defendant criticised the accused", None),
        ("who warned of a strike", None),
        ("who said that the defence was weak", None),
    ],
)
def test_the_verb_that_asks_is_told_from_the_words_asked_for(question: str, verb: str | None) -> None:
    stance = asked_stance(parse(question))
    assert (stance is not None and stance.search(verb or "") is not None) == (verb is not None)
