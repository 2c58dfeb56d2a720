from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index.building.pipeline import build
from index.building.sources import earlier_encoder
from index.cli import main
from index.encoding import choosing, exporting
from index.encoding.choosing import keep_export, load_encoder, stored_encoder
from index.encoding.encoder import Encoder
from index.encoding.exports import (
    GRAPH,
    MODELS,
    Export,
    Precision,
    Runtime,
    export_folder,
    fresh_folder,
    intact_export,
    prune_exports,
    read_export,
)
from index.encoding.lazy_encoder import LazyEncoder, runtime_of
from index.encoding.models import find_model
from index.encoding.sentence_transformer import SentenceTransformerEncoder
from index.errors import ModelUnavailable

MakeModel = Callable[..., Path]
TEXTS = ["", "The mayor said", "the bridge on a river, closed. " * 4, "mayor : bridge " * 60, "Zürich ÇA 7"]


@pytest.fixture(scope="module")
def exported(make_model: MakeModel, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A model, and a data folder with its export."""
    model, data = make_model(), tmp_path_factory.mktemp("data")
    load_encoder(str(model), data=data).encode(["a"])
    return model, data


def _export(data: Path, identity: str) -> Export:
    export = read_export(data / MODELS, identity)
    assert export is not None
    return export


@pytest.mark.parametrize(
    ("kind", "dimensions"),
    [
        ({"pooling": "cls", "prompts": {"query": "query : ", "passage": "passage : "}}, 32),
        ({"pooling": "max", "normalised": False, "lower": False}, 32),
        ({"dense": True, "longest": 16}, 16),
        ({"family": "t5"}, 32),
    ],
    ids=["cls and prompts", "max without normalisation", "dense and short", "t5"],
)
def test_exports_are_as_good_as_the_model(
    make_model: MakeModel, tmp_path: Path, kind: dict[str, Any], dimensions: int
) -> None:
    model = str(make_model(**kind))
    exact = SentenceTransformerEncoder(find_model(model), "")
    export = exporting.export_model(find_model(model), tmp_path / MODELS, (Precision.FLOAT32,))
    float32 = choosing.encoder_of(export, tmp_path / MODELS, None)
    int8 = load_encoder(model, data=tmp_path)
    for queries in (False, True):
        expected = exact.encode(TEXTS, queries=queries)
        assert expected.shape == (len(TEXTS), dimensions)
        np.testing.assert_allclose(float32.encode(TEXTS, queries=queries), expected, atol=1e-4)
        assert (int8.encode(TEXTS, queries=queries) * expected).sum(axis=1).min() > 0.98
    assert _export(tmp_path, int8.identity).runtime is Runtime.ONNX


def test_the_default_model_as_exported_has_its_vectors(encoder: Encoder) -> None:
    assert encoder.identity.endswith(f" {Precision.INT8}")
    exact = SentenceTransformerEncoder(find_model(None), "")
    texts = ["The president promised to respect his neighbour.", "", "北京 🙂", "fog " * 600]
    assert (encoder.encode(texts) * exact.encode(texts)).sum(axis=1).min() > 0.98


def test_questions_and_passages_have_their_own_prompts(make_model: MakeModel) -> None:
    encoder = load_encoder(str(make_model(prompts={"query": "query : ", "document": "passage : "})))
    bare = load_encoder(str(make_model()))  # of the same weights
    for queries, prompt in ((True, "query : "), (False, "passage : ")):
        vectors = encoder.encode(["the river"], queries=queries)
        np.testing.assert_allclose(vectors, bare.encode([f"{prompt}the river"]), atol=1e-6)
        assert vectors[0] @ bare.encode(["the river"])[0] < 0.9999


def test_a_model_that_cannot_be_exported_is_run_as_it_is(make_model: MakeModel, tmp_path: Path) -> None:
    model = str(make_model(include_prompt=False, prompts={"query": "query : "}))
    encoder = load_encoder(model, data=tmp_path)
    assert encoder.identity.endswith(f" {Precision.FLOAT32}")
    export = _export(tmp_path, encoder.identity)
    assert export.runtime is Runtime.SENTENCE_TRANSFORMERS
    assert "prompt" in (export.reason or "")
    assert runtime_of(tmp_path, encoder.identity).startswith("sentence-transformers, float32 (")
    lazy = LazyEncoder(tmp_path, encoder.identity, recorded=model, model=None)
    np.testing.assert_allclose(lazy.encode(TEXTS), encoder.encode(TEXTS), atol=1e-5)


def test_where_int8_is_too_coarse_float32_is_exported(
    make_model: MakeModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = str(make_model("cls"))
    monkeypatch.setitem(exporting._LEAST_COSINE, Precision.INT8, 1.1)
    encoder = load_encoder(model, data=tmp_path)
    assert encoder.identity.endswith(f" {Precision.FLOAT32}")
    assert runtime_of(tmp_path, encoder.identity).startswith(
        f"onnxruntime, float32 ({Precision.INT8}: cosine"
    )
    monkeypatch.setattr(choosing, "_made", None)  # the choice is remembered, not made again
    assert load_encoder(model, data=tmp_path).identity == encoder.identity


@pytest.mark.parametrize("device", ["cpu:0", *(["cuda"] if torch.cuda.is_available() else [])])
def test_on_another_device_vectors_are_float32_and_answered_by_onnx(
    make_model: MakeModel, tmp_path: Path, device: str
) -> None:
    model = str(make_model())
    on_device = load_encoder(model, data=tmp_path, device=device)
    assert on_device.identity.endswith(f" {Precision.FLOAT32}")
    answering = stored_encoder(model, on_device.identity, tmp_path / MODELS)
    assert type(answering).__name__ == "OnnxEncoder"
    assert answering is not None
    assert (answering.encode(TEXTS) * on_device.encode(TEXTS)).sum(axis=1).min() > 0.9999
    assert load_encoder(model, data=tmp_path, device="cpu").identity.endswith(f" {Precision.INT8}")


def test_vectors_of_a_gpu_are_gone_on_with_where_there_is_none(
    make_model: MakeModel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, data, corpus = str(make_model()), tmp_path / "data", tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("One\n\nThe mayor closed the bridge on the river.\n")
    on_device = load_encoder(model, data=data, device="cpu:0")
    build(data, [corpus], on_device, model=model, listener=lambda event: None)
    (corpus / "two.txt").write_text("Two\n\nThe ferry stays in the harbour.\n")
    assert main(["build", "--data", str(data)]) == 0
    assert "; 1 texts embedded)" in capsys.readouterr().out
    assert earlier_encoder(data) == on_device.identity


@pytest.mark.parametrize(("device", "failed"), [("cuda:99", "loaded"), ("meta", "run")])
def test_where_a_gpu_fails_the_processor_goes_on(
    make_model: MakeModel, tmp_path: Path, caplog: pytest.LogCaptureFixture, device: str, failed: str
) -> None:
    encoder = load_encoder(str(make_model()), data=tmp_path, device=device)
    vectors = encoder.encode(TEXTS)
    np.testing.assert_array_equal(vectors, encoder.encode(TEXTS))
    (told,) = caplog.messages
    assert re.fullmatch(
        rf"The model model in \S+ cannot be {failed} on {device}: .+; the processor goes on", told
    )
    on_processor = stored_encoder(None, encoder.identity, tmp_path / MODELS)
    assert on_processor is not None
    np.testing.assert_array_equal(vectors, on_processor.encode(TEXTS))


@pytest.mark.parametrize("kind", ["float16", "bfloat16"])
def test_a_model_stored_in_half_precision_is_run_in_full(
    make_model: MakeModel, tmp_path: Path, kind: str
) -> None:
    folder = make_model()
    network = SentenceTransformer(str(folder), device="cpu")
    network.to(getattr(torch, kind)).save_pretrained(str(tmp_path / "half"))
    exact = SentenceTransformerEncoder(find_model(str(tmp_path / "half")), "")
    alone = np.concatenate([exact.encode([text]) for text in TEXTS])
    assert (alone * exact.encode(TEXTS)).sum(axis=1).min() > 0.9999
    assert load_encoder(str(tmp_path / "half"), data=tmp_path).identity.endswith(f" {Precision.INT8}")


def test_a_gpu_that_torch_cannot_use_is_told_of(
    make_model: MakeModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unusable() -> bool:
        warnings.warn("The driver is too old.\nUpdate it.", stacklevel=1)
        return False

    (tmp_path / "version").touch()
    monkeypatch.setattr(choosing, "_GPU_DRIVERS", (tmp_path / "none", tmp_path / "version"))
    monkeypatch.setattr("torch.cuda.is_available", unusable)
    assert load_encoder(str(make_model()), data=tmp_path).identity.endswith(f" {Precision.INT8}")
    assert caplog.messages == ["the GPU is not used: The driver is too old."]


def test_an_export_is_used_again_without_torch(exported: tuple[Path, Path]) -> None:
    model, data = exported
    code = (
        "import sys; from pathlib import Path; from index.encoding.choosing import load_encoder;"
        "e = load_encoder(sys.argv[1], data=Path(sys.argv[2])); e.identity; e.encode(['a', 'b'], queries=True);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers')))"
    )
    command = [sys.executable, "-c", code, str(model), str(data)]
    assert subprocess.run(command, check=False).returncode == 0


def test_no_library_keeps_events_to_report(exported: tuple[Path, Path], tmp_path: Path) -> None:
    model, data = exported
    code = (
        "import sys; from pathlib import Path; from index.encoding.choosing import load_encoder;"
        "load_encoder(sys.argv[1], data=Path(sys.argv[2])).encode(['a'])"
    )
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-c", code, str(model), str(data)]
    assert subprocess.run(command, check=False, env=environment).returncode == 0
    assert list(tmp_path.rglob("*")) == []


def test_a_copy_serves_where_the_model_is_gone(exported: tuple[Path, Path], tmp_path: Path) -> None:
    model, data = exported
    encoder = load_encoder(str(model), data=data)
    keep_export(encoder, tmp_path)
    lazy = LazyEncoder(tmp_path, encoder.identity, recorded="no-such-folder", model=None)
    np.testing.assert_array_equal(lazy.encode(TEXTS), encoder.encode(TEXTS))


@pytest.mark.parametrize("harm", ["damaged", "missing"])
def test_a_harmed_export_is_made_again_with_one_line(
    exported: tuple[Path, Path], tmp_path: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    model, data = exported
    encoder = load_encoder(str(model), data=data)
    keep_export(encoder, tmp_path)
    graph = export_folder(tmp_path / MODELS, encoder.identity) / GRAPH
    content = graph.read_bytes()
    graph.unlink()
    if harm == "damaged":
        graph.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert intact_export(tmp_path / MODELS, encoder.identity) is None
    gone = LazyEncoder(tmp_path, encoder.identity, recorded=str(tmp_path / "gone"), model=None)
    with pytest.raises(ModelUnavailable, match="neither a folder"):
        gone.encode(["a"])
    caplog.clear()
    lazy = LazyEncoder(tmp_path, encoder.identity, recorded=str(model), model=None)
    np.testing.assert_array_equal(lazy.encode(TEXTS), encoder.encode(TEXTS))
    assert [record.getMessage().split(";")[0] for record in caplog.records] == [
        "the exported model of the index is missing or damaged"
    ]
    assert intact_export(tmp_path / MODELS, encoder.identity) is not None


def test_another_encoder_than_the_builds_is_refused(
    exported: tuple[Path, Path], make_model: MakeModel
) -> None:
    model, data = exported
    identity = load_encoder(str(model), data=data).identity
    other = LazyEncoder(data, identity, recorded=str(model), model=str(make_model("cls")))
    with pytest.raises(ModelUnavailable, match="was built with model, and the model set is now"):
        other.encode(["a"])
    older = LazyEncoder(data, "model sha256:0123", recorded=str(model), model=None)
    with pytest.raises(ModelUnavailable, match="run: python -m index build"):
        older.encode(["a"])


def test_what_no_build_refers_to_is_pruned(exported: tuple[Path, Path], tmp_path: Path) -> None:
    model, data = exported
    encoder = load_encoder(str(model), data=data)
    keep_export(encoder, tmp_path)
    models = tmp_path / MODELS
    for name in (".new-dead", "unused"):
        (models / name).mkdir()
    with fresh_folder(models) as fresh:
        prune_exports(models, {encoder.identity})
        left = {path.name for path in models.iterdir()}
        assert left == {fresh.name, export_folder(models, encoder.identity).name}
        prune_exports(models, set())
        assert {path.name for path in models.iterdir()} == {fresh.name}
    assert not list(models.iterdir())


def test_a_killed_export_leaves_nothing_that_is_trusted(exported: tuple[Path, Path], tmp_path: Path) -> None:
    model, data = exported
    code = (
        "import sys; from pathlib import Path; from index.encoding.choosing import load_encoder;"
        "load_encoder(sys.argv[1], data=Path(sys.argv[2])).identity"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(model), str(tmp_path)])
    models = tmp_path / MODELS
    while process.poll() is None and not list(models.glob(f".new-*/{GRAPH}*")):
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    identity = load_encoder(str(model), data=data).identity
    assert intact_export(models, identity) is None
    assert load_encoder(str(model), data=tmp_path).identity == identity
    assert intact_export(models, identity) is not None
