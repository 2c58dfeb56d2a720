"""A library over a few articles that a test brings."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import index
from index.building.pipeline import build
from index.encoding.choosing import keep_export
from index.encoding.encoder import Encoder
from index.library import Library


@asynccontextmanager
async def library_over(
    articles: Iterable[Mapping[str, str]], folder: Path, encoder: Encoder
) -> AsyncIterator[Library]:
    """The library over articles as a `.jsonl` file has them; their ids are made up."""
    lines = (json.dumps({"id": f"article-{at}", **article}) for at, article in enumerate(articles))
    corpus, data = folder / "corpus.jsonl", folder / "data"
    corpus.write_text("\n".join(lines), encoding="utf-8")
    keep_export(encoder, data)
    build(data, [corpus], encoder, model=None, listener=lambda event: None)
    async with index.open(data) as library:
        yield library
