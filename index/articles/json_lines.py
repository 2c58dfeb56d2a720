"""A `.jsonl` file as articles, one record a line, read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from index.articles.article import Article
from index.articles.decoding import LARGEST, UnreadableError, decode
from index.articles.known import KnownArticle, Reading, Recall, nothing_known, source_digest
from index.articles.layout import analyse
from index.articles.metadata import is_encodable, metadata

_PIECE = 1 << 20


def read_json_lines(
    file: BinaryIO, *, origin: str, recall: Recall = nothing_known, titles_alone: bool = False
) -> Iterator[Article | KnownArticle | UnreadableError]:
    """The articles of a JSON Lines file; a line that is none comes as UnreadableError, with its number,
    and one that `recall` knows unread. With `titles_alone` a record without a text is its title.
    """
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        source = source_digest(origin, line)
        if (known := recall(source)) is not None:
            yield known
            continue
        try:
            yield replace(_article(line, origin, titles_alone), reading=Reading(source, b"", b""))
        except UnreadableError as error:
            yield UnreadableError(f"line {number}: {error}")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too large only so much that it shows."""
    while line := file.readline(LARGEST + 1):
        if len(line) > LARGEST and not line.endswith(b"\n"):
            while (more := file.readline(_PIECE)) and not more.endswith(b"\n"):
                pass
        yield line.removesuffix(b"\n") if len(line) > LARGEST else line


def _article(line: bytes, origin: str, titles_alone: bool) -> Article:
    try:
        record = json.loads(decode(line))
    except (ValueError, RecursionError):
        raise UnreadableError("it is not valid JSON") from None
    if not isinstance(record, dict):
        raise UnreadableError("it is not a JSON object")
    identifier = next((record[name] for name in ("_id", "id") if record.get(name) is not None), None)
    if isinstance(identifier, bool) or not isinstance(identifier, str | int) or not str(identifier).strip():
        raise UnreadableError("it has no _id or id")
    text = record.get("text")
    empty = text is None or (isinstance(text, str) and not text.strip())
    if titles_alone and empty and isinstance(record.get("title"), str):
        text = record["title"]
    if not isinstance(text, str):
        raise UnreadableError("it has no text")
    if not text.strip():
        raise UnreadableError("its text is empty")
    if "\0" in text:
        raise UnreadableError("its text is binary")
    if not is_encodable(f"{identifier}{text}"):
        raise UnreadableError("it holds half of a surrogate pair, which is no character")
    known = metadata(record)
    return known.over(analyse(text, title=known.title).article(str(identifier), text, origin))
