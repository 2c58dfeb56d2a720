from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from index.answers.answer import Answer
from index.answers.as_json import answer_object
from index.answers.confidence import of_passages
from index.library import Library
from index.search.candidates import UnitKind

HERE = Path(__file__).parent
BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


def _questions(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _flaw(expected: dict[str, Any], answer: dict[str, Any]) -> str | None:
    spec = importlib.util.spec_from_file_location("questions", BENCHMARKS / "questions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    result: str | None = module.flaw(expected, answer)
    return result


@pytest.mark.parametrize(
    "expected",
    _questions("questions.jsonl") + _questions("own_questions.jsonl"),
    ids=lambda item: str(item["id"]),
)
async def test_the_seed_questions(library: Library, expected: dict[str, Any]) -> None:
    answer = answer_object(await library.ask(expected["question"]))
    assert _flaw(expected, answer) is None


async def _check_verbatim(library: Library, answer: Answer) -> int:
    checked = 0
    for speaker in answer.speakers:
        for entry in speaker.statements:
            assert entry.text == " ".join(entry.citations[0].quote.split())
            for citation in entry.citations:
                text = (await library.article(citation.article)).text
                assert text[citation.start : citation.end] == citation.quote
                start = citation.context_start
                assert text[start : start + len(citation.context)] == citation.context
                assert citation.quote in citation.context
                assert all(0 <= a < b <= len(citation.quote) for a, b in citation.highlights)
                checked += 1
    for hit in answer.passages:
        assert (await library.article(hit.article)).text[hit.start : hit.end] == hit.text
        assert all(0 <= a < b <= len(hit.text) for a, b in hit.highlights)
        checked += 1
    return checked


async def test_every_citation_is_verbatim(library: Library) -> None:
    questions = [item["question"] for item in _questions("questions.jsonl")]
    assert sum([await _check_verbatim(library, await library.ask(question)) for question in questions]) > 40


async def test_one_statement_in_three_articles_is_one_entry(library: Library) -> None:
    answer = await library.ask("who said territorial integrity")
    (entry,) = answer.speakers[0].statements
    assert {citation.article[:3] for citation in entry.citations} == {"000", "001", "003"}
    differing = next(citation for citation in entry.citations if citation.article.startswith("003"))
    assert "integral and sovereign state" in differing.quote
    assert entry.citations[0].article.startswith("001"), "a quote with the words comes before a report"
    marked = [entry.citations[0].quote[start:end] for start, end in entry.citations[0].highlights]
    assert marked == ["territorial integrity"]


async def test_alike_words_of_another_day_are_another_statement(library: Library) -> None:
    answer = await library.ask("what did Cameron say about letting the Syrian people decide who governs them")
    articles = [
        {citation.article[:3] for citation in entry.citations} for entry in answer.speakers[0].statements
    ]
    assert not any({"000", "002"} <= cited or {"001", "002"} <= cited for cited in articles)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Putin", "Vladimir Putin"),
        ("vladimir putin", "Vladimir Putin"),
        ("President Putin", "Vladimir Putin"),
        ("Cameron", "David Cameron"),
        ("Mr Cameron", "David Cameron"),
        ("Lavrov", "Sergei Lavrov"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Kerry", "John Kerry"),
        ("Westerwelle", "Guido Westerwelle"),
        ("Biden", "Joe Biden"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("Peskov", "Dmitry Peskov"),
        ("Wight", "John Wight"),
        ("Friend", "Tim Friend"),
        ("Obama", "Barack Obama"),
    ],
)
async def test_each_speaker_is_found_under_the_full_name(library: Library, name: str, full: str) -> None:
    answer = await library.ask(f"what did {name} say")
    assert answer.found
    assert answer.asked_speaker == full
    assert [speaker.name for speaker in answer.speakers] == [full]
    assert answer.notice is None


@pytest.mark.parametrize(
    ("typed", "full"), [("Camron", "David Cameron"), ("Westerwele", "Guido Westerwelle")]
)
async def test_typing_mistakes_in_names_are_understood_and_said(
    library: Library, typed: str, full: str
) -> None:
    answer = await library.ask(f"what did {typed} say")
    assert answer.asked_speaker == full
    assert answer.notice is not None
    assert typed in answer.notice
    assert full in answer.notice


async def test_what_two_say_together_is_found_under_each(library: Library) -> None:
    answer = await library.ask("who said joint steps to bring peace to Syria")
    assert {"Vladimir Putin", "David Cameron"} <= {speaker.name for speaker in answer.speakers}


async def test_what_another_person_said_is_told_honestly(library: Library) -> None:
    answer = await library.ask("did Putin say gang of cutthroats")
    assert not answer.found
    assert [speaker.name for speaker in answer.speakers] == ["John Wight"]


async def test_unnamed_speakers_are_found_as_the_text_calls_them(library: Library) -> None:
    answer = await library.ask("what did the activists say about Qusayr")
    assert (answer.found, answer.notice) == (True, None)
    assert [speaker.name for speaker in answer.speakers] == ["Activists"]


async def test_two_speakers_are_asked_for_at_once(library: Library) -> None:
    answer = await library.ask("what did Putin and Cameron say about Syria")
    assert {speaker.name for speaker in answer.speakers} == {"Vladimir Putin", "David Cameron"}


async def test_a_name_that_nobody_has_is_told_honestly(library: Library) -> None:
    answer = await library.ask("what did Merkel say")
    assert not answer.found
    assert answer.speakers == ()
    assert answer.notice is not None
    assert "Merkel" in answer.notice


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        ("source:AFP", {"001"}),
        ('source:"moscow times"', {"004"}),
        ("source:002", {"002"}),
        ("after:2013-05-10", {"001"}),
        ("before:2013-05-11", {"001"}),
        ("before:2013-05-10", set()),
        ("after:2013-05-11", set()),
        ("source:nowhere", set()),
    ],
)
async def test_filters_hold_for_every_citation(library: Library, filters: str, articles: set[str]) -> None:
    answer = await library.ask(f"what did Cameron say {filters}")
    cited = {
        citation.article[:3]
        for speaker in answer.speakers
        for entry in speaker.statements
        for citation in entry.citations
    }
    assert cited == articles
    assert answer.found == bool(articles)
    searched = await library.search(f"Syria {filters}")
    assert {hit.article[:3] for hit in searched} == articles


async def test_a_speaker_filter_narrows_who_said(library: Library) -> None:
    everybody = await library.ask("who said transitional government")
    assert {"David Cameron", "John Kerry"} <= {speaker.name for speaker in everybody.speakers}
    answer = await library.ask("who said transitional government speaker:Kerry")
    assert answer.found
    assert [speaker.name for speaker in answer.speakers] == ["John Kerry"]


async def test_an_exact_phrase_must_stand_in_the_statement(library: Library) -> None:
    assert (await library.ask('who said "gang of cutthroats"')).found
    assert (await library.ask('who said "Gang of  Cutthroats"')).found
    assert not (await library.ask('who said "cutthroats of gang"')).found


async def test_scores_are_bounded_and_best_comes_first(library: Library) -> None:
    for item in _questions("questions.jsonl"):
        answer = await library.ask(item["question"])
        scores = [speaker.score for speaker in answer.speakers]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in [*scores, *(hit.score for hit in answer.passages)])


async def test_a_passage_scores_by_its_likeness_and_the_different_words_it_holds(library: Library) -> None:
    words = "heavy weapons, weapons and rebels"
    answer = await library.ask(words)
    async with library.snapshot() as snapshot:
        candidates = await snapshot.candidates(UnitKind.PASSAGE, words, list, k=15)
        calibration = of_passages(snapshot.manifest.passages)
    scores = {
        round(calibration.confidence(one.cosine or 0.0, one.coverage, words=3), 4) for one in candidates
    }
    assert answer.found
    assert answer.passages[0].score == max(scores)
    assert {hit.score for hit in answer.passages} <= scores
