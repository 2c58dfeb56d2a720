"""Labelled sets in BEIR form, indexed for measuring and kept as `python -m index evaluate` keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.building.pipeline import build
from index.cli.progress import shown_progress
from index.encoding.choosing import load_encoder
from index.errors import BadInput
from index.evaluate import index_folder, read_documents


def by_name(folders: Iterable[Path]) -> dict[str, Path]:
    """The sets by the names of their folders. Raises BadInput where two have one name."""
    named: dict[str, Path] = {}
    for folder in folders:
        if folder.name in named:
            raise BadInput(f"{folder} and {named[folder.name]}: are called the same")
        named[folder.name] = folder
    return named


def indexed(folder: Path, data: Path, *, statements: bool) -> Path:
    """The data folder with the index of the set in `folder`, built or refreshed first.

    `statements` says whether statements are indexed, as questions need them and rankings do not.
    """
    place = index_folder(data, folder)
    with shown_progress("auto") as listener:
        build(
            place,
            (folder / "corpus.jsonl",),
            load_encoder(None, data=data),
            model=None,
            listener=listener,
            reader=read_documents,
            statements=statements,
        )
    return place
