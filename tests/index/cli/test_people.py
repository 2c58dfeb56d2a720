from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from command_line import Run, objects


def test_people_lists_names_and_counts(run: Run, seeds_data: Path) -> None:
    code, out, _ = run("people", "--json", "--data", seeds_data)
    people = {person["name"]: person for person in objects(out)}
    assert code == 0
    assert {name for name, _ in people["Sergei Lavrov"]["aliases"]} == {"Sergei Lavrov", "Sergey Lavrov"}
    assert {"Vladimir Putin", "David Cameron", "John Kerry", "Guido Westerwelle"} <= people.keys()
    code, out, _ = run("people", "--data", seeds_data)
    assert "also: Sergey Lavrov" in out


def test_aliases_win_over_the_rules(run: Run, tmp_path: Path, with_model: Callable[[Path], None]) -> None:
    with_model(tmp_path / "data")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("One\n\nThe harbour stays open, Ada Grant said.\n")
    (corpus / "two.txt").write_text("Two\n\nThe ferry runs late, Adelaide Grant-Moore said.\n")
    assert run("build", corpus)[0] == 0
    names = {person["name"] for person in objects(run("people", "--json")[1])}
    assert names == {"Ada Grant", "Adelaide Grant-Moore"}
    (corpus / "aliases.toml").write_text('"Ada Grant" = ["Adelaide Grant-Moore"]\n')
    assert run("build")[0] == 0
    (person,) = objects(run("people", "--json")[1])
    assert (person["name"], len(person["aliases"])) == ("Ada Grant", 2)
    (corpus / "aliases.toml").write_text("not toml [")
    code, _, err = run("build")
    assert code == 0
    assert "aliases.toml" in err
