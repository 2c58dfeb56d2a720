from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run

HEAD = "query-id\tcorpus-id\tscore\n"


def labelled(folder: Path, corpus: str, queries: str, judgements: str) -> Path:
    """A labelled set in BEIR form in `folder`, which is made."""
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(corpus)
    (folder / "queries.jsonl").write_text(queries)
    (folder / "qrels" / "test.tsv").write_text(judgements)
    return folder


def test_evaluate_prints_one_measure_a_line(
    run: Run, tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    texts = {
        "d1": "Boats leave the harbour at noon.",
        "d2": "Bread needs flour and water.",
        "d3": "Bread needs flour and water.",
    }
    folder = labelled(
        tmp_path / "beir",
        "".join(json.dumps({"_id": key, "title": "", "text": text}) + "\n" for key, text in texts.items()),
        '{"_id": "q1", "text": "when do boats leave?"}\n{"_id": "q2", "text": "what does \\"bread\\" need: flour"}\n'
        '{"_id": "q3", "text": "never judged"}\n',
        f"{HEAD}q1\td1\t1\nq2\td2\t1\nq2\td3\t1\n",
    )
    code, out, _ = run("evaluate", folder, "--run", tmp_path / "out.trec")
    assert code == 0
    assert out.splitlines() == ["nDCG@10 1.0000", "R@10 1.0000", "MRR@10 1.0000"]
    first = (tmp_path / "out.trec").read_text().splitlines()[0].split()
    assert (first[0], first[1], first[2], first[3]) == ("q1", "Q0", "d1", "1")


def test_a_document_may_be_a_title_alone_and_judgements_without_a_query_do_not_count(
    run: Run, tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    folder = labelled(
        tmp_path / "beir",
        '{"_id": "d1", "title": "Extraction of Roots by Repeated Subtractions", "text": ""}\n'
        '{"_id": "d2", "title": "Bread", "text": "Bread needs flour."}\n',
        '\ufeff\n{"_id": "q1", "text": "extraction of roots"}\n\n',
        f"\ufeff{HEAD}q1\td1\t1\nq2\td2\t1\n",
    )
    code, out, _ = run("evaluate", folder, "--mode", "lexical")
    assert (code, out.splitlines()[0]) == (0, "nDCG@10 1.0000")


def test_of_documents_of_one_id_the_first_counts(
    run: Run, tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    folder = labelled(
        tmp_path / "beir",
        '{"_id": "d1", "text": "Bread needs flour."}\n{"_id": "d1", "text": "Boats leave the harbour."}\n',
        '{"_id": "q1", "text": "boats"}\n',
        f"{HEAD}q1\td1\t1\n",
    )
    code, out, err = run("evaluate", folder, "--mode", "lexical")
    assert (code, out.splitlines()[0]) == (0, "nDCG@10 0.0000")
    assert "the id d1 is taken by a document of" in err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("queries.jsonl", '{"_id": "q1", "text": null}\n'),
        ("queries.jsonl", "[]\n"),
        ("qrels/test.tsv", "nothing\there\n1\t2\n"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\n"),
        ("qrels/test.tsv", f"query-id\tcorpus-id\tscore\nq1\t{'d' * 200_000}\t1\n"),
        ("queries.jsonl", '{"_id": "q1", "text": "half \\ud800"}\n'),
        ("queries.jsonl", '{"_id": "q1", "text": "boats"}\n{"_id": "q1", "text": "bread"}\n'),
        ("queries.jsonl", f'{{"_id": "q1", "text": {"[" * 100_000}'),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t5000000000\n"),
    ],
)
def test_a_broken_labelled_set_is_named(run: Run, tmp_path: Path, name: str, content: str) -> None:
    folder = labelled(
        tmp_path / "beir",
        '{"_id": "d1", "text": "Boats leave the harbour."}\n',
        '{"_id": "q1", "text": "boats"}\n',
        f"{HEAD}q1\td1\t1\n",
    )
    (folder / name).write_text(content)
    code, out, err = run("evaluate", folder)
    assert (code, out) == (2, "")
    assert name.rsplit("/", maxsplit=1)[-1] in err
    assert err.count("\n") == 1
