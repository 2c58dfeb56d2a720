"""Telling an article that was read before from its raw bytes, so that it need not be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article was read from, as digests: the same readers make the same article of the same
    `source` (its raw bytes and the file they stand in) and `overrides` (what `articles.toml` says of
    it). `text` tells equal texts.
    """

    source: bytes
    overrides: bytes
    text: bytes


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article that stands unchanged in an earlier build, under `number` there."""

    number: int
    id: str
    reading: Reading


Recall = Callable[[bytes], KnownArticle | None]
"""The article that an earlier reading made of the source of this digest."""


def nothing_known(source: bytes) -> KnownArticle | None:
    """The `Recall` where there was no earlier reading."""
    return None


def digest(parts: Iterable[bytes]) -> bytes:
    """A digest of byte strings, each told from the next."""
    state = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


def source_digest(origin: str, data: bytes) -> bytes:
    """The digest of a file's raw bytes, or of one line of it."""
    return digest((origin.encode("utf-8", "surrogateescape"), data))
