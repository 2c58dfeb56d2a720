"""Which corpus and which model a build is made of when the user names none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.errors import OperationFailed
from index.settings import IndexSettings
from index.storage.builds import builds_folder, current_id
from index.storage.manifest import Manifest

SEEDS = "seeds"


def recorded(data: Path) -> Manifest | None:
    """The manifest of the build that serves, None when there is none that can be read."""
    try:
        name = current_id(data)
        return None if name is None else Manifest.read(builds_folder(data) / name)
    except OperationFailed:
        return None


def corpus_paths(given: Sequence[Path], settings: IndexSettings) -> tuple[Path, ...]:
    """What to index: what is given, else what the last build recorded, else the setting, else `seeds/`."""
    if given:
        return tuple(given)
    manifest = recorded(settings.data)
    if manifest is not None and manifest.corpus:
        return tuple(Path(path) for path in manifest.corpus)
    if settings.corpus:
        return settings.corpus
    here = Path(SEEDS)
    return (here if here.is_dir() else Path(__file__).parents[2] / SEEDS,)


def model_name(settings: IndexSettings) -> str | None:
    """The model to build with: the one set, else the one of the last build, else None, the default."""
    if settings.model is not None:
        return settings.model
    manifest = recorded(settings.data)
    return manifest.model if manifest is not None else None
