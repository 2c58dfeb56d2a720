"""Files and folders as a corpus: every article once, and a reason for every file that is none."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.articles.article import Article
from index.articles.decoding import UnreadableError
from index.articles.json_lines import read_json_lines
from index.articles.markdown import read_markdown
from index.articles.overrides import Overrides, read_overrides
from index.articles.plain_text import read_plain_text
from index.errors import BadInput

_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".jsonl"})
_NEVER = ("readme", "license")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a part of one, that is not in the corpus, and why."""

    file: str
    reason: str


def read_corpus(paths: Sequence[Path]) -> Iterator[Article | Skipped]:
    """The articles of files and folders, in the order of `paths`, sorted by name within each folder.

    What cannot be read, and what is there twice (an id, or a whole text), comes as Skipped. Texts are
    not held: memory grows with the number of articles by an id and a hash each. Raises BadInput,
    at once, for a path that is not there.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise BadInput(f"{path}: there is no such file or folder")
    return _Reading().read(paths)


@dataclass(slots=True)
class _Reading:
    seen: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[bytes, str] = field(default_factory=dict)

    def read(self, paths: Sequence[Path]) -> Iterator[Article | Skipped]:
        for path in paths:
            if path.is_dir():
                yield from self._folder(path)
                continue
            name = path.name.casefold()
            if path.suffix.casefold() not in _SUFFIXES:
                yield Skipped(
                    _shown(path), f"{path.suffix or 'a file without an ending'} is no kind of article"
                )
            elif name.startswith(_NEVER):
                yield Skipped(_shown(path), "a README or LICENSE is no article")
            else:
                overrides = read_overrides(path.parent)
                yield from self._file(path, [overrides] if overrides else [])

    def _folder(self, folder: Path) -> Iterator[Article | Skipped]:
        """Walk a folder depth first with a stack of its own: folders may be nested as deep as they like."""
        root = folder.resolve()
        levels: list[_Level] = []
        yield from self._enter(folder, levels)
        while levels:
            level = levels[-1]
            if not level.pending:
                levels.pop()
                yield from level.leave()
                continue
            path = level.pending.pop()
            suffix_fits = path.suffix.casefold() in _SUFFIXES and not path.name.casefold().startswith(_NEVER)
            if path.is_symlink():
                if (reason := _link_fault(path, root)) is not None:
                    yield Skipped(_shown(path), reason)
                    continue
                if _met_without_link(path, root):
                    continue
            if path.is_dir():
                yield from self._enter(path, levels)
            elif suffix_fits:
                yield from self._file(path, [above.overrides for above in levels if above.overrides])

    def _enter(self, folder: Path, levels: list[_Level]) -> Iterator[Skipped]:
        try:
            real = str(folder.resolve())
            if real in self.seen:
                return
            self.seen.add(real)
            names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            yield Skipped(_shown(folder), _unreadable(error))
            return
        level = _Level([folder / name for name in reversed(names)], read_overrides(folder))
        levels.append(level)
        if level.overrides:
            yield from (Skipped(_shown(level.overrides.file), fault) for fault in level.overrides.faults)

    def _file(self, path: Path, overrides: Sequence[Overrides]) -> Iterator[Article | Skipped]:
        shown = _shown(path)
        try:
            path.name.encode("utf-8")
            if not stat.S_ISREG(path.stat().st_mode):
                yield Skipped(shown, "it is not a regular file")
                return
            real = str(path.resolve())
            if real in self.seen:
                return
            self.seen.add(real)
            for item in _articles(path):
                if isinstance(item, str):
                    yield Skipped(shown, item)
                    continue
                article = item
                for override in overrides:
                    article = override.apply(article, path)
                reason = self._duplicate(article, shown)
                yield Skipped(shown, reason) if reason else article
        except UnicodeEncodeError:
            yield Skipped(shown, "its name is not valid UTF-8")
        except OSError as error:
            yield Skipped(shown, _unreadable(error))

    def _duplicate(self, article: Article, file: str) -> str | None:
        """Why an article is in the corpus already; a new one is remembered."""
        holder = self.ids.get(article.id)
        if holder is not None:
            return f"the id {article.id} is taken by {'an earlier line' if holder == file else holder}"
        text = hashlib.blake2b(article.text.strip().encode("utf-8"), digest_size=16).digest()
        holder = self.texts.setdefault(text, file)
        # Records of one file may share a text on purpose, as data sets do.
        if holder != file:
            return f"{article.id} has the same text as an article of {holder}"
        self.ids[article.id] = file
        return None


@dataclass(slots=True)
class _Level:
    """A folder under way: what is left of it, last first."""

    pending: list[Path]
    overrides: Overrides | None

    def leave(self) -> Iterator[Skipped]:
        if self.overrides:
            for name in self.overrides.unused():
                yield Skipped(_shown(self.overrides.file), f"[{name}] names no article of this folder")


def _articles(path: Path) -> Iterator[Article | str]:
    """The articles of a file, and reasons where there are none."""
    suffix = path.suffix.casefold()
    origin = str(path)
    with path.open("rb") as file:
        if suffix == ".jsonl":
            for item in read_json_lines(file, origin=origin):
                yield str(item) if isinstance(item, UnreadableError) else item
            return
        data = file.read()
    try:
        if suffix == ".txt":
            yield read_plain_text(data, identifier=path.stem, origin=origin)
        elif suffix == ".md":
            article, fault = read_markdown(data, identifier=path.stem, origin=origin)
            if fault:
                yield fault
            yield article
        else:
            # Loading trafilatura takes longer than reading a folder of other files.
            from index.articles.markup import read_html

            yield read_html(data, identifier=path.stem, origin=origin)
    except UnreadableError as error:
        yield str(error)


def _link_fault(path: Path, root: Path) -> str | None:
    """Why a symbolic link within a corpus folder is not followed."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "it is a link to nothing"
    return None if target.is_relative_to(root) else "it is a link that leaves the corpus folder"


def _met_without_link(path: Path, root: Path) -> bool:
    """Whether the target of a link stands in the same corpus under its own name."""
    return not any(part.startswith(".") for part in path.resolve().relative_to(root).parts)


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _unreadable(error: OSError) -> str:
    return f"it cannot be read ({error.strerror or error})"
