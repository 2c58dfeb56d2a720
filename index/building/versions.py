"""Digests of the code that makes parts of a build, so that what other code made is made anew.

They are taken of the modules' source: nobody has to raise a number when a rule changes.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.storage.manifest import Versions

_INDEX = Path(__file__).parents[1]
_TEXTS = ("folding.py", "sentences.py", "word_set.py")
_ARTICLES = ("articles", "passages.py", "storage/writer.py", *_TEXTS)
_STATEMENTS = ("quotations", "articles", "passages.py", "building/storing.py", "storage/writer.py", *_TEXTS)
_TERMS = (
    "search/tokens.py",
    "search/postings.py",
    "search/vocabulary.py",
    "search/lexical.py",
    "folding.py",
    "passages.py",
    "articles/seen.py",
    "articles/entities.py",
)


def versions(*, statements: bool) -> Versions:
    """The versions that a build of today has; `statements` says whether statements are sought."""
    return Versions(
        articles=_digest(_ARTICLES, ("trafilatura", "lxml", "PyYAML")),
        statements=_digest(_STATEMENTS, ()) if statements else "",
        terms=_digest(_TERMS, ("PyStemmer",)),
    )


def _digest(names: Iterable[str], packages: Iterable[str]) -> str:
    """A digest of modules and packages of ours by path, and of the versions of what they are built on."""
    state = hashlib.blake2b(digest_size=16)
    state.update(repr(sys.version_info[:2]).encode())  # the tables of Unicode come with the interpreter
    for package in packages:
        state.update(f"{package} {_installed(package)}\n".encode())
    for name in names:
        path = _INDEX / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            state.update(f"{file.relative_to(_INDEX).as_posix()}\n".encode())
            state.update(hashlib.blake2b(file.read_bytes()).digest())
    return state.hexdigest()


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
