from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from command_line import Run, objects

from index.storage.builds import current_id, writing

SEEDS = Path(__file__).parents[3] / "seeds"
# Where the tests run in the background, interrupts are ignored by what they start.
_INTERRUPTIBLE = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from index.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_ask_answers_as_text(run: Run, seeds_data: Path) -> None:
    code, out, err = run("ask", "who said territorial integrity", "--data", seeds_data)
    assert (code, err) == (0, "")
    assert "Vladimir Putin" in out
    assert "[1] Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10" in out
    assert "\x1b" not in out


def test_ask_prints_the_answer_object(run: Run, seeds_data: Path) -> None:
    code, out, _ = run("ask", "who", "said", "territorial integrity", "--json", "--data", seeds_data)
    (answer,) = objects(out)
    assert code == 0
    assert answer["question"] == "who said territorial integrity"
    assert (answer["intent"], answer["found"]) == ("who_said", True)
    statement = answer["speakers"][0]["statements"][0]
    assert {"text", "kind", "score", "citations"} <= statement.keys()
    citation = {"article", "title", "outlet", "published", "url", "start", "end", "quote", "context"}
    assert citation <= statement["citations"][0].keys()
    assert {"article", "start", "end", "text", "score", "highlights"} <= answer["passages"][0].keys()


def test_a_question_that_finds_nothing_is_done_all_the_same(run: Run, seeds_data: Path) -> None:
    code, out, _ = run("ask", "who said the moon landing was faked", "--data", seeds_data)
    assert code == 0
    assert "Nobody in the corpus is quoted as saying that" in out


def test_a_first_question_waits_for_another_that_builds(seeds_data: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-m", "index", "ask", "who said territorial integrity", "--data", str(data)]
    with writing(data):
        asking = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert asking.stderr is not None
        assert asking.stderr.readline().endswith("; waiting for the build that is under way\n")
        shutil.copytree(seeds_data, data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("lock"))
    out, err = asking.communicate()
    assert (asking.returncode, err) == (0, "")
    assert "Vladimir Putin" in out


def test_a_batch_goes_on_after_bad_lines(run: Run, seeds_data: Path, tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "question": "who said territorial integrity"}',
        "not json",
        '{"id": 7, "question": "who said x before:never"}',
        "",
        '{"id": "b"}',
        "[1]",
        '{"id": "c", "question": "quotes by Tim Friend"}',
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(lines))
    code, out, _ = run("ask", "--batch", tmp_path / "batch.jsonl", "--data", seeds_data)
    answers = objects(out)
    assert code == 0
    assert [answer["id"] for answer in answers] == ["a", None, 7, "b", None, "c"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]
    assert "before:never" in answers[2]["error"]


def test_a_batch_survives_what_is_no_text(run: Run, seeds_data: Path, tmp_path: Path) -> None:
    lines = [
        r'{"id": 1, "question": "who said \ud800"}',
        r'{"id": "\ud800", "question": "quotes by Tim Friend"}',
        '{"id": NaN, "question": "quotes by Tim Friend"}',
        '{"id": 1e999, "question": "quotes by Tim Friend"}',
        '{"id": 4.5, "question": "quotes by Tim Friend"}',
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(lines))
    code, out, _ = run("ask", "--batch", tmp_path / "batch.jsonl", "--data", seeds_data)
    answers = objects(out)
    assert code == 0
    assert [answer["id"] for answer in answers] == [1, "\ud800", None, None, 4.5]
    assert ["error" in answer for answer in answers] == [True, False, True, True, False]


def test_the_first_question_builds_the_index(
    run: Run, tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("One\n\nThe harbour stays open, Ada Grant said.\n")
    code, out, err = run("ask", "who said the harbour stays open", "--json")
    assert code == 0
    assert objects(out)[0]["speakers"][0]["name"] == "Ada Grant"
    assert "building it first" in err


def test_an_interrupt_ends_the_build_before_the_first_answer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    asking = subprocess.Popen(
        [sys.executable, "-c", _INTERRUPTIBLE, "ask", "who said territorial integrity", "--data", str(data)],
        env={**os.environ, "WHOSAID_CORPUS": str(SEEDS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert asking.stderr is not None
    assert "building it first" in asking.stderr.readline()
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate()
    assert (asking.returncode, out) == (128 + signal.SIGINT, "")
    assert err.splitlines()[-1] == "error: interrupted"
    assert current_id(data) is None
