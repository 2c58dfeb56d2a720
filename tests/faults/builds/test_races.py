"""Builds beside builds, and builds beside readers."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.builds.changing_corpus import QUESTIONS, ChangingCorpus
from faults.builds.killing import ROOT, start_build, until_writing
from faults.builds.published import Remembering, answers, build_now, left_over

from index.cli import main
from index.encoding.encoder import Encoder
from index.storage.builds import KEPT, complete_ids, current_id

WithModel = Callable[[Path], None]


@pytest.fixture
def corpus(tmp_path: Path) -> ChangingCorpus:
    return ChangingCorpus(tmp_path / "corpus", random.Random(5))  # noqa: S311


def start_reader(data: Path) -> subprocess.Popen[str]:
    """A process that answers questions, one a line, from the index as it is now."""
    command = [sys.executable, "-m", "index", "ask", "--batch", "-", "--data", str(data)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


async def test_of_two_builds_the_later_one_says_that_it_must_wait(
    tmp_path: Path,
    corpus: ChangingCorpus,
    encoder: Encoder,
    with_model: WithModel,
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = tmp_path / "data"
    with_model(data)
    build_now(data, corpus.folder, encoder)
    corpus.change()
    before = current_id(data)
    first = start_build(data, corpus.folder)
    until_writing(first, data, complete_ids(data))
    first.send_signal(signal.SIGSTOP)
    try:
        assert main(["build", str(corpus.folder), "--data", str(data)]) == 1
        said = capfd.readouterr().err
        assert f"another build is under way (process {first.pid})" in said and said.count("\n") == 1
        assert current_id(data) == before
    finally:
        first.send_signal(signal.SIGCONT)
    _, complaints = first.communicate()
    assert first.returncode == 0, complaints
    assert current_id(data) != before
    build_now(tmp_path / "full", corpus.folder, encoder)
    assert await answers(data, encoder) == await answers(tmp_path / "full", encoder)
    assert main(["build", str(corpus.folder), "--data", str(data)]) == 0


async def test_two_processes_that_build_for_the_first_time_make_one_index(
    tmp_path: Path, corpus: ChangingCorpus, encoder: Encoder, with_model: WithModel
) -> None:
    data = tmp_path / "data"
    with_model(data)
    both = [start_build(data, corpus.folder) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert sorted(process.returncode for process in both) in ([0, 0], [0, 1]), said
    for process, complaint in zip(both, said, strict=True):
        if process.returncode:
            assert "another build is under way" in complaint and complaint.count("\n") == 1
    build_now(tmp_path / "full", corpus.folder, encoder)
    assert await answers(data, encoder) == await answers(tmp_path / "full", encoder)
    assert left_over(data) == []


async def test_a_reader_keeps_its_build_through_three_newer_ones(
    tmp_path: Path, corpus: ChangingCorpus, encoder: Encoder, with_model: WithModel
) -> None:
    data = tmp_path / "data"
    quick = Remembering(encoder)
    with_model(data)
    build_now(data, corpus.folder, quick)
    first = json.loads(json.dumps(await answers(data, quick)))
    with start_reader(data) as reader:
        assert reader.stdin is not None and reader.stdout is not None

        def ask() -> list[object]:
            found = []
            for number, question in enumerate(QUESTIONS):
                print(json.dumps({"id": number, "question": question}), file=reader.stdin, flush=True)
                assert reader.stdout is not None
                answered = json.loads(reader.stdout.readline())
                assert answered.pop("id") == number
                found.append(answered)
            return found

        assert ask() == first
        for _ in range(3):
            corpus.change()
            build_now(data, corpus.folder, quick)
            assert ask() == first
        reader.stdin.close()
        assert reader.wait() == 0
    assert len(complete_ids(data)) == KEPT
    assert left_over(data) == []
    assert json.loads(json.dumps(await answers(data, quick))) != first
