"""An exported model, run by onnxruntime and tokenizers: no torch."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoding.exports import GRAPH, TOKENIZER, Export
from index.encoding.telemetry import without_telemetry
from index.errors import ModelUnavailable, first_line
from index.processors import processors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

_FEATURES = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
_SLOW_FUSION = "SkipLayerNormFusion"
"""Its kernel takes five times as long as what it replaces, a tenth of a text's time."""
INPUTS = frozenset(_FEATURES)
"""The inputs that a graph may have, each int64 (1, tokens)."""


class OnnxEncoder:
    """The export in a folder whose checksums hold, loaded when it is first used; safe across threads.

    Every text runs alone, without padding: dynamic quantisation scales whole tensors, so that in a
    batch a vector would depend on its neighbours. Several texts run side by side on one thread each,
    which on a processor without a wide pool is no slower than batches.
    """

    def __init__(self, folder: Path, export: Export) -> None:
        self.identity = export.identity
        self.dimensions = export.dimensions
        self._folder = folder
        self._export = export
        self._lock = Lock()

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`. Raises ModelUnavailable where the export cannot be run."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        prompt = self._export.query_prompt if queries else self._export.document_prompt
        with self._lock:
            tokenizer, session = self._parts
        tokens = tokenizer.encode_batch_fast([prompt + text for text in texts])
        names = [put.name for put in session.get_inputs()]

        def run(encoding: Encoding) -> NDArray[np.float32]:
            inputs = {name: np.array([getattr(encoding, _FEATURES[name])], dtype=np.int64) for name in names}
            vector: NDArray[np.float32] = session.run(None, inputs)[0][0]
            return vector

        threads = min(processors(), len(texts))
        if threads == 1:
            return np.stack([run(encoding) for encoding in tokens])
        # The longest first, so that all threads end at about the same time.
        order = sorted(range(len(tokens)), key=lambda at: -len(tokens[at]))
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        with ThreadPoolExecutor(threads) as pool:
            for at, vector in zip(order, pool.map(run, (tokens[at] for at in order)), strict=True):
                vectors[at] = vector
        return vectors

    @cached_property
    def _parts(self) -> tuple[Tokenizer, InferenceSession]:
        without_telemetry()
        try:
            import onnxruntime
            from tokenizers import Tokenizer

            onnxruntime.set_default_logger_severity(4)  # what fails is raised
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            session = onnxruntime.InferenceSession(
                self._folder / GRAPH,
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=[_SLOW_FUSION],
            )
            tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
            tokenizer.no_padding()
            tokenizer.enable_truncation(self._export.max_length)
        except Exception as error:  # whatever the libraries raise, the user hears one sentence
            raise ModelUnavailable(
                f"The exported model in {self._folder} cannot be run: {first_line(error)}"
            ) from error
        return tokenizer, session
