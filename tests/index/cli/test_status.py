from __future__ import annotations

from pathlib import Path

from command_line import Run, objects

SEEDS = Path(__file__).parents[3] / "seeds"


def test_status_tells_what_is_indexed(run: Run, seeds_data: Path) -> None:
    code, out, _ = run("status", "--json", "--data", seeds_data)
    (status,) = objects(out)
    assert code == 0
    assert status["articles"] == 5
    assert status["corpus"] == [str(SEEDS.resolve())]
    assert "sha256" in status["model"]
    assert status["runtime"] == "onnxruntime, int8"
    assert run("status", "--data", seeds_data)[1].startswith("build: ")


def test_an_index_that_is_missing_is_an_error_for_status(run: Run) -> None:
    code, _, err = run("status")
    assert code == 1
    assert "python -m index build" in err
