"""`articles.toml`: what only a reader can tell about the articles of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.articles.dates import iso_date
from index.articles.metadata import Metadata, metadata
from index.articles.toml_file import read_toml

FILE_NAME = "articles.toml"
_FIELDS = frozenset({"title", "outlet", "published", "author", "url"})
_DEEPEST = 8


@dataclass(slots=True)
class Overrides:
    """The entries of one `articles.toml`: by article id, file name, or path below the folder.

    `faults` are sentences about what is wrong with the file; what is right in it holds nevertheless.
    """

    file: Path
    entries: dict[str, Metadata] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def of(self, article_id: str, path: Path) -> list[Metadata]:
        """The entries for the article of that id, read from `path`, in the order they apply."""
        if not self.entries:
            return []
        names = dict.fromkeys((article_id, path.name, _below(path, self.file.parent)))
        meant = [name for name in names if name in self.entries]
        self.used.update(meant)
        return [self.entries[name] for name in meant]

    def unused(self) -> list[str]:
        """The entries that met no article, in order."""
        return [name for name in self.entries if name not in self.used]


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def read_overrides(folder: Path) -> Overrides | None:
    """The overrides of a folder; None where it has no `articles.toml`."""
    file = folder / FILE_NAME
    if not file.is_file():
        return None
    overrides = Overrides(file)
    document, fault = read_toml(file)
    if fault is not None:
        overrides.faults.append(fault)
    for name, entry in document.items():
        _take(overrides, name, entry)
    return overrides


def _take(overrides: Overrides, name: str, entry: object, depth: int = 1) -> None:
    if not isinstance(entry, Mapping):
        overrides.faults.append(f"{name} is no table of an article and is ignored")
        return
    fields = {key: value for key, value in entry.items() if not isinstance(value, Mapping)}
    for key, value in entry.items():
        # An unquoted [name.txt] is a table within a table to TOML.
        if not isinstance(value, Mapping):
            continue
        if depth < _DEEPEST:
            _take(overrides, f"{name}.{key}", value, depth + 1)
        else:
            overrides.faults.append(f"{name} holds tables within tables too deeply, which are ignored")
    for key in sorted(fields.keys() - _FIELDS):
        overrides.faults.append(f"[{name}] has the unknown field {key}, which is ignored")
    if "published" in fields and iso_date(fields["published"]) is None:
        overrides.faults.append(f"[{name}] has no whole date in published, which is ignored")
    if fields or not entry:
        overrides.entries[name] = metadata({key: value for key, value in fields.items() if key in _FIELDS})
