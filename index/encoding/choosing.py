"""Which precision and which runtime embed, for building and for answering."""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
import weakref
from collections.abc import Sequence
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from index.encoding.encoder import Encoder
from index.encoding.exports import (
    MODELS,
    Export,
    Precision,
    Runtime,
    copy_export,
    export_folder,
    identity_of,
    intact_export,
)
from index.encoding.models import Model, find_model
from index.encoding.onnx_encoder import OnnxEncoder
from index.encoding.sentence_transformer import SentenceTransformerEncoder
from index.errors import ModelUnavailable

_LOG = logging.getLogger(__name__)
# Where a driver for NVIDIA's GPUs shows itself: on Linux, in a container, in Windows' Linux.
_GPU_DRIVERS = (Path("/proc/driver/nvidia/version"), Path("/dev/nvidiactl"), Path("/dev/dxg"))


class ChosenEncoder:
    """The encoder that builds with a model: exported where it was not, which loads torch once.

    Without a GPU that is int8 by onnxruntime where its vectors are close enough to float32, else
    float32 by onnxruntime, else sentence-transformers itself. On a GPU it is sentence-transformers
    in float32, and the float32 export answers, which also embeds the rest where the GPU fails. Float32 it
    stays where the build of the identity `earlier` has such vectors: what was embedded on a GPU need not be
    embedded again where there is none. Before the first use nothing is loaded or exported, and no GPU sought.
    """

    def __init__(self, model: Model, models: Path | None, device: str | None, earlier: str | None) -> None:
        self._model = model
        self._models = models
        self._device = device
        self._exact = earlier == identity_of(model.source, Precision.FLOAT32)
        self._lock = RLock()
        self._export: Export | None = None
        self._encoder: Encoder | None = None

    @property
    def identity(self) -> str:
        """See `Encoder.identity`; exports the model where it was not."""
        return self._chosen()[0].identity

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return self._chosen()[0].dimensions

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where the model cannot be loaded."""
        return self._running().encode(texts, queries=queries)

    def keep_in(self, models: Path) -> None:
        """Put the export into the folder of exports `models` too."""
        export, own = self._chosen()
        copy_export(export, own, models)

    def _chosen(self) -> tuple[Export, Path]:
        """The export, and the folder of exports that it is in."""
        with self._lock:
            if self._models is None:
                self._models = Path(tempfile.mkdtemp(prefix="whosaid-"))
                weakref.finalize(self, shutil.rmtree, self._models, ignore_errors=True)
            if self._export is None:
                exact = self._exact or self._found_device() != "cpu"
                wanted = (Precision.FLOAT32,) if exact else (Precision.INT8, Precision.FLOAT32)
                self._export = _known(self._model, self._models, wanted) or _made(
                    self._model, self._models, wanted
                )
            return self._export, self._models

    def _found_device(self) -> str:
        if self._device is None:
            self._device = best_device()
        return self._device

    def _running(self) -> Encoder:
        with self._lock:
            if self._encoder is None:
                export, models = self._chosen()
                self._encoder = encoder_of(export, models, self._model)
                if (device := self._found_device()) != "cpu":
                    on_gpu = SentenceTransformerEncoder(self._model, export.identity, device=device)
                    self._encoder = FallingBack(on_gpu, self._encoder)
            return self._encoder


class FallingBack:
    """The encoder `first`, and from where it fails on the encoder `then`, of the same identity; safe across
    threads.
    """

    def __init__(self, first: Encoder, then: Encoder) -> None:
        self.identity = then.identity
        self._using = first
        self._then = then

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return self._then.dimensions

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where both encoders do."""
        using = self._using
        if using is not self._then:
            try:
                return using.encode(texts, queries=queries)
            except ModelUnavailable as error:
                _LOG.warning("%s; the processor goes on", error)
                self._using = self._then
        return self._then.encode(texts, queries=queries)


def load_encoder(
    model: str | None = None,
    *,
    data: Path | None = None,
    device: str | None = None,
    earlier: str | None = None,
) -> ChosenEncoder:
    """The encoder for a sentence-transformers folder or name, by default all-MiniLM-L6-v2.

    Exports are looked for and kept in the data folder `data`; without one they are for this process
    only. `device` is "cpu" or a GPU's name in torch, by default the GPU where there is one; `earlier` is the
    identity of the encoder of the build to go on with. This call only reads the weights, for their checksum.
    Raises ModelUnavailable where there is no such model, or the default's weights are not the published ones.
    """
    found = find_model(model)
    models = data / MODELS if data is not None else None
    return ChosenEncoder(found, models, device, earlier)


def stored_encoder(model: str | None, identity: str, models: Path) -> Encoder | None:
    """The encoder of a build with vectors of that `identity`, from its export in `models`; where the
    export is missing or damaged it is made again. None where `model` now gives other vectors.

    Raises ModelUnavailable where the model is needed and cannot be had.
    """
    export = intact_export(models, identity)
    if export is not None and export.runtime is Runtime.ONNX:
        return encoder_of(export, models, None)
    found = find_model(model)
    precisions = [one for one in Precision if identity_of(found.source, one) == identity]
    if not precisions:
        return None
    if export is None:
        _LOG.warning("the exported model of the index is missing or damaged; exporting %s again", found.name)
        export = _made(found, models, tuple(precisions))
    return encoder_of(export, models, found) if export.identity == identity else None


def keep_export(encoder: Encoder, data: Path) -> None:
    """Put what answering needs of the encoder of a build into the data folder of that build."""
    if isinstance(encoder, ChosenEncoder):
        encoder.keep_in(data / MODELS)


def encoder_of(export: Export, models: Path, model: Model | None) -> Encoder:
    """What runs an intact export; `model` is needed only where that is sentence-transformers."""
    if export.runtime is Runtime.ONNX:
        return OnnxEncoder(export_folder(models, export.identity), export)
    assert model is not None  # noqa: S101 - see above
    return SentenceTransformerEncoder(model, export.identity)


def _known(model: Model, models: Path, wanted: tuple[Precision, ...]) -> Export | None:
    """The intact export that choosing anew would lead to."""
    for precision in wanted:
        export = intact_export(models, identity_of(model.source, precision))
        # A second choice stands only where the first one failed, not where it was never tried.
        if export is not None and (precision is wanted[0] or export.reason is not None):
            return export
    return None


def _made(model: Model, models: Path, wanted: tuple[Precision, ...]) -> Export:
    from index.encoding.exporting import export_model  # loads torch

    return export_model(model, models, wanted)


def best_device() -> str:
    """What embeds fastest here, as torch names it: "cuda", or "cpu" where torch can use no NVIDIA GPU."""
    if not any(driver.exists() for driver in _GPU_DRIVERS):  # asking torch takes seconds
        return "cpu"
    import torch

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        usable = torch.cuda.is_available()
    for one in told:
        _LOG.warning("the GPU is not used: %s", str(one.message).strip().split("\n")[0])
    return "cuda" if usable else "cpu"
