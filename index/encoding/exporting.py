"""A sentence-transformers model to an ONNX graph that is as good as it; loads torch.

The graph goes from the tokens of one text to its vector, with pooling and normalisation inside.
Where onnxruntime knows the architecture, its fusions are applied. In the int8 form the matrices of
the transformer are eight-bit integers, by channel and with seven of the bits used, since the
processors without VNNI add two products in sixteen bits and would saturate; word embeddings stay
as they are. Whatever is made counts only if its vectors are those of sentence-transformers.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.encoding.exports import (
    GRAPH,
    TOKENIZER,
    Export,
    Precision,
    Runtime,
    fresh_folder,
    identity_of,
    publish_export,
)
from index.encoding.models import Model
from index.encoding.onnx_encoder import INPUTS, OnnxEncoder
from index.encoding.quiet import quiet_exporting
from index.encoding.sentence_transformer import load, vectors_of
from index.encoding.telemetry import without_telemetry
from index.errors import ModelUnavailable, first_line
from index.storage.disk import is_full, why
from index.storage.manifest import checksum

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_LEAST_COSINE = {Precision.INT8: 0.98, Precision.FLOAT32: 0.9999}
_MODULES = {"Transformer", "Pooling", "Dense", "Normalize", "LayerNorm", "Dropout"}
_FUSED = {"bert", "roberta", "xlm-roberta", "camembert", "distilbert"}  # `model_type`s
_OPSET = 17
_LONGEST = 8192  # tokens; attention needs the square of it
_LIBRARIES = ("onnxruntime", "onnx", "tokenizers", "torch", "sentence-transformers", "transformers")

_SENTENCE = "The mayor of the town said on Monday that the bridge over the river would be closed until May. "
CHECKED = (
    "",
    "Vows.",
    "who said territorial integrity",
    _SENTENCE,
    "Москва́ 北京 Zürich 🙂 A\tB\n\n“quoted”, don't — 3.5 % ",
    _SENTENCE * 3 + "Nobody had asked the ferrymen, who were not amused. " * 4,
    _SENTENCE * 200,
)
"""Texts of all lengths, the longest beyond what models read, on which an export is checked."""


class _NoExport(Exception):
    """Why a model cannot be exported."""


def export_model(model: Model, models: Path, precisions: tuple[Precision, ...]) -> Export:
    """Export into the folder of exports `models`, by the first of `precisions` that is good enough.

    Where none is, what is published says that sentence-transformers itself is to be used, and why.
    Raises ModelUnavailable where the model cannot be loaded, and where the disk refuses the export.
    """
    try:
        return _export(model, models, precisions)
    except OSError as error:
        raise ModelUnavailable(
            f"{models}: the exported form of {model.name} cannot be written ({why(error, models)})"
        ) from error


def _export(model: Model, models: Path, precisions: tuple[Precision, ...]) -> Export:
    with quiet_exporting():
        loaded = load(model, attention="eager")  # the graph that the fusions know
        expected = {queries: vectors_of(loaded, CHECKED, queries=queries) for queries in (False, True)}
        reasons: list[str] = []
        for precision in precisions:
            with fresh_folder(models) as folder:
                try:
                    export = _exported(model, loaded, folder, precision, expected, reasons)
                except Exception as error:
                    if is_full(error):  # which says nothing about the model
                        raise
                    reasons.append(f"{precision}: {first_line(error)}")
                    continue
                publish_export(models, folder, export)
                return export
        export = _described(
            model, loaded, Precision.FLOAT32, Runtime.SENTENCE_TRANSFORMERS, reasons, expected, {}
        )
        with fresh_folder(models) as folder:
            publish_export(models, folder, export)
    return export


def _exported(
    model: Model,
    loaded: SentenceTransformer,
    folder: Path,
    precision: Precision,
    expected: dict[bool, NDArray[np.float32]],
    reasons: list[str],
) -> Export:
    """Write graph and tokenizer into `folder` and check them. Raises whatever stands in the way."""
    _refuse_unusual(loaded)
    (folder / TOKENIZER).write_text(loaded.tokenizer.backend_tokenizer.to_str(), encoding="utf-8")
    for fuse in (True, False):
        _write_graph(loaded, folder / GRAPH, precision, fuse=fuse)
        files = {name: checksum(folder / name) for name in (GRAPH, TOKENIZER)}
        export = _described(model, loaded, precision, Runtime.ONNX, reasons, expected, files)
        least = _least_cosine(OnnxEncoder(folder, export), expected)
        if least >= _LEAST_COSINE[precision]:
            return export
    raise _NoExport(f"cosine {least:.4f} to sentence-transformers is below {_LEAST_COSINE[precision]}")


def _described(
    model: Model,
    loaded: SentenceTransformer,
    precision: Precision,
    runtime: Runtime,
    reasons: list[str],
    expected: dict[bool, NDArray[np.float32]],
    files: dict[str, str],
) -> Export:
    return Export(
        identity=identity_of(model.source, precision),
        runtime=runtime,
        precision=precision,
        reason="; ".join(reasons) or None,
        dimensions=int(expected[False].shape[1]),
        max_length=int(loaded.max_seq_length or 0),
        query_prompt=_prompt(loaded, "query"),
        document_prompt=_prompt(loaded, "document", "passage", "corpus"),
        files=files,
        versions={name: version(name) for name in _LIBRARIES},
    )


def _refuse_unusual(loaded: SentenceTransformer) -> None:
    """Raise _NoExport for what a graph and a tokenizer would not say."""
    kinds = [type(module).__name__ for module in loaded]
    if kinds[0] != "Transformer" or not set(kinds[1:]) <= _MODULES - {"Transformer"}:
        raise _NoExport(f"its modules are {', '.join(kinds)}")
    if not getattr(loaded.tokenizer, "is_fast", False):
        raise _NoExport("its tokenizer is none of the tokenizers library")
    if not 0 < (loaded.max_seq_length or 0) <= _LONGEST:
        raise _NoExport("it has no small greatest length of a text")
    if not all(getattr(module, "include_prompt", True) for module in loaded):
        raise _NoExport("its pooling leaves the prompt out")


def _prompt(loaded: SentenceTransformer, *names: str) -> str:
    """What stands before a text: the first prompt of those names, else the model's default."""
    named = (loaded.prompts.get(name) for name in (*names, loaded.default_prompt_name) if name is not None)
    return next((prompt for prompt in named if prompt is not None), "")


def _write_graph(loaded: SentenceTransformer, path: Path, precision: Precision, *, fuse: bool) -> None:
    """Write the graph of the loaded model, whose weights go to the processor's memory once more."""
    without_telemetry()
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    plain = path.with_suffix(".plain")
    _trace(loaded, plain)
    config: Any = loaded[0].config
    if fuse and config.model_type in _FUSED:
        options = FusionOptions("bert")
        # Added and normalised in one, which onnxruntime does five times as slowly as one after the other.
        options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
        fused = optimizer.optimize_model(
            str(plain),
            "bert",
            num_heads=config.num_attention_heads,
            hidden_size=config.hidden_size,
            optimization_options=options,
            opt_level=0,
        )
        fused.save_model_to_file(str(plain))
    if precision is Precision.INT8:
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        plain.unlink()
    else:
        plain.replace(path)


def _trace(loaded: SentenceTransformer, path: Path) -> None:
    """Export the modules from tokens to the unit vector."""
    import torch

    features = loaded.preprocess([_SENTENCE, _SENTENCE * 2])
    names = [name for name, value in features.items() if isinstance(value, torch.Tensor)]
    if not {"input_ids"} <= set(names) <= INPUTS:
        raise _NoExport(f"its inputs are {', '.join(names)}")

    class Vector(torch.nn.Module):
        """All modules of the model in one."""

        def __init__(self) -> None:
            super().__init__()
            self.parts = torch.nn.ModuleList(loaded)

        def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
            values: dict[str, Any] = dict(zip(names, inputs, strict=True))
            for part in self.parts:
                values = part(values)
            vector = values["sentence_embedding"][:, : loaded.truncate_dim]
            return torch.nn.functional.normalize(vector, p=2.0, dim=1)

    with torch.no_grad():
        torch.onnx.export(
            Vector().eval(),
            tuple(features[name] for name in names),
            str(path),
            input_names=names,
            output_names=["vector"],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in names} | {"vector": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _least_cosine(encoder: OnnxEncoder, expected: dict[bool, NDArray[np.float32]]) -> float:
    """The least likeness of the export's vectors to `expected`, which are of the same CHECKED texts."""
    return min(
        float((encoder.encode(CHECKED, queries=queries) * vectors).sum(axis=1).min())
        for queries, vectors in expected.items()
    )
