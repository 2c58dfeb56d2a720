from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Run, objects


@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_search_has_every_mode(run: Run, seeds_data: Path, mode: str) -> None:
    command = ("search", "chemical weapons", "--mode", mode, "--limit", "3", "--json", "--data", seeds_data)
    code, out, _ = run(*command)
    (result,) = objects(out)
    assert code == 0
    assert len(result["passages"]) == 3
    assert "chemical weapons" in result["passages"][0]["text"]


def test_search_prints_passages_with_their_sources(run: Run, seeds_data: Path) -> None:
    code, out, _ = run("search", "Lakhdar Brahimi", "--data", seeds_data)
    assert code == 0
    assert out.lstrip().startswith("[1] Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10")


def test_lexical_search_works_without_any_model(run: Run, seeds_data: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "no-such-model")
    code, out, err = run(
        "search", "embargo", "--mode", "lexical", "--model", missing, "--data", seeds_data, "--json"
    )
    assert (code, err) == (0, "")
    assert "embargo" in objects(out)[0]["passages"][0]["text"]
    code, out, err = run("ask", "who said embargo", "--model", missing, "--data", seeds_data)
    assert (code, out) == (1, "")
    assert "no-such-model" in err
    assert err.count("\n") == 1


def test_a_reader_that_has_seen_enough_is_no_failure(seeds_data: Path) -> None:
    command = [sys.executable, "-m", "index", "search", "territorial integrity", "--mode", "lexical"]
    command += ["--data", str(seeds_data)]
    pipe = subprocess.PIPE
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=root) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, "")
