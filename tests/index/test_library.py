"""The library's calls besides questions, over the seed articles."""

from __future__ import annotations

import asyncio
import gc
import shutil
from pathlib import Path

import pytest

import index
from index.errors import BadInput, OperationFailed
from index.library import Library
from index.questions.filters import filters_of
from index.storage import manifest
from index.storage.builds import builds_folder, current_id
from index.storage.checked_json import dump_checked, load_checked


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


async def test_a_big_file_damaged_is_noticed_while_answering_and_the_earlier_build_takes_over(
    seeds_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seeds_data, data)
    newest = builds_folder(data) / str(current_id(data))
    earlier = builds_folder(data) / "20200101T000000000000-aaaaaa"
    shutil.copytree(newest, earlier)
    told = earlier / manifest.MANIFEST
    told.write_text(dump_checked({**load_checked(told.read_text()), "id": earlier.name}))
    vectors = newest / "statements.vectors.npy"
    content = bytearray(vectors.read_bytes())
    content[-1] ^= 1
    vectors.write_bytes(content)
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    async with index.open(data) as opened, asyncio.timeout(30):
        while True:
            async with opened.snapshot() as snapshot:
                if snapshot.manifest.id == earlier.name:
                    break
            await asyncio.sleep(0.01)
        assert (await opened.ask("who said territorial integrity")).found
        assert not await opened.refresh()


async def test_without_an_earlier_build_a_damaged_one_answers_no_more(
    seeds_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seeds_data, data)
    database = builds_folder(data) / str(current_id(data)) / "articles.sqlite"
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    async with index.open(data) as opened, asyncio.timeout(30):
        async with opened.snapshot() as snapshot:
            with pytest.raises(OperationFailed, match=r"articles\.sqlite: a file of the index is damaged"):
                await snapshot.checked()
        await asyncio.sleep(0.1)
        with pytest.raises(OperationFailed, match=r"articles\.sqlite: a file of the index is damaged"):
            await opened.ask("who said territorial integrity")


async def test_a_check_is_given_up_without_a_word_when_the_library_closes(
    seeds_data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    for _ in range(5):
        async with index.open(seeds_data):
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        gc.collect()
    assert not caplog.records
