from __future__ import annotations

from pathlib import Path

import pytest

from index.building.sources import model_name
from index.settings import IndexSettings


def test_a_models_folder_is_recorded_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    assert model_name(IndexSettings(data=tmp_path, model="mine")) == str(tmp_path / "mine")
    assert model_name(IndexSettings(data=tmp_path, model="all-mpnet-base-v2")) == "all-mpnet-base-v2"
    assert model_name(IndexSettings(data=tmp_path)) is None
