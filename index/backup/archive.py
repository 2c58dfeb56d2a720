"""The file of a backup: a plain tar archive whose last member seals every byte before it.

whosaid-backup.json    what it is, first
CURRENT, builds/...    files by their paths in the data folder
whosaid-sha256         the SHA-256 of all bytes before this member, in hexadecimal, last

It is not compressed: vectors do not shrink, and any program packs a file that shall be smaller.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from index.errors import BadInput

HEADER = "whosaid-backup.json"
CURRENT, REMOVED, CHANGE, DATABASE, SECRET = (
    "CURRENT",
    "removed.json",
    "change.json",
    "bot.sqlite",
    "bot.secret",
)
BUILDS, MODELS, ARTICLES = "builds", "models", "articles"
FILES = (CURRENT, REMOVED, CHANGE, DATABASE, SECRET)
"""What lies in a data folder by itself; the rest lies in folders."""

FORMAT = 1
_SEAL = "whosaid-sha256"
_BLOCK = 1 << 20
_PADDING = 512
_SEAL_SIZE = 4 * _PADDING  # its header, its content, and the two empty blocks at the end of an archive


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: when it was made (ISO 8601, UTC), the id of the build with the number of its
    articles (None: no index), how many files of added articles, and whether the bot's database is there.
    """

    created: str
    build: str | None
    articles: int | None
    added: int
    bot: bool

    def __str__(self) -> str:
        parts = []
        if self.build is not None:
            parts.append("the index" if self.articles is None else f"the index of {self.articles} articles")
        if self.added:
            parts.append(f"{self.added} {'file' if self.added == 1 else 'files'} of added articles")
        if self.bot:
            parts.append("the bot's database")
        return ", ".join(parts) or "nothing but settings"


class ArchiveWriter:
    """Writes members to an open file, and seals them at the end."""

    def __init__(self, file: BinaryIO, contents: Contents) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        text = json.dumps({"format": FORMAT, **asdict(contents)}, indent=1) + "\n"
        self.add(HEADER, io.BytesIO(text.encode()), len(text.encode()))

    def add(self, name: str, content: IO[bytes], size: int) -> None:
        """Add a file of `size` bytes. Raises EOFError where `content` ends before them, and OSError."""
        self._write(_header(name, size))
        left = size
        while left:
            block = content.read(min(left, _BLOCK))
            if not block:
                raise EOFError(name)
            self._write(block)
            left -= len(block)
        self._write(bytes(-size % _PADDING))

    def seal(self) -> None:
        """Add the seal; after that nothing can be added."""
        self._file.write(_seal(self._digest.hexdigest()))

    def _write(self, content: bytes) -> None:
        self._digest.update(content)
        self._file.write(content)


def _header(name: str, size: int) -> bytes:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member.tobuf(tarfile.PAX_FORMAT)


def _seal(digest: str) -> bytes:
    content = digest.encode()
    return (_header(_SEAL, len(content)) + content).ljust(_SEAL_SIZE, b"\0")


def is_backup(path: Path) -> bool:
    """Whether a file begins like a backup. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(HEADER) + 1) == HEADER.encode() + b"\0"


def check(file: BinaryIO, name: Path) -> None:
    """Read the whole file of a backup and compare its seal. Raises BadInput where it is not as it was made."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    digest = hashlib.sha256()
    left = size - _SEAL_SIZE
    beginning = b""
    while left > 0 and (block := file.read(min(left, _BLOCK))):
        beginning = beginning or block[: len(HEADER) + 1]
        digest.update(block)
        left -= len(block)
    sealed = left == 0 and file.read() == _seal(digest.hexdigest())
    if not sealed:
        if beginning == HEADER.encode() + b"\0":
            raise BadInput(f"{name}: the backup is damaged or cut short; nothing was changed")
        raise BadInput(f"{name}: is no backup that python -m index backup made; nothing was changed")
    file.seek(0)


def members(file: BinaryIO, name: Path) -> Iterator[tuple[str, int, IO[bytes]]]:
    """The files in a checked archive: path, size in bytes, content. The header and the seal are none of them.

    The seal is no signature: whoever can make an archive can seal it. So a path is one that a data folder
    has, and a member nothing but a plain file. Raises BadInput for everything else.
    """
    seen: set[str] = {HEADER}
    file.seek(0)
    try:
        with tarfile.open(fileobj=file, mode="r:") as archive:
            while (member := archive.next()) is not None:
                if member.name in (HEADER, _SEAL):
                    continue
                if member.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or member.issparse():
                    raise BadInput(f"{name}: {member.name!r} in it is no plain file; nothing was changed")
                if not _belongs(member.name) or member.name in seen:
                    raise BadInput(
                        f"{name}: {member.name!r} is nothing that a backup holds; nothing was changed"
                    )
                seen.add(member.name)
                content = archive.extractfile(member)
                assert content is not None  # noqa: S101 - a plain file has content
                yield member.name, member.size, content
    except (tarfile.TarError, ValueError, EOFError, OverflowError) as error:
        raise BadInput(f"{name}: the backup cannot be read ({error}); nothing was changed") from error


def contents(file: BinaryIO, name: Path) -> Contents:
    """What a checked archive holds. Raises BadInput for one that another version made."""
    file.seek(0)
    try:
        with tarfile.open(fileobj=file, mode="r:") as archive:
            first = archive.next()
            content = archive.extractfile(first) if first is not None and first.name == HEADER else None
            values = json.loads(content.read(_BLOCK)) if content is not None else {}
        version = values.pop("format")
        if version != FORMAT:
            raise BadInput(
                f"{name}: the backup has format {version}, this program reads {FORMAT}; "
                "restore it with the version of whosaid that made it"
            )
        return Contents(**values)
    except (tarfile.TarError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(f"{name}: the backup cannot be read ({error}); nothing was changed") from error


def _belongs(path: str) -> bool:
    """Whether a path is one of those that backups have."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
        return False
    match parts:
        case [file]:
            return file in FILES
        case [folder, key, _] if folder in (BUILDS, MODELS):
            return not key.startswith(".")
        case [folder, _, *_]:
            return folder == ARTICLES
        case _:
            return False


def is_private(path: str) -> bool:
    """Whether a file is to be read by its owner alone: what members wrote and voted, and what was added."""
    return path in (DATABASE, SECRET) or PurePosixPath(path).parts[0] == ARTICLES
