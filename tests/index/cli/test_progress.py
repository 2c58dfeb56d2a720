from __future__ import annotations

import json

import pytest

from index.articles.corpus import Skipped
from index.building.progress import Progress, Stage, Summary
from index.cli.progress import print_summary, shown_progress


def _skip(form: str, count: int) -> None:
    with shown_progress(form) as listener:
        listener(Progress(Stage.READING, 1, None))
        for number in range(count):
            listener(Skipped(f"{number}.txt", "it is empty"))


def test_of_very_many_files_that_are_skipped_the_first_are_named_and_all_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _skip("auto", 100)
    assert capsys.readouterr().err.splitlines()[-1] == "skipped 99.txt: it is empty"
    _skip("auto", 5_000)
    told = capsys.readouterr().err.splitlines()
    assert told[:100] == [f"skipped {number}.txt: it is empty" for number in range(100)]
    assert told[100:] == ["skipped 4900 more; `--progress json` names each"]


def test_a_failed_build_counts_them_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="full"), shown_progress("auto") as listener:
        for _ in range(102):
            listener(Skipped("a.txt", "it is empty"))
        raise OSError("full")
    assert capsys.readouterr().err.splitlines()[-1].startswith("skipped 2 more")


def test_machines_are_told_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    _skip("json", 300)
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["file"] for event in events[1:]] == [f"{number}.txt" for number in range(300)]


@pytest.mark.parametrize("form", ["auto", "json"])
def test_the_summary_counts_what_is_not_kept(capsys: pytest.CaptureFixture[str], form: str) -> None:
    kept = (Skipped("a.txt", "it is empty"),)
    print_summary(Summary("b1", 1, 2, 3, 4, 1, 0, 0, kept, 5, 6.0, skips=70_000), form)
    out = capsys.readouterr().out
    assert ("70000 skipped;" if form == "auto" else '"skipped": 70000') in out
    assert "skips" not in out and "a.txt" not in out
