"""Exported models in the data folder: a folder each, trusted only by the checksums of its files.

data/models/<key>/encoder.json      what it is; written last
data/models/<key>/model.onnx        texts' tokens to unit vectors
data/models/<key>/tokenizer.json    texts to tokens
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.storage.checked_json import dump_checked, load_checked
from index.storage.durable import make_folder, sync, sync_tree
from index.storage.manifest import checksum

MODELS = "models"
"""The folder of exports inside a data folder."""

GRAPH, TOKENIZER = "model.onnx", "tokenizer.json"
_MANIFEST = "encoder.json"
_FORMAT = 1
_TEMPORARY = ".new-"


class Precision(StrEnum):
    """How exact vectors are, as identities record it; the number grows when the same model would be
    given other vectors. Vectors of one precision compare whatever computed them.
    """

    INT8 = "onnx-int8/2"
    FLOAT32 = "float32/2"


class Runtime(StrEnum):
    """What turns texts into vectors."""

    ONNX = "onnxruntime"
    SENTENCE_TRANSFORMERS = "sentence-transformers"


@dataclass(frozen=True, slots=True)
class Export:
    """What stands in `encoder.json`: how vectors of one identity are computed without torch, or that
    they cannot be.

    `reason` says why it is not int8 by onnxruntime, None where it is or was not wanted; `files` has
    the sha256 of each file, `max_length` is in tokens, and `versions` is of the exporting libraries.
    """

    identity: str
    runtime: Runtime
    precision: Precision
    reason: str | None
    dimensions: int
    max_length: int
    query_prompt: str
    document_prompt: str
    files: dict[str, str]
    versions: dict[str, str]


def identity_of(source: str, precision: Precision) -> str:
    """The identity of vectors: the model's name and weights, and their precision."""
    return f"{source} {precision}"


def export_folder(models: Path, identity: str) -> Path:
    """Where the export of that identity lies, if there is one."""
    name = re.sub(r"[^A-Za-z0-9.]+", "-", identity.split(maxsplit=1)[0]).strip("-.")[:60]
    return models / f"{name}-{hashlib.sha256(identity.encode()).hexdigest()[:12]}"


def read_export(models: Path, identity: str) -> Export | None:
    """The export of that identity; None where there is none that can be read."""
    try:
        text = (export_folder(models, identity) / _MANIFEST).read_text(encoding="utf-8")
        values = load_checked(text)
        if values.pop("format") != _FORMAT:
            return None
        values["runtime"] = Runtime(values["runtime"])
        values["precision"] = Precision(values["precision"])
        export = Export(**values)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return export if export.identity == identity else None


def intact_export(models: Path, identity: str) -> Export | None:
    """The export of that identity whose files all have the recorded checksums, else None."""
    export = read_export(models, identity)
    if export is None:
        return None
    folder = export_folder(models, identity)
    try:
        intact = all(checksum(folder / name) == expected for name, expected in export.files.items())
    except OSError:
        return None
    return export if intact else None


@contextlib.contextmanager
def fresh_folder(models: Path) -> Iterator[Path]:
    """An empty folder to export into, gone afterwards unless it was published.

    It is locked meanwhile, by the operating system: what is not was left by a process that is dead.
    """
    make_folder(models)
    while True:
        folder = models / f"{_TEMPORARY}{secrets.token_hex(6)}"
        folder.mkdir()
        lock = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # a file system without locks on folders
                fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.is_dir():  # taken for a dead one's before it was locked
                continue
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            return
        finally:
            os.close(lock)


def publish_export(models: Path, folder: Path, export: Export) -> None:
    """Write the manifest into `folder` and give the folder its name, in place of a damaged one.

    All is on the disk before the name is given. Of two processes that export the same, the first wins.
    """
    text = dump_checked({"format": _FORMAT, **dataclasses.asdict(export)})
    (folder / _MANIFEST).write_text(text, encoding="utf-8")
    sync_tree(folder)
    there = intact_export(models, export.identity)
    if there is not None and there.reason == export.reason:
        return
    place = export_folder(models, export.identity)
    with contextlib.suppress(OSError):
        place.rename(models / f"{_TEMPORARY}{secrets.token_hex(6)}")
    try:
        folder.rename(place)
    except OSError:
        if intact_export(models, export.identity) is None:
            raise
    sync(models)


def copy_export(export: Export, source: Path, target: Path) -> None:
    """Put an intact export of the folder of exports `source` into `target` too, sharing the bytes on
    the disk where the file system can.
    """
    if source.resolve() == target.resolve() or intact_export(target, export.identity) is not None:
        return
    with fresh_folder(target) as folder:
        for name in export.files:
            origin = export_folder(source, export.identity) / name
            try:
                os.link(origin, folder / name)
            except OSError:
                shutil.copyfile(origin, folder / name)
        publish_export(target, folder, export)


def prune_exports(models: Path, identities: Collection[str]) -> None:
    """Remove all exports but those of `identities`, and what exports that were cut short left behind."""
    if not models.is_dir():
        return
    keep = {export_folder(models, identity).name for identity in identities}
    for path in models.iterdir():
        if path.name not in keep:
            with contextlib.suppress(OSError):
                _remove_unlocked(path)


def _remove_unlocked(folder: Path) -> None:
    """Remove a folder that nobody exports into. Raises OSError where somebody does."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder)
    finally:
        os.close(lock)
