from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.cli import main
from index.storage.builds import writing

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in an empty folder, without settings of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("WHOSAID_DATA", "WHOSAID_CORPUS", "WHOSAID_MODEL"):
        monkeypatch.delenv(name, raising=False)


def _run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def _objects(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_ask_answers_as_text(capsys: pytest.CaptureFixture[str], seeds_data: Path) -> None:
    code, out, err = _run(capsys, "ask", "who said territorial integrity", "--data", seeds_data)
    assert (code, err) == (0, "")
    assert "Vladimir Putin" in out
    assert "[1] Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10" in out
    assert "\x1b" not in out


def test_ask_prints_the_answer_object(capsys: pytest.CaptureFixture[str], seeds_data: Path) -> None:
    code, out, _ = _run(capsys, "ask", "who", "said", "territorial integrity", "--json", "--data", seeds_data)
    (answer,) = _objects(out)
    assert code == 0
    assert answer["question"] == "who said territorial integrity"
    assert (answer["intent"], answer["found"]) == ("who_said", True)
    statement = answer["speakers"][0]["statements"][0]
    assert {"text", "kind", "score", "citations"} <= statement.keys()
    citation = {"article", "title", "outlet", "published", "url", "start", "end", "quote", "context"}
    assert citation <= statement["citations"][0].keys()
    assert {"article", "start", "end", "text", "score", "highlights"} <= answer["passages"][0].keys()


def test_a_question_that_finds_nothing_is_done_all_the_same(
    capsys: pytest.CaptureFixture[str], seeds_data: Path
) -> None:
    code, out, _ = _run(capsys, "ask", "who said the moon landing was faked", "--data", seeds_data)
    assert code == 0
    assert "Nobody in the corpus is quoted as saying that" in out


def test_a_batch_goes_on_after_bad_lines(
    capsys: pytest.CaptureFixture[str], seeds_data: Path, tmp_path: Path
) -> None:
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
    code, out, _ = _run(capsys, "ask", "--batch", tmp_path / "batch.jsonl", "--data", seeds_data)
    answers = _objects(out)
    assert code == 0
    assert [answer["id"] for answer in answers] == ["a", None, 7, "b", None, "c"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]
    assert "before:never" in answers[2]["error"]


def test_a_batch_survives_what_is_no_text(
    capsys: pytest.CaptureFixture[str], seeds_data: Path, tmp_path: Path
) -> None:
    lines = [
        r'{"id": 1, "question": "who said \ud800"}',
        r'{"id": "\ud800", "question": "quotes by Tim Friend"}',
        '{"id": NaN, "question": "quotes by Tim Friend"}',
        '{"id": 4, "question": "quotes by Tim Friend"}',
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(lines))
    code, out, _ = _run(capsys, "ask", "--batch", tmp_path / "batch.jsonl", "--data", seeds_data)
    answers = _objects(out)
    assert code == 0
    assert [answer["id"] for answer in answers] == [1, "\ud800", None, 4]
    assert ["error" in answer for answer in answers] == [True, False, True, False]


@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_search_has_every_mode(capsys: pytest.CaptureFixture[str], seeds_data: Path, mode: str) -> None:
    command = ("search", "chemical weapons", "--mode", mode, "--limit", "3", "--json", "--data", seeds_data)
    code, out, _ = _run(capsys, *command)
    (result,) = _objects(out)
    assert code == 0
    assert len(result["passages"]) == 3
    assert "chemical weapons" in result["passages"][0]["text"]


def test_search_prints_passages_with_their_sources(
    capsys: pytest.CaptureFixture[str], seeds_data: Path
) -> None:
    code, out, _ = _run(capsys, "search", "Lakhdar Brahimi", "--data", seeds_data)
    assert code == 0
    assert out.lstrip().startswith("[1] Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10")


def test_lexical_search_works_without_any_model(
    capsys: pytest.CaptureFixture[str], seeds_data: Path, tmp_path: Path
) -> None:
    missing = str(tmp_path / "no-such-model")
    code, out, err = _run(
        capsys, "search", "embargo", "--mode", "lexical", "--model", missing, "--data", seeds_data, "--json"
    )
    assert (code, err) == (0, "")
    assert "embargo" in _objects(out)[0]["passages"][0]["text"]
    code, out, err = _run(capsys, "ask", "who said embargo", "--model", missing, "--data", seeds_data)
    assert (code, out) == (1, "")
    assert "no-such-model" in err
    assert err.count("\n") == 1


def test_article_shows_the_stored_text(capsys: pytest.CaptureFixture[str], seeds_data: Path) -> None:
    name = "003_d9a6e410e0b783e4"
    code, out, _ = _run(capsys, "article", name, "--json", "--data", seeds_data)
    (article,) = _objects(out)
    assert code == 0
    assert article["text"] == (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    assert article["title"] == "Russia, U.K. Planning Joint Steps Toward Syria Peace"
    code, out, _ = _run(capsys, "article", name, "--data", seeds_data)
    assert "outlet: unknown" in out


def test_status_tells_what_is_indexed(capsys: pytest.CaptureFixture[str], seeds_data: Path) -> None:
    code, out, _ = _run(capsys, "status", "--json", "--data", seeds_data)
    (status,) = _objects(out)
    assert code == 0
    assert status["articles"] == 5
    assert status["corpus"] == [str(SEEDS.resolve())]
    assert "sha256" in status["model"]
    assert status["runtime"] == "onnxruntime, int8"
    assert _run(capsys, "status", "--data", seeds_data)[1].startswith("build: ")


def test_people_lists_names_and_counts(capsys: pytest.CaptureFixture[str], seeds_data: Path) -> None:
    code, out, _ = _run(capsys, "people", "--json", "--data", seeds_data)
    people = {person["name"]: person for person in _objects(out)}
    assert code == 0
    assert {name for name, _ in people["Sergei Lavrov"]["aliases"]} == {"Sergei Lavrov", "Sergey Lavrov"}
    assert {"Vladimir Putin", "David Cameron", "John Kerry", "Guido Westerwelle"} <= people.keys()
    code, out, _ = _run(capsys, "people", "--data", seeds_data)
    assert "also: Sergey Lavrov" in out


def test_aliases_win_over_the_rules(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("One\n\nThe harbour stays open, Ada Grant said.\n")
    (corpus / "two.txt").write_text("Two\n\nThe ferry runs late, Adelaide Grant-Moore said.\n")
    assert _run(capsys, "build", corpus)[0] == 0
    names = {person["name"] for person in _objects(_run(capsys, "people", "--json")[1])}
    assert names == {"Ada Grant", "Adelaide Grant-Moore"}
    (corpus / "aliases.toml").write_text('"Ada Grant" = ["Adelaide Grant-Moore"]\n')
    assert _run(capsys, "build")[0] == 0
    (person,) = _objects(_run(capsys, "people", "--json")[1])
    assert (person["name"], len(person["aliases"])) == ("Ada Grant", 2)
    (corpus / "aliases.toml").write_text("not toml [")
    code, _, err = _run(capsys, "build")
    assert code == 0
    assert "aliases.toml" in err


def test_quotes_reads_files_and_json_lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = 'The harbour stays open.\n\n"Nobody closes it," Mayor Ada Grant said.'
    (tmp_path / "harbour.txt").write_text(text)
    (tmp_path / "harbour.jsonl").write_text(json.dumps({"id": 3, "text": text}) + "\n{}\n")
    code, out, _ = _run(capsys, "quotes", tmp_path / "harbour.txt")
    (record,) = _objects(out)
    assert (code, record["id"]) == (0, "harbour")
    (quote,) = record["quotes"]
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert (quote["speaker"], quote["kind"], quote["cue"]) == ("Ada Grant", "direct", "said")
    assert "Grant" in text[quote["speaker_start"] : quote["speaker_end"]]
    code, out, _ = _run(capsys, "quotes", "--jsonl", tmp_path / "harbour.jsonl")
    first, second = _objects(out)
    assert (first["id"], first["quotes"]) == (3, record["quotes"])
    assert "error" in second


def test_build_reports_what_it_did_and_is_repeated_by_a_bare_build(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    corpus = tmp_path / "articles"
    corpus.mkdir()
    (corpus / "one.txt").write_text("One\n\nThe harbour stays open, Ada Grant said.\n")
    (corpus / "empty.txt").write_text("")
    code, out, err = _run(capsys, "build", corpus, "--progress", "json")
    events = _objects(out)
    assert (code, err) == (0, "")
    assert {event["event"] for event in events} == {"progress", "skipped", "done"}
    assert events[-1]["articles"] == 1
    assert events[-1]["skipped"] == 1
    (corpus / "two.txt").write_text("Two\n\nThe ferry runs late, Tom Hale said.\n")
    code, out, err = _run(capsys, "build")
    assert code == 0
    assert out.startswith("indexed 2 articles")
    assert "1 added" in out
    assert err.startswith("skipped ")
    assert "empty.txt" in err


def test_machines_are_told_which_failure_it_is(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with writing(tmp_path / "data"):
        code, out, err = _run(capsys, "build", "--data", tmp_path / "data", "--progress", "json")
    (event,) = _objects(out)
    assert (code, event["event"], event["error"]) == (1, "failed", "BuildUnderWay")
    assert event["reason"] in err


def test_evaluate_prints_one_measure_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    folder = tmp_path / "beir"
    (folder / "qrels").mkdir(parents=True)
    texts = {
        "d1": "Boats leave the harbour at noon.",
        "d2": "Bread needs flour and water.",
        "d3": "Bread needs flour and water.",
    }
    (folder / "corpus.jsonl").write_text(
        "".join(json.dumps({"_id": key, "title": "", "text": text}) + "\n" for key, text in texts.items())
    )
    (folder / "queries.jsonl").write_text(
        '{"_id": "q1", "text": "when do boats leave?"}\n{"_id": "q2", "text": "what does \\"bread\\" need: flour"}\n'
        '{"_id": "q3", "text": "never judged"}\n'
    )
    (folder / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\nq2\td3\t1\n"
    )
    code, out, _ = _run(capsys, "evaluate", folder, "--run", tmp_path / "out.trec")
    assert code == 0
    assert out.splitlines() == ["nDCG@10 1.0000", "R@10 1.0000", "MRR@10 1.0000"]
    first = (tmp_path / "out.trec").read_text().splitlines()[0].split()
    assert (first[0], first[1], first[2], first[3]) == ("q1", "Q0", "d1", "1")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["build", "nowhere"], "nowhere"),
        (["frobnicate"], "frobnicate"),
        (["search", "x", "--mode", "magic"], "magic"),
        (["search", "x", "--limit", "0"], "'0'"),
        (["ask"], "question"),
        (["ask", "who said x", "--batch", "file"], "--batch"),
        (["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl"),
        (["ask", "who said x after:soon"], "after:soon"),
        (["ask", "who said \udcff"], "not valid text"),
        (["search", "?!"], "no words"),
        (["search", "speaker:Putin", "trade"], "speaker"),
        (["article", "no-such-id"], "no-such-id"),
        (["quotes"], "--jsonl"),
        (["quotes", "nowhere.txt"], "nowhere.txt"),
        (["quotes", "--jsonl", "nowhere.jsonl"], "nowhere.jsonl"),
        (["evaluate", "nowhere"], "nowhere"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], seeds_data: Path, arguments: list[str], named: str
) -> None:
    data = [] if arguments[0] in {"quotes", "frobnicate"} else ["--data", str(seeds_data)]
    code, out, err = _run(capsys, *arguments, *data)
    assert (code, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1


def test_an_index_that_is_missing_is_an_error_for_status(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(capsys, "status")
    assert code == 1
    assert "python -m index build" in err


def test_the_first_question_builds_the_index(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("One\n\nThe harbour stays open, Ada Grant said.\n")
    code, out, err = _run(capsys, "ask", "who said the harbour stays open", "--json")
    assert code == 0
    assert _objects(out)[0]["speakers"][0]["name"] == "Ada Grant"
    assert "building it first" in err


def test_a_settings_file_that_is_no_text_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".env").write_bytes(b"WHOSAID_DATA=\xff\xfe\n")
    code, _, err = _run(capsys, "status")
    assert code == 2
    assert ".env" in err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("queries.jsonl", '{"_id": "q1", "text": null}\n'),
        ("queries.jsonl", "[]\n"),
        ("qrels/test.tsv", "nothing\there\n1\t2\n"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\n"),
    ],
)
def test_a_broken_labelled_set_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: str
) -> None:
    folder = tmp_path / "beir"
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text('{"_id": "d1", "text": "Boats leave the harbour."}\n')
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "boats"}\n')
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n")
    (folder / name).write_text(content)
    code, out, err = _run(capsys, "evaluate", folder)
    assert (code, out) == (2, "")
    assert name.rsplit("/", maxsplit=1)[-1] in err
    assert err.count("\n") == 1


def test_settings_come_from_the_environment_file(
    capsys: pytest.CaptureFixture[str], seeds_data: Path
) -> None:
    Path(".env").write_text(f"WHOSAID_DATA={seeds_data}\n")
    code, out, _ = _run(capsys, "status", "--json")
    assert (code, _objects(out)[0]["articles"]) == (0, 5)


def test_a_reader_that_has_seen_enough_is_no_failure(seeds_data: Path) -> None:
    command = [sys.executable, "-m", "index", "search", "territorial integrity", "--mode", "lexical"]
    command += ["--data", str(seeds_data)]
    pipe = subprocess.PIPE
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=root) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, "")
