from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from small_library import library_over

from index.answers import clusters as module
from index.answers.clusters import joined
from index.answers.evidence import Evidence
from index.encoding.encoder import Encoder
from index.library import Library
from index.questions import Filters

COPIES, FORMULAS = 130, 40
WIRE = "We do not comment on ongoing investigations into members of the public"
LONGER = (
    "As ever, we do not comment at all on ongoing investigations into members of the public, nor shall we"
)
HARBOUR = "The harbour of this town stays open for every fisherman through the whole winter"
SHORT = "Never again"
ROOMS = "hall kitchen cellar attic stable chapel library tower garden courtyard".split()


def _articles() -> Iterator[dict[str, str]]:
    def article(name: str, said: str, speaker: str, **facts: str) -> dict[str, str]:
        text = f"Reporters waited for {name}.\n\n“{said},” {speaker} said.\n\nIt rained later on."
        return {"id": name, "title": f"The day of {name}", "text": text, **facts}

    for number in range(COPIES):
        yield article(
            f"wire-{number}", WIRE, "Gordon Hartwell", outlet="The Wire" if number < 110 else "Evening Post"
        )
    yield article("longer", LONGER, "Gordon Hartwell")
    for day in ("01", "04", "07", "20"):
        yield article(f"harbour-{day}", HARBOUR, "Ada Grant", published=f"2020-03-{day}")
    yield article("other-harbour", HARBOUR, "Tom Hale", published="2020-03-04")
    for place in ("one", "two"):
        yield article(f"short-{place}", SHORT, "Max Reed")
    for number in range(FORMULAS):
        room, other = ROOMS[number % 10], ROOMS[number // 10]
        said = f"We have searched the {room} and the {other} of that old house on the hill and found nothing"
        yield article(f"search-{number}", said, "Nora Pike")


@pytest.fixture(scope="module")
async def wires(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    """The library over articles of which many carry the same words."""
    async with library_over(_articles(), tmp_path_factory.mktemp("wires"), encoder) as library:
        yield library


async def _cited(library: Library, question: str) -> list[set[str]]:
    """The articles of each statement of the answer; a statement cites none twice."""
    answer = await library.ask(question)
    entries = [entry for speaker in answer.speakers for entry in speaker.statements]
    cited = [[citation.article for citation in entry.citations] for entry in entries]
    assert all(len(set(articles)) == len(articles) for articles in cited)
    return [set(articles) for articles in cited]


def _wires(*numbers: int) -> set[str]:
    return {f"wire-{number}" for number in range(*numbers)}


async def test_every_article_that_carries_the_words_is_cited(wires: Library) -> None:
    everywhere = _wires(COPIES) | {"longer"}
    assert await _cited(wires, "who said we do not comment on ongoing investigations") == [everywhere]
    assert await _cited(wires, "quotes by Gordon Hartwell") == [everywhere]


async def test_copies_are_as_sure_as_what_the_question_found(wires: Library) -> None:
    answer = await wires.ask("who said we do not comment on ongoing investigations")
    (entry,) = answer.speakers[0].statements
    assert not entry.close
    assert {citation.article for citation in entry.citations[:COPIES]} == _wires(COPIES)
    assert all(citation.highlights for citation in entry.citations)


async def test_filters_hold_for_copies(wires: Library) -> None:
    question = "who said we do not comment on ongoing investigations"
    assert await _cited(wires, f'{question} source:"The Wire"') == [_wires(110)]
    assert await _cited(wires, f'{question} source:"Evening Post"') == [_wires(110, COPIES)]


async def test_the_same_words_are_another_statement_of_another_time_or_speaker(wires: Library) -> None:
    cited = await _cited(wires, "who said the harbour of this town stays open")
    assert sorted(map(sorted, cited)) == [
        ["harbour-01", "harbour-04", "harbour-07"],
        ["harbour-20"],
        ["other-harbour"],
    ]


async def test_few_words_are_no_sign_of_the_same_statement(wires: Library) -> None:
    assert sorted(map(sorted, await _cited(wires, "quotes by Max Reed"))) == [["short-one"], ["short-two"]]


async def _found(library: Library, article: str) -> list[set[str]]:
    """The articles of the statement that one article carries, where a question found that alone."""
    async with library.snapshot() as snapshot:
        stored = snapshot.reader.stored.articles(range(snapshot.manifest.articles))
        (wanted,) = [number for number, one in stored.items() if one.article.id == article]
        statements = snapshot.reader.stored.statements(range(snapshot.manifest.statements)).values()
        (statement,) = [one for one in statements if one.article == wanted]
        evidence = [Evidence(statement, 0.9, verbatim=True, close=False)]
        clusters = await snapshot.run(joined, snapshot, evidence, Filters())
        return [{stored[item.statement.article].article.id for item in cluster} for cluster in clusters]


async def test_copies_of_another_wording_are_joined_too(wires: Library) -> None:
    assert await _found(wires, "longer") == [_wires(COPIES) | {"longer"}]


async def test_of_formulas_no_more_is_read_than_is_let(
    wires: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (everything,) = await _found(wires, "search-11")
    monkeypatch.setattr(module, "_MOST_READ", 5)
    (some,) = await _found(wires, "search-11")
    assert len(some) < len(everything)
    assert 1 < len(some) <= 6
