"""The library's calls besides questions, over the seed articles."""

from __future__ import annotations

import pytest

from index.errors import BadInput
from index.library import Library
from index.questions.filters import filters_of


async def test_words_are_looked_up_as_they_are(library: Library) -> None:
    answer = await library.who_said("a joint interest in a swift halt to the violence before:")
    assert answer.found and answer.speakers[0].name == "Vladimir Putin"
    with pytest.raises(BadInput, match="no words"):
        await library.who_said("?!")


async def test_chosen_filters_are_laid_over_the_question(library: Library) -> None:
    chosen = filters_of("David Cameron", None, None, None)
    answer = await library.ask('what was said about Syria speaker:"Putin"', filters=chosen)
    everyone = await library.ask(
        "who said territorial integrity", filters=filters_of(None, "AFP", None, None)
    )
    outlets = {c.outlet for s in everyone.speakers for entry in s.statements for c in entry.citations}
    assert outlets == {"AFP"}
    assert answer.asked_name == "David Cameron"
    assert {speaker.name for speaker in answer.speakers} == {"David Cameron"}
    with pytest.raises(BadInput, match=r"names Putin .* names David Cameron"):
        await library.ask("what did Putin say about Syria", filters=chosen)
    with pytest.raises(BadInput, match="before:soon is no date"):
        filters_of(None, None, "soon", None)


async def test_speakers_and_sources_are_suggested(library: Library) -> None:
    assert "Vladimir Putin" in await library.suggest_speakers("puttin")
    assert (await library.suggest_sources("af"))[0] == "AFP"
    assert any("Cameron meets Putin" in title for title in await library.suggest_sources("cameron meets"))
    assert len(await library.suggest_speakers("", 3)) == 3


async def test_articles_and_sources_are_listed(library: Library) -> None:
    articles = await library.articles()
    assert len(articles) == (await library.status()).articles
    assert [article.number for article in await library.articles(2, 2)] == [2, 3]
    assert sum(source.articles for source in await library.sources()) == len(articles)


async def test_articles_are_found_by_the_words_of_their_outlet_title_and_id(library: Library) -> None:
    everything = await library.articles()
    assert await library.find_articles() == (len(everything), everything)
    assert await library.find_articles("", 2, 2) == (len(everything), everything[2:4])
    article = everything[0]
    assert article in (await library.find_articles(article.id[:10]))[1]
    total, found = await library.find_articles("PUTIN camerón")
    assert total == len(found) > 0
    assert all("Cameron" in one.title and "Putin" in one.title for one in found)
    assert await library.find_articles("cameron zebra %") == (0, ())


async def test_articles_are_found_by_their_file(library: Library) -> None:
    article = (await library.articles())[0]
    assert await library.articles_of(article.origin) == (article,)
    assert await library.articles_of("nowhere.txt") == ()


async def test_a_citation_is_shown_in_its_place(library: Library) -> None:
    answer = await library.ask("who said territorial integrity")
    citation = answer.speakers[0].statements[0].citations[0]
    place = await library.surroundings(citation.article, citation.start, citation.end)
    assert place.paragraph == citation.context
    assert place.paragraph[slice(*place.quote)] == citation.quote
    with pytest.raises(BadInput, match="no article of that id"):
        await library.surroundings("nowhere", 0, 1)
