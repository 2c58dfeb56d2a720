from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from small_library import library_over

from bot.answering.current import PlaceGoneError, as_mapping, chosen, current_pages, gone, place_now, scope_of
from bot.render.answers import REMOVED
from bot.render.pages import Note
from bot.render.places import places, words_of
from bot.render.terminal import plain
from bot.store.answers import KeptAnswer
from index.answers.answer import Answer
from index.encoding.encoder import Encoder
from index.library import Library
from index.questions.filters import NONE, Filters


async def kept(library: Library, question: str, filters: Filters = NONE) -> KeptAnswer:
    """An answer kept from an earlier build."""
    answer = await library.ask(question, filters=filters)
    return KeptAnswer(question, answer, "earlier", "m", False, 1, 1, 0, as_mapping(filters))


def with_first_citation(answer: Answer, **changes: object) -> Answer:
    speaker = answer.speakers[0]
    entry = speaker.statements[0]
    first = dataclasses.replace(entry.citations[0], **changes)  # type: ignore[arg-type]
    entry = dataclasses.replace(entry, citations=(first, *entry.citations[1:]))
    speaker = dataclasses.replace(speaker, statements=(entry, *speaker.statements[1:]))
    return dataclasses.replace(answer, speakers=(speaker, *answer.speakers[1:]))


async def test_what_is_still_there_is_shown_as_before(library: Library) -> None:
    answer = await kept(library, "who said territorial integrity")
    assert await gone(library, answer) == frozenset()
    assert "Vladimir Putin" in plain((await current_pages(library, answer))[0])
    for place in places(answer.answer):
        found = await place_now(library, place)
        start, end = found.quote
        assert found.paragraph[start:end] == found.article.text[place.start : place.end]


@pytest.mark.parametrize("changes", [{"article": "no-such"}, {"quote": "what nobody ever said"}])
async def test_what_is_gone_is_not_shown(library: Library, changes: dict[str, str]) -> None:
    answer = await kept(library, "who said territorial integrity")
    quote = places(answer.answer)[0]
    altered = dataclasses.replace(answer, answer=with_first_citation(answer.answer, **changes))
    assert await gone(library, altered) == {0}
    (page,) = await current_pages(library, altered)
    assert Note(REMOVED) in page.blocks
    assert changes.get("quote", " ".join(words_of(quote).split())) not in plain(page)
    with pytest.raises(PlaceGoneError):
        await place_now(library, places(altered.answer)[0])


async def test_an_answer_of_this_build_is_not_looked_up_again(library: Library) -> None:
    answer = await kept(library, "who said territorial integrity")
    build = (await library.status()).build
    altered = dataclasses.replace(answer, answer=with_first_citation(answer.answer, article="x"), build=build)
    assert await gone(library, altered) == frozenset()


async def test_words_that_moved_within_their_article_are_found(library: Library) -> None:
    answer = await kept(library, "who said territorial integrity")
    moved = with_first_citation(answer.answer, start=3, end=9)
    found = await place_now(library, places(moved)[0])
    start, end = found.quote
    assert found.paragraph[start:end] == words_of(places(moved)[0])


async def test_filters_are_kept_and_read_again(library: Library) -> None:
    filters = Filters(speaker="Putin", source="AFP", before="2014-01-01", after="2013-01-01")
    assert chosen(await kept(library, "who said territorial integrity", filters)) == filters


async def test_what_was_searched_in_vain_is_known(library: Library) -> None:
    question = "what did Kamron say about lemon cake before:2014"
    scope = await scope_of(library, question, Filters(source="AFP"), await library.ask(question))
    assert scope.articles == 5 and scope.all == Filters(source="AFP", before="2014-01-01")
    found = await library.ask("who said territorial integrity")
    assert (await scope_of(library, "who said territorial integrity", NONE, found)).articles is None


async def test_names_are_suggested_for_a_name_alone(tmp_path: Path, encoder: Encoder) -> None:
    articles = [
        {"text": "Hervé Heydorn said the mill was shut. Sheila Odum said the bridge was open."},
        {"text": "Mr Okafor's brother, Samuel, said the ferry was late."},
    ]
    async with library_over(articles, tmp_path, encoder) as library:

        async def near(name: str) -> tuple[str, ...]:
            question = f"what did {name} say about pineapples"
            return (await scope_of(library, question, NONE, await library.ask(question))).near

        assert await near("Sheila Okafor") == ()
        assert await near("Sheila Odumbe") == ("Sheila Odum",)
        assert await near("Samuel Okafor") == ("Samuel",)
