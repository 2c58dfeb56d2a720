from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.building import versions as module
from index.building.versions import versions


@pytest.mark.parametrize(
    ("changed", "anew"),
    [
        ("passages.py", {"articles", "statements", "terms"}),
        ("storage/writer.py", {"articles", "statements"}),
        ("building/storing.py", {"statements"}),
        ("articles/layout.py", {"articles", "statements"}),
        ("quotations/verbs.py", {"statements"}),
        ("folding.py", {"articles", "statements", "terms"}),
        ("search/tokens.py", {"terms"}),
        ("answers/evidence.py", set()),
    ],
)
def test_what_a_module_makes_is_made_anew_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, anew: set[str]
) -> None:
    tree = tmp_path / "index"
    shutil.copytree(module._INDEX, tree, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "_INDEX", tree)
    before = versions(statements=True)
    with (tree / changed).open("a") as file:
        file.write("# changed\n")
    after = versions(statements=True)
    parts = ("articles", "statements", "terms")
    assert {part for part in parts if getattr(before, part) != getattr(after, part)} == anew
