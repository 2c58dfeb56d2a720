from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import index
from index.articles.corpus import Skipped
from index.building.additions import write_removed
from index.building.pipeline import _meanwhile, build
from index.building.progress import Progress, Stage, Summary
from index.encoding.encoder import Encoder
from index.errors import BadInput, NoIndex, OperationFailed
from index.search.fusion import SearchMode
from index.storage.builds import builds_folder, complete_ids, current_id

HARBOUR = (
    "Harbour to stay open, mayor says\n\n"
    "The harbour will stay open through the winter, Mayor Ada Grant said on Monday.\n\n"
    '"Nobody closes this harbour while I am mayor," Grant told reporters at the pier.\n'
)
FERRY = (
    "Ferry company cuts its timetable\n\n"
    "The ferry company will run fewer boats from March, its director Tom Hale said.\n\n"
    '"Fewer passengers mean fewer boats," Hale said.\n'
)


class Counting:
    """The real encoder, counting the texts that it embeds."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.texts: list[str] = []

    @property
    def identity(self) -> str:
        return self._encoder.identity

    @property
    def dimensions(self) -> int:
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        self.texts += texts
        return self._encoder.encode(texts, queries=queries)


@pytest.fixture
def counting(encoder: Encoder) -> Counting:
    return Counting(encoder)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR)
    (folder / "ferry.txt").write_text(FERRY)
    return folder


def _build(data: Path, corpus: Path, encoder: Encoder) -> Summary:
    return build(data, [corpus], encoder, model=None, listener=lambda event: None)


def _arrays(data: Path) -> dict[str, NDArray[np.generic]]:
    folder = builds_folder(data) / str(current_id(data))
    return {path.name: np.load(path) for path in sorted(folder.glob("*.npy"))}


async def test_an_index_answers_with_citations(tmp_path: Path, corpus: Path, encoder: Encoder) -> None:
    summary = _build(tmp_path / "data", corpus, encoder)
    assert (summary.articles, summary.added, summary.changed, summary.removed) == (2, 2, 0, 0)
    async with index.open(tmp_path / "data") as library:
        answer = await library.ask("who said nobody closes this harbour")
        assert answer.speakers[0].name == "Ada Grant"
        citation = answer.speakers[0].statements[0].citations[0]
        assert HARBOUR[citation.start : citation.end] == citation.quote


def test_nothing_changed_embeds_nothing(tmp_path: Path, corpus: Path, counting: Counting) -> None:
    first = _build(tmp_path / "data", corpus, counting)
    assert first.embedded == len(counting.texts) > 0
    counting.texts.clear()
    second = _build(tmp_path / "data", corpus, counting)
    assert counting.texts == []
    assert (second.embedded, second.added, second.changed, second.removed) == (0, 0, 0, 0)


def test_a_changed_article_embeds_its_own_text_only(tmp_path: Path, corpus: Path, counting: Counting) -> None:
    _build(tmp_path / "data", corpus, counting)
    counting.texts.clear()
    (corpus / "ferry.txt").write_text(FERRY.replace("Fewer passengers", "Far fewer passengers"))
    summary = _build(tmp_path / "data", corpus, counting)
    assert (summary.added, summary.changed, summary.removed) == (0, 1, 0)
    assert counting.texts
    assert all("arbour" not in text for text in counting.texts)


def test_an_incremental_build_equals_a_full_one(tmp_path: Path, corpus: Path, encoder: Encoder) -> None:
    (corpus / "gone.txt").write_text("Gone\n\nThis article will go, its author Max Reed said.\n")
    _build(tmp_path / "step", corpus, encoder)
    (corpus / "gone.txt").unlink()
    (corpus / "ferry.txt").write_text(FERRY + '\n"Nothing is decided," Hale added.\n')
    summary = _build(tmp_path / "step", corpus, encoder)
    assert (summary.changed, summary.removed) == (1, 1)
    _build(tmp_path / "full", corpus, encoder)
    step, full = _arrays(tmp_path / "step"), _arrays(tmp_path / "full")
    assert step.keys() == full.keys()
    for name, array in full.items():
        if name.endswith("vectors.npy"):
            np.testing.assert_allclose(step[name], array, atol=1e-4)
        else:
            np.testing.assert_array_equal(step[name], array)


@pytest.mark.parametrize(
    "texts", [[], ["Only one passage, Ada Grant said."], ["One, Ann Lee said.", "Two, Bob Ray said."]]
)
async def test_corpora_of_no_one_or_two_passages_work(
    tmp_path: Path, texts: list[str], encoder: Encoder
) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    summary = _build(tmp_path / "data", folder, encoder)
    assert summary.passages == len(texts)
    async with index.open(tmp_path / "data") as library:
        assert len(await library.search("said passage one two")) == len(texts)
        assert not (await library.ask("who said the moon is made of cheese")).found
        assert not (await library.ask("what did Max Planck say")).found


async def test_every_format_and_language_is_searched(tmp_path: Path, encoder: Encoder) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "plain.txt").write_text(HARBOUR)
    (folder / "marked.md").write_text(
        "---\ntitle: Orchard\noutlet: Field Notes\ndate: 2020-05-01\n---\n\nThe apples ripen early, Ann Lee said.\n"
    )
    page = "<p>The lighthouse keeper, Max Reed, said that the lamp would burn all winter long.</p>"
    (folder / "page.html").write_text(
        f"<html><head><title>Lamp</title></head><body><article><h1>Lamp</h1>{page * 3}</article></body></html>"
    )
    lines = [
        {"_id": 7, "title": "Brot", "text": "Der Bäcker sagte, das Brot werde teurer."},
        {"id": "ru", "title": "Хлеб", "text": "Пекарь сказал, что хлеб подорожает."},
    ]
    (folder / "lines.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    assert _build(tmp_path / "data", folder, encoder).articles == 5
    async with index.open(tmp_path / "data") as library:
        for words, article in {
            "harbour": "plain",
            "apples": "marked",
            "lighthouse": "page",
            "Bäcker": "7",
            "хлеб": "ru",
        }.items():
            assert (await library.search(words, mode=SearchMode.LEXICAL))[0].article == article
        (speaker,) = (await library.ask("who said apples ripen source:field after:2020-05-01")).speakers
        assert (speaker.name, speaker.statements[0].citations[0].outlet) == ("Ann Lee", "Field Notes")
        lamp = (await library.ask("who said the lamp would burn")).speakers[0]
        assert lamp.name == "Max Reed"


def test_bad_files_are_reported_and_stop_nothing(tmp_path: Path, corpus: Path, encoder: Encoder) -> None:
    (corpus / "empty.txt").write_text(" \n")
    (corpus / "binary.txt").write_bytes(b"\x00\x01\x02")
    (corpus / "latin.txt").write_bytes("Überfall, sagte er.".encode("latin-1"))
    (corpus / "twice.txt").write_text(HARBOUR)
    events: list[Progress | Skipped] = []
    summary = build(tmp_path / "data", [corpus], encoder, model=None, listener=events.append)
    assert summary.articles == 2
    assert {Path(item.file).name for item in summary.skipped} == {
        "empty.txt",
        "binary.txt",
        "latin.txt",
        "twice.txt",
    }
    assert all(item.reason and "\n" not in item.reason for item in summary.skipped)
    assert [event for event in events if isinstance(event, Skipped)] == list(summary.skipped)
    assert {event.stage for event in events if isinstance(event, Progress)} == set(Stage)


def test_a_corpus_without_a_readable_article_does_not_replace_an_index(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    _build(tmp_path / "data", corpus, encoder)
    before = current_id(tmp_path / "data")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(OperationFailed, match="no article could be read"):
        _build(tmp_path / "data", tmp_path / "picture.png", encoder)
    assert current_id(tmp_path / "data") == before


def test_a_folder_that_was_emptied_does_not_replace_an_index(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    _build(tmp_path / "data", corpus, encoder)
    before = current_id(tmp_path / "data")
    write_removed(tmp_path / "data", {"gone long ago": "A title"})
    for file in corpus.iterdir():
        file.unlink()
    with pytest.raises(OperationFailed, match="no article is left in the corpus; the earlier index goes on"):
        _build(tmp_path / "data", corpus, encoder)
    assert complete_ids(tmp_path / "data") == [before]


def test_an_index_whose_articles_were_all_removed_is_empty(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    _build(tmp_path / "data", corpus, encoder)
    write_removed(tmp_path / "data", {"harbour": "The harbour", "ferry": "The ferry"})
    assert _build(tmp_path / "data", corpus, encoder).articles == 0


def test_a_corpus_that_is_not_there_leaves_the_index_alone(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    _build(tmp_path / "data", corpus, encoder)
    before = current_id(tmp_path / "data")
    with pytest.raises(BadInput, match="nowhere"):
        _build(tmp_path / "data", tmp_path / "nowhere", encoder)
    assert complete_ids(tmp_path / "data") == [before]


def test_a_failing_encoder_leaves_the_index_alone(tmp_path: Path, corpus: Path, encoder: Encoder) -> None:
    class Failing(Counting):
        def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
            raise OperationFailed("the model broke")

    _build(tmp_path / "data", corpus, encoder)
    before = current_id(tmp_path / "data")
    (corpus / "ferry.txt").write_text(FERRY + "\nMore text, Hale said.\n")
    with pytest.raises(OperationFailed, match="the model broke"):
        _build(tmp_path / "data", corpus, Failing(encoder))
    assert current_id(tmp_path / "data") == before
    assert [path.name for path in builds_folder(tmp_path / "data").iterdir()] == [before]


def test_work_that_has_not_begun_is_dropped_when_a_build_fails() -> None:
    done: list[str] = []
    with pytest.raises(OperationFailed), _meanwhile(1) as threads:
        begun = threads.submit(time.sleep, 0.05)
        waiting = threads.submit(done.append, "it ran")
        raise OperationFailed("the model broke")
    assert begun.done() and waiting.cancelled() and not done


async def test_kill_9_in_the_middle_of_a_build_leaves_the_earlier_index_answering(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    data = tmp_path / "data"
    _build(data, corpus, encoder)
    before = current_id(data)
    many = [
        {"id": f"a{n}", "title": f"Note {n}", "text": f"Note {n} is new, Ann Lee said."} for n in range(5000)
    ]
    (corpus / "many.jsonl").write_text("\n".join(map(json.dumps, many)))
    command = [sys.executable, "-m", "index", "build", str(corpus), "--data", str(data), "--progress", "json"]
    child = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=DEVNULL)
    assert child.stdout is not None
    assert json.loads(await child.stdout.readline())["event"] == "progress"
    child.kill()
    assert await child.wait() == -signal.SIGKILL
    assert current_id(data) == before
    assert len(list(builds_folder(data).iterdir())) == 2, (
        "the dead build should be there for this test to mean anything"
    )
    async with index.open(data) as library:
        assert (await library.ask("who said fewer passengers")).speakers[0].name == "Tom Hale"
    (corpus / "many.jsonl").unlink()
    _build(data, corpus, encoder)
    assert sorted(path.name for path in builds_folder(data).iterdir()) == complete_ids(data)


async def test_a_damaged_build_is_named_and_the_earlier_one_answers(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    data = tmp_path / "data"
    _build(data, corpus, encoder)
    earlier = current_id(data)
    _build(data, corpus, encoder)
    array = builds_folder(data) / str(current_id(data)) / "passages.vectors.npy"
    content = bytearray(array.read_bytes())
    content[-1] ^= 1
    array.write_bytes(content)
    async with index.open(data) as library:
        assert (await library.status()).build == earlier
        assert not await library.refresh()


async def test_opening_what_was_never_built_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="index build"):
        async with index.open(tmp_path):
            pass


async def test_a_new_build_is_swapped_in_while_questions_run(
    tmp_path: Path, corpus: Path, encoder: Encoder
) -> None:
    data = tmp_path / "data"
    _build(data, corpus, encoder)
    async with index.open(data) as library:
        assert not await library.refresh()
        (corpus / "pier.txt").write_text("Pier\n\nThe pier needs paint, Ann Lee said.\n")
        assert not (await library.ask("who said the pier needs paint")).found
        _build(data, corpus, encoder)
        assert await library.refresh()
        assert (await library.ask("who said the pier needs paint")).speakers[0].name == "Ann Lee"
