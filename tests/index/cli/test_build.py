from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from command_line import Run, objects

from index.storage.builds import writing


def test_build_reports_what_it_did_and_is_repeated_by_a_bare_build(
    run: Run, tmp_path: Path, with_model: Callable[[Path], None]
) -> None:
    with_model(tmp_path / "data")
    corpus = tmp_path / "articles"
    corpus.mkdir()
    (corpus / "one.txt").write_text("One\n\nThe harbour stays open, Ada Grant said.\n")
    (corpus / "empty.txt").write_text("")
    code, out, err = run("build", corpus, "--progress", "json")
    events = objects(out)
    assert (code, err) == (0, "")
    assert {event["event"] for event in events} == {"progress", "skipped", "done"}
    assert events[-1]["articles"] == 1
    assert events[-1]["skipped"] == 1
    (corpus / "two.txt").write_text("Two\n\nThe ferry runs late, Tom Hale said.\n")
    code, out, err = run("build")
    assert code == 0
    assert out.startswith("indexed 2 articles")
    assert "1 added" in out
    assert err.startswith("skipped ")
    assert "empty.txt" in err


def test_machines_are_told_which_failure_it_is(run: Run, tmp_path: Path) -> None:
    with writing(tmp_path / "data"):
        code, out, err = run("build", "--data", tmp_path / "data", "--progress", "json")
    (event,) = objects(out)
    assert (code, event["event"], event["error"]) == (1, "failed", "BuildUnderWay")
    assert event["reason"] in err
