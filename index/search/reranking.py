"""An optional second look at the best passages: a cross-encoder reads question and passage together.

It sees what a vector of each cannot, at some ten milliseconds and more for a passage, so that only the
best few are read. Off unless the settings name a model.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.encoding.models import folder_named
from index.encoding.quiet import quiet_loading
from index.errors import ModelUnavailable, first_line
from index.search.candidates import Candidate
from index.search.top import Scores, top_rows

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

RERANKED = 25
"""How many of the best passages are read again."""

_BATCH = 32


class Reranker(Protocol):
    """Anything that scores passages for a question."""

    def scores(self, query: str, texts: Sequence[str]) -> Scores:
        """How well each text answers, float64 (n,), comparable within one query only."""
        ...


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder on this machine, loaded when it is first used; safe across threads.

    `model` is a folder, or the name of a model that was downloaded before: nothing is downloaded, no
    code that comes with a model is run, and weights are read only in the safetensors format.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self._lock = Lock()
        self._loaded: CrossEncoder | None = None

    def scores(self, query: str, texts: Sequence[str]) -> Scores:
        """See `Reranker.scores`. Raises ModelUnavailable where the model cannot be loaded or used."""
        if not texts:
            return np.empty(0)
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._model)
            pairs = [(query, text) for text in texts]
            try:
                found = self._loaded.predict(pairs, batch_size=_BATCH, show_progress_bar=False)
            except Exception as error:  # whatever the libraries raise, the user hears one sentence
                raise ModelUnavailable(
                    f"The reranker {self._model} cannot be run: {first_line(error)}"
                ) from error
        scores = np.asarray(found, dtype=np.float64)
        if not np.isfinite(scores).all():
            raise ModelUnavailable(f"The reranker {self._model} gives scores that are no numbers.")
        return scores


def reranked(best: Sequence[Candidate], scores: Scores) -> list[Candidate]:
    """Candidates, best first, with the first `scores.size` of them put in the order of their new scores.

    `score` stays within 0..1 and falls along the list: 1/2 to 1 for those that were read again, less
    for the rest. Of equal scores the earlier candidate stays ahead.
    """
    low, high = (float(scores.min()), float(scores.max())) if scores.size else (0.0, 0.0)
    spread = high - low or 1.0
    first = [
        replace(best[place], score=0.5 + 0.5 * (float(scores[place]) - low) / spread)
        for place in top_rows(scores, scores.size)
    ]
    return first + [replace(candidate, score=candidate.score / 2) for candidate in best[scores.size :]]


def _load(model: str) -> CrossEncoder:
    folder = folder_named(model)
    if folder is not None and _has_code(folder):
        raise ModelUnavailable(f"The reranker {model} brings code of its own, which is not run.")
    try:
        with quiet_loading():
            from sentence_transformers import CrossEncoder

            loaded: CrossEncoder = CrossEncoder(
                model if folder is None else str(folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
    except Exception as error:  # whatever the libraries raise, the user hears one sentence
        if folder is None:
            raise ModelUnavailable(
                f"The reranker {model} is neither a folder nor among the models that were downloaded."
            ) from error
        raise ModelUnavailable(f"The reranker {model} cannot be loaded: {first_line(error)}") from error
    architectures = (loaded.config and loaded.config.architectures) or ()
    if not any(str(name).endswith("ForSequenceClassification") for name in architectures):
        # Its last layer would be made up anew at each start.
        raise ModelUnavailable(f"The reranker {model} is no cross-encoder.")
    if loaded.num_labels != 1:
        raise ModelUnavailable(
            f"The reranker {model} gives {loaded.num_labels} figures for a passage instead of one score."
        )
    return loaded


def _has_code(folder: Path) -> bool:
    """Whether the folder names parts that are not sentence-transformers' own."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        return not all(str(module["type"]).startswith("sentence_transformers.") for module in modules)
    except FileNotFoundError:
        return False
    except (OSError, ValueError, TypeError, KeyError):
        return True
