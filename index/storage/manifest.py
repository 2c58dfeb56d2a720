"""The manifest of a build: what it consists of, from what it was made, and by which model."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from index.errors import OperationFailed

FORMAT = 2
"""Version of the files in a build; a build of another version is made anew."""

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in `manifest.json`, which is written last: a folder without one is no build.

    `model` is the name or folder that was asked for (None: the default), `encoder` the identity of
    the weights, `corpus` the absolute paths that were indexed, `files` the sha256 of each file.
    """

    format: int
    id: str
    created: str
    model: str | None
    encoder: str
    corpus: tuple[str, ...]
    articles: int
    passages: int
    statements: int
    persons: int
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write it into the build's folder."""
        text = json.dumps(dataclasses.asdict(self), ensure_ascii=False, indent=1)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of the build in `folder`. Raises OperationFailed, naming what is wrong."""
        path = folder / MANIFEST
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
            if values.get("format") != FORMAT:
                raise OperationFailed(
                    f"{folder}: the index has format {values.get('format')}, this program reads {FORMAT}; "
                    "run: python -m index build"
                )
            values["corpus"] = tuple(values["corpus"])
            return cls(**values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise OperationFailed(f"{path}: the manifest cannot be read ({error})") from error


def checksum(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path) -> dict[str, str]:
    """The sha256 of every file of a build but the manifest, by name."""
    return {
        path.name: checksum(path)
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != MANIFEST
    }


def verify(folder: Path, manifest: Manifest) -> None:
    """Raise OperationFailed naming the first file of the build that is missing or damaged."""
    for name, expected in manifest.files.items():
        path = folder / name
        try:
            found = checksum(path)
        except OSError as error:
            raise OperationFailed(f"{path}: a file of the index cannot be read ({error.strerror})") from error
        if found != expected:
            raise OperationFailed(f"{path}: a file of the index is damaged (its checksum does not match)")
