from __future__ import annotations

from pathlib import Path

from command_line import Run, objects

SEEDS = Path(__file__).parents[3] / "seeds"


def test_article_shows_the_stored_text(run: Run, seeds_data: Path) -> None:
    name = "003_d9a6e410e0b783e4"
    code, out, _ = run("article", name, "--json", "--data", seeds_data)
    (article,) = objects(out)
    assert code == 0
    assert article["text"] == (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    assert article["title"] == "Russia, U.K. Planning Joint Steps Toward Syria Peace"
    code, out, _ = run("article", name, "--data", seeds_data)
    assert "outlet: unknown" in out
