"""Files and folders as a corpus: every article once, and a reason for every file that is none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.articles.article import Article
from index.articles.decoding import LARGEST, UnreadableError
from index.articles.json_lines import read_json_lines
from index.articles.known import KnownArticle, Reading, Recall, digest, nothing_known, source_digest
from index.articles.markdown import read_markdown
from index.articles.metadata import Metadata, is_encodable
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
    return (item for item in read_changes(paths, nothing_known) if not isinstance(item, KnownArticle))


def read_changes(paths: Sequence[Path], recall: Recall) -> Iterator[Article | KnownArticle | Skipped]:
    """As `read_corpus`, but an article that `recall` knows by its raw bytes comes without being read."""
    require(paths)
    return _Walk(recall).read(paths)


def require(paths: Sequence[Path]) -> None:
    """Raise BadInput for a path of a corpus that is not there, or that cannot be written down."""
    for path in paths:
        if not is_encodable(os.path.realpath(path)):
            raise BadInput(f"{_shown(path)}: the path is not valid UTF-8")
        if not os.path.exists(path):  # noqa: PTH110 - a folder that must not be looked into is no traceback
            raise BadInput(f"{path}: there is no such file or folder")


@dataclass(slots=True)
class _Walk:
    recall: Recall
    seen: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[bytes, str] = field(default_factory=dict)

    def read(self, paths: Sequence[Path]) -> Iterator[Article | KnownArticle | Skipped]:
        for path in paths:
            try:
                real = os.path.realpath(path)
                if path.is_dir():
                    yield from self._folder(path, real)
                elif not _is_kind(path):
                    yield Skipped(
                        _shown(path), f"{path.suffix or 'a file without an ending'} is no kind of article"
                    )
                elif _is_never(path):
                    yield Skipped(_shown(path), "a README or LICENSE is no article")
                else:
                    overrides = read_overrides(path.parent)
                    yield from self._file(path, real, [overrides] if overrides else [])
            except OSError as error:
                yield Skipped(_shown(path), _unreadable(error))

    def _folder(self, folder: Path, real: str) -> Iterator[Article | KnownArticle | Skipped]:
        """Walk a folder depth first with a stack of its own: folders may be nested as deep as they like."""
        root = real
        levels: list[_Level] = []
        yield from self._enter(folder, real, levels)
        while levels:
            level = levels[-1]
            if not level.pending:
                levels.pop()
                yield from level.leave()
                continue
            path = level.folder / level.pending.pop()
            try:
                real = f"{level.real}/{path.name}"
                if path.is_symlink():
                    real = os.path.realpath(path)
                    if (fault := _link_fault(real, root)) is not None:
                        yield Skipped(_shown(path), fault)
                        continue
                    if _is_met_without_link(real, root):
                        continue
                if path.is_dir():
                    yield from self._enter(path, real, levels)
                elif _is_kind(path) and not _is_never(path):
                    yield from self._file(
                        path, real, [above.overrides for above in levels if above.overrides]
                    )
            except OSError as error:
                yield Skipped(_shown(path), _unreadable(error))

    def _enter(self, folder: Path, real: str, levels: list[_Level]) -> Iterator[Skipped]:
        if real in self.seen:
            return
        self.seen.add(real)
        names = sorted(
            (path.name for path in folder.iterdir() if not path.name.startswith(".")), reverse=True
        )
        level = _Level(folder, real, names, read_overrides(folder))
        levels.append(level)
        if level.overrides:
            yield from (Skipped(_shown(level.overrides.file), fault) for fault in level.overrides.faults)

    def _file(
        self, path: Path, real: str, overrides: Sequence[Overrides]
    ) -> Iterator[Article | KnownArticle | Skipped]:
        shown = _shown(path)
        if real in self.seen:
            return
        self.seen.add(real)
        if not is_encodable(str(path)):
            named = "its name" if is_encodable(str(path.parent)) else "the name of a folder it lies in"
            yield Skipped(shown, f"{named} is not valid UTF-8")
            return
        if not stat.S_ISREG(path.stat().st_mode):
            yield Skipped(shown, "it is not a regular file")
            return

        def entries(article_id: str) -> list[Metadata]:
            return [entry for above in overrides for entry in above.of(article_id, path)]

        def recall(source: bytes) -> KnownArticle | None:
            known = self.recall(source)
            return known if known and known.reading.overrides == _said(entries(known.id)) else None

        for item in _articles(path, recall):
            if isinstance(item, str):
                yield Skipped(shown, item)
                continue
            found = item if isinstance(item, KnownArticle) else _completed(item, entries(item.id))
            reason = self._duplicate(found.id, _text_digest(found), shown)
            yield Skipped(shown, reason) if reason else found

    def _duplicate(self, article: str, text: bytes, file: str) -> str | None:
        """Why an article of that id and digest of the text is in the corpus already; a new one is remembered."""
        holder = self.ids.get(article)
        if holder is not None:
            return f"the id {article} is taken by {'an earlier line' if holder == file else holder}"
        holder = self.texts.setdefault(text, file)
        # Records of one file may share a text on purpose, as data sets do.
        if holder != file:
            return f"{article} has the same text as an article of {holder}"
        self.ids[article] = file
        return None


@dataclass(slots=True)
class _Level:
    """A folder under way: its names that are left, last first."""

    folder: Path
    real: str
    pending: list[str]
    overrides: Overrides | None

    def leave(self) -> Iterator[Skipped]:
        if self.overrides:
            for name in self.overrides.unused():
                yield Skipped(_shown(self.overrides.file), f"[{name}] names no article of this folder")


def _articles(path: Path, recall: Recall) -> Iterator[Article | KnownArticle | str]:
    """The articles of a file, and reasons where there are none."""
    suffix = path.suffix.casefold()
    origin = str(path)
    with path.open("rb") as file:
        if suffix == ".jsonl":
            for item in read_json_lines(file, origin=origin, recall=recall):
                yield str(item) if isinstance(item, UnreadableError) else item
            return
        data = file.read(LARGEST + 1)
    source = source_digest(origin, data)
    if (known := recall(source)) is not None:
        yield known
        return
    fault = None
    try:
        if suffix == ".txt":
            article = read_plain_text(data, identifier=path.stem, origin=origin)
        elif suffix == ".md":
            article, fault = read_markdown(data, identifier=path.stem, origin=origin)
        else:
            # Loading trafilatura takes longer than reading a folder of other files.
            from index.articles.markup import read_html

            article = read_html(data, identifier=path.stem, origin=origin)
    except UnreadableError as error:
        yield str(error)
        return
    if fault:
        yield fault  # to be told again by the next build, which must read the file for it
        yield article
    else:
        yield replace(article, reading=Reading(source, b"", b""))


def _completed(article: Article, entries: Sequence[Metadata]) -> Article:
    """The article with what `articles.toml` says of it."""
    for entry in entries:
        article = entry.over(article)
    if article.reading is None:
        return article
    text = digest((article.text.strip().encode(),))
    return replace(article, reading=Reading(article.reading.source, _said(entries), text))


def _text_digest(article: Article | KnownArticle) -> bytes:
    reading = article.reading
    if reading is None:
        assert isinstance(article, Article)  # noqa: S101 - of a known one the reading is known
        return digest((article.text.strip().encode(),))
    return reading.text


def _said(entries: Sequence[Metadata]) -> bytes:
    return digest((repr(entries).encode("utf-8", "surrogatepass"),)) if entries else b""


def _is_kind(path: Path) -> bool:
    return path.suffix.casefold() in _SUFFIXES


def _is_never(path: Path) -> bool:
    return path.name.casefold().startswith(_NEVER)


def _link_fault(target: str, root: str) -> str | None:
    """Why a symbolic link within a corpus folder is not followed."""
    if not Path(target).exists():
        return "it is a link to nothing"
    return None if Path(target).is_relative_to(root) else "it is a link that leaves the corpus folder"


def _is_met_without_link(target: str, root: str) -> bool:
    """Whether the target of a link stands in the same corpus under its own name."""
    return not any(part.startswith(".") for part in Path(target).relative_to(root).parts)


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _unreadable(error: OSError) -> str:
    return f"it cannot be read ({error.strerror or error})"
