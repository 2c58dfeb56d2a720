"""The manifest of a build: what it consists of, from what it was made, and by which model."""

from __future__ import annotations

import dataclasses
import hashlib
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from index.errors import NoIndex, OperationFailed, Unreadable
from index.storage.checked_json import dump_checked, load_checked
from index.storage.sealing import Seal, seal_of

FORMAT = 4
"""Version of the files in a build; a build of another version is made anew."""

MANIFEST = "manifest.json"

AT_ONCE = 1 << 29
"""How many bytes are checksummed before a build is opened: about a tenth of a second's reading."""

_THREADS = 2


class OtherFormat(NoIndex):
    """The build was made by another version of the program, and must be made anew."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Digests of the code that made parts of a build: the same code makes the same of the same text.

    `articles` made articles and their passages, `statements` found the statements (empty: none were
    sought), `terms` cut texts into the terms of the lexical index.
    """

    articles: str
    statements: str
    terms: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in `manifest.json`, which is written last: a folder without one is no build.

    `model` is the name or folder that was asked for (None: the default), `encoder` the identity of
    the weights, `corpus` the absolute paths that were indexed, `files` the seal of each file.
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
    versions: Versions
    files: dict[str, Seal]

    def write(self, folder: Path) -> None:
        """Write it into the build's folder."""
        (folder / MANIFEST).write_text(dump_checked(dataclasses.asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of the build in `folder`. Raises OtherFormat for a build of another version of the
        program and OperationFailed, naming what is wrong, where it cannot be read.
        """
        path = folder / MANIFEST
        try:
            values = load_checked(path.read_text(encoding="utf-8"))
            if values.get("format") != FORMAT:
                raise OtherFormat(
                    f"{folder}: the index has format {values.get('format')}, this program reads {FORMAT}; "
                    "run: python -m index build"
                )
            values["corpus"] = tuple(values["corpus"])
            values["versions"] = Versions(**values["versions"])
            values["files"] = {name: Seal(**seal) for name, seal in values["files"].items()}
            return cls(**values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise OperationFailed(f"{path}: the manifest cannot be read ({error})") from error


def checksum(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a build was made of: `corpus` and `model` as they were asked for, `encoder` by its identity."""

    corpus: tuple[Path, ...] = ()
    model: str | None = None
    encoder: str | None = None


def recorded(folder: Path) -> Recorded:
    """What a build of any version was made of; () and None for what is not told."""
    try:
        values = load_checked((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Recorded()
    corpus, model, encoder = values.get("corpus"), values.get("model"), values.get("encoder")
    if not isinstance(corpus, list) or not all(isinstance(path, str) for path in corpus):
        corpus = []
    return Recorded(
        tuple(map(Path, corpus)),
        model if isinstance(model, str) else None,
        encoder if isinstance(encoder, str) else None,
    )


def verify(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Check that every file of the build is there in its size, and the checksums of its smaller files.

    Returns the names of the files left for `verify_rest`, the biggest, which together with the others
    are more than `AT_ONCE` bytes; a small build has none. Raises OperationFailed naming the first
    file that is missing or damaged.
    """
    for name, seal in manifest.files.items():
        try:
            size = (folder / name).stat().st_size
        except OSError as error:
            raise _unreadable(folder / name, error) from error
        if size != seal.size:
            raise _damaged(folder / name, f"it has {size} bytes instead of {seal.size}")
    left = AT_ONCE
    now: list[str] = []
    for name, seal in sorted(manifest.files.items(), key=lambda item: item[1].size):
        left -= seal.size
        if left < 0:
            break
        now.append(name)
    _check(folder, manifest, now, None)
    return tuple(name for name in manifest.files if name not in set(now))


def verify_rest(
    folder: Path, manifest: Manifest, names: Iterable[str], stop: threading.Event | None = None
) -> None:
    """Check the checksums of the files that `verify` left; blocks until done, or soon after `stop` is set.

    Raises OperationFailed naming the first file that is damaged, Unreadable where one could not be read this time,
    and StoppedError after `stop`.
    """
    _check(folder, manifest, list(names), stop)


def verify_all(folder: Path, manifest: Manifest) -> None:
    """Check every file of the build. Raises OperationFailed naming the first that is missing or damaged."""
    verify_rest(folder, manifest, verify(folder, manifest))


def _check(folder: Path, manifest: Manifest, names: list[str], stop: threading.Event | None) -> None:
    def check(name: str) -> None:
        path = folder / name
        try:
            found = seal_of(path, stop)
        except OSError as error:
            raise _unreadable(path, error) from error
        if found != manifest.files[name]:
            raise _damaged(path, "its checksum does not match")

    with ThreadPoolExecutor(_THREADS, thread_name_prefix="verify") as pool:
        for done in [pool.submit(check, name) for name in names]:
            done.result()


def _unreadable(path: Path, error: OSError) -> OperationFailed:
    kind = OperationFailed if isinstance(error, FileNotFoundError) else Unreadable
    return kind(f"{path}: a file of the index cannot be read ({error.strerror})")


def _damaged(path: Path, how: str) -> OperationFailed:
    return OperationFailed(f"{path}: a file of the index is damaged ({how})")
