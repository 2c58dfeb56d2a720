"""Which corpus and which model a build is made of when the user names none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.building.earlier import EarlierBuild
from index.settings import IndexSettings

SEEDS = "seeds"


def corpus_paths(given: Sequence[Path], settings: IndexSettings) -> tuple[Path, ...]:
    """What to index: what is given, else what the last build recorded, else the setting, else `seeds/`."""
    if given:
        return tuple(given)
    manifest = EarlierBuild.read(settings.data).manifest
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
    manifest = EarlierBuild.read(settings.data).manifest
    return manifest.model if manifest is not None else None
