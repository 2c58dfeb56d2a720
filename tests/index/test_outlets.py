from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest

import index
from index.building.pipeline import build
from index.encoding.encoder import Encoder
from index.library import Library
from index.outlets import Outlets
from index.questions.intent import Intent

FERRY = "The ferry to the island will stop for the winter, because its engine needs to be repaired. "
HARBOUR = "Fishermen in the harbour have asked for a longer pier, and the town has put money aside for it. "
ARTICLES = (
    ("gazette-ferry", "The Harbour Gazette", FERRY),
    ("gleaner-ferry", "Gleaner", FERRY.replace("winter", "season")),
    ("watch-pier", "ShoreWatch", HARBOUR),
    ("gazette-pier", "The Harbour Gazette", HARBOUR.replace("longer", "wider")),
    ("nobody-ferry", None, FERRY.replace("stop", "rest")),
)


@pytest.fixture(scope="module")
async def library(
    encoder: Encoder, with_model: Callable[[Path], None], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Library]:
    folder = tmp_path_factory.mktemp("outlets")
    corpus = folder / "corpus.jsonl"
    records = ({"id": key, "outlet": outlet, "text": text} for key, outlet, text in ARTICLES)
    corpus.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    with_model(folder / "data")
    build(folder / "data", [corpus], encoder, model=None, listener=lambda _: None)
    async with index.open(folder / "data") as opened:
        yield opened


def test_articles_answer_for_the_words_of_their_outlets_name() -> None:
    articles = {
        "The Lantern": np.array([0, 2], dtype=np.int32),
        "Evening Lantern": np.array([3], dtype=np.int32),
        "KQTV": np.array([1], dtype=np.int32),
    }
    outlets = Outlets(articles, 5)
    named = outlets.named("What do the Lantern and the Evening Lantern write?")
    assert {term: np.flatnonzero(held).tolist() for term, held in named.items()} == {
        "lantern": [0, 2, 3],
        "evening": [3],
    }
    assert outlets.called("the lantern") == {0}
    assert outlets.called("who") == frozenset()
    assert np.flatnonzero(outlets.articles({0, 2})).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Does The Harbour Gazette report that the ferry is repaired?", "gazette-ferry"),
        ("the ferry and its engine, according to the Gleaner", "gleaner-ferry"),
        ("why does shorewatch say fishermen want a pier", "watch-pier"),
    ],
)
async def test_articles_of_the_outlet_that_is_named_come_first(
    library: Library, question: str, first: str
) -> None:
    answer = await library.ask(question)
    assert answer.found
    assert answer.passages[0].article == first


async def test_an_outlet_in_the_place_of_a_speaker_answers_with_its_articles(library: Library) -> None:
    for question in (
        "What did the Harbour Gazette say about the ferry?",
        "did shorewatch say that a pier is wanted",
    ):
        answer = await library.ask(question)
        assert answer.intent is Intent.PASSAGES and answer.found
        assert answer.notice is not None and answer.notice.endswith(
            "is an outlet: its articles were searched."
        )
        named = {outlet for key, outlet, _ in ARTICLES if key in {hit.article for hit in answer.passages}}
        assert len(named) == 1


async def test_an_outlet_without_a_topic_is_nobody(library: Library) -> None:
    answer = await library.ask("quotes by the Gleaner")
    assert not answer.found and not answer.passages
    assert answer.notice == "Nobody called “the Gleaner” is quoted in the corpus."
