"""Which corpus and which model a build is made of when the user names none, and which vectors it goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.building.earlier import last_recorded
from index.encoding.models import folder_named
from index.settings import IndexSettings

SEEDS = "seeds"


def corpus_paths(given: Sequence[Path], settings: IndexSettings) -> tuple[Path, ...]:
    """What to index: what is given, else what the last build recorded, else the setting, else `seeds/`."""
    if given:
        return tuple(given)
    if corpus := last_recorded(settings.data).corpus:
        return corpus
    if settings.corpus:
        return settings.corpus
    here = Path(SEEDS)
    return (here if here.is_dir() else Path(__file__).parents[2] / SEEDS,)


def model_name(settings: IndexSettings) -> str | None:
    """The model to build with: the one set, a folder in full, so that the build's record of it holds from
    everywhere; else the one of the last build, else None, the default.
    """
    if settings.model is not None:
        return str(folder_named(settings.model) or settings.model)
    return last_recorded(settings.data).model


def earlier_encoder(data: Path) -> str | None:
    """The identity of the encoder of the last build in the data folder, None where there is none."""
    return last_recorded(data).encoder
