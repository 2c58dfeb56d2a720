"""Phrases that are asked for word for word, over a corpus of a few statements."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.encoding.encoder import Encoder
from index.library import Library

_TEXTS = {
    "search": "“The FBI's search was lawful and the BBC’s coverage of it was unfair,” said Carl Cobham, a lawyer.",
    "vote": "“Congress's vote was a disgrace and James's speech was worse,” said Fiona Farrow, a senator.",
    "poem": "“To be, or not to be: that is the whole of it,” said Dora Dalton, an actress.",
    "coach": "“It is what it is, and we will be there,” said Edgar Ellwood, a coach. They were what they were.",
    "union": "“L'idée de l'Europe unie est morte, selon O'Neill,” said Guy Gérard, a deputy.",
    "talks": "昨天外交部长在北京举行会议，讨论了贸易问题。",
}


@pytest.fixture(scope="module")
async def phrases(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    articles = ({"id": name, "title": name, "text": text} for name, text in _TEXTS.items())
    async with library_over(articles, tmp_path_factory.mktemp("word-for-word"), encoder) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ('who said "the FBI"', "Carl Cobham"),
        ('who said "the BBC" "was lawful"', "Carl Cobham"),
        ('who said "Congress"', "Fiona Farrow"),
        ('who said "Congress’s vote"', "Fiona Farrow"),
        ('did Farrow say "James"', "Fiona Farrow"),
        ('who said "Europe unie"', "Guy Gérard"),
        ('who said "l’Europe unie"', "Guy Gérard"),
        ('who said "idée de l\'Europe"', "Guy Gérard"),
        ('who said "Neill"', "Guy Gérard"),
    ],
)
async def test_a_phrase_ends_at_the_mark_of_a_genitive(phrases: Library, question: str, speaker: str) -> None:
    answer = await phrases.ask(question)
    assert answer.found
    assert [entry.name for entry in answer.speakers] == [speaker]


@pytest.mark.parametrize("question", ['"北京"', '"外交部长在北京"'])
async def test_a_phrase_is_found_where_words_are_written_without_spaces(
    phrases: Library, question: str
) -> None:
    answer = await phrases.ask(question)
    assert answer.found
    assert [hit.article for hit in answer.passages] == ["talks"]
    assert not (await phrases.ask('"京北"')).found


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ('who said "it is what it is"', "Edgar Ellwood"),
        ("who said it is what it is", "Edgar Ellwood"),
        ('who said "is it" "we will"', None),
        ('who said "it is" "we will"', "Edgar Ellwood"),
        ('who said "to be or not to be"', "Dora Dalton"),
        ("who said to be or not to be?", "Dora Dalton"),
        ('who said that "that is the"', "Dora Dalton"),
        ('did Dalton say "to be"', "Dora Dalton"),
        ('what did Dalton say about "of it"', "Dora Dalton"),
        ('who said "it was what it was"', None),
        ("who said it was what it was", None),
        ("who said they were what they were", None),
        ("who said it", None),
        ("what did Dalton say about it", None),
    ],
)
async def test_stop_words_alone_are_found_where_they_stand_word_for_word(
    phrases: Library, question: str, speaker: str | None
) -> None:
    answer = await phrases.ask(question)
    assert answer.found == (speaker is not None)
    assert [entry.name for entry in answer.speakers] == [speaker] * answer.found
    for entry in answer.speakers:
        assert not any(statement.close for statement in entry.statements)


async def test_passages_are_found_by_stop_words_word_for_word(phrases: Library) -> None:
    answer = await phrases.ask('"they were what they were"')
    assert answer.found
    assert [hit.article for hit in answer.passages] == ["coach"]
    assert not (await phrases.ask('"they are what they are"')).found


async def test_a_quotation_of_stop_words_alone_is_found(phrases: Library) -> None:
    answer = await phrases.who_said("It is what it is")
    assert [entry.name for entry in answer.speakers] == ["Edgar Ellwood"]
    assert answer.speakers[0].score >= 0.95
