"""The lexical index of a build: postings of the earlier build renumbered, those of new units merged in.

The result is what `LexicalIndex.build` makes of all units, bit for bit; only the texts of new units
are cut into terms. The weights, which depend on the whole corpus, are computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.building.origins import NEW
from index.search.lexical import LexicalIndex
from index.search.postings import Postings, collect

_BLOCK = 1 << 21
"""Postings that are merged at a time."""

Words = list[bytes]


def lexical_index(
    documents: Iterable[Iterable[str]], origins: NDArray[np.int32], earlier: Path | None, name: str
) -> LexicalIndex:
    """The lexical index of units that come from `origins` in the build in the folder `earlier`; `documents`
    are the terms of the new ones among them, in order.
    """
    words, postings = collect(documents)
    kept = np.flatnonzero(origins != NEW)
    if earlier is None or not kept.size:
        return LexicalIndex.of(words, postings)
    before = LexicalIndex.load(earlier, name)
    return LexicalIndex.of(*merge(_words(before), _postings(before), origins, words, postings))


def merge(
    old_words: Words, old: Postings, origins: NDArray[np.int32], new_words: Sequence[str], new: Postings
) -> tuple[list[str], Postings]:
    """The words and postings of units of which some stand in `old`, each once, and the others, in order,
    in `new`.
    """
    rows = np.full(old.lengths.size, NEW, dtype=np.int32)  # where each old unit stands now
    kept = np.flatnonzero(origins != NEW)
    rows[origins[kept]] = kept
    fresh = np.flatnonzero(origins == NEW).astype(np.int32)
    held = _held(old, rows)
    numbers = {word: number for number, word in enumerate(old_words)}
    encoded = [word.encode() for word in new_words]
    survivors = [old_words[number] for number in np.flatnonzero(held).tolist()]
    words = sorted({*survivors, *encoded})
    place = {word: number for number, word in enumerate(words)}
    old_of = np.fromiter((numbers.get(word, -1) for word in words), np.int64, len(words))
    new_of = np.full(len(words), -1, dtype=np.int64)
    new_of[[place[word] for word in encoded]] = np.arange(len(encoded))
    counts = np.where(old_of >= 0, held[old_of], 0) if held.size else np.zeros(len(words), dtype=np.int64)
    found_in = np.diff(new.columns)
    if found_in.size:
        counts = counts + np.where(new_of >= 0, found_in[new_of], 0)
    columns = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum(counts, out=columns[1:])
    lengths = np.empty(origins.size, dtype=np.int32)
    lengths[kept] = old.lengths[origins[kept]]
    lengths[fresh] = new.lengths
    documents = np.empty(columns[-1], dtype=np.int32)
    frequencies = np.empty(columns[-1], dtype=np.uint32)
    for first, last in _blocks(columns):
        ours = [_slice(old, old_of[first:last], rows), _slice(new, new_of[first:last], fresh)]
        word, document, often = (np.concatenate(parts) for parts in zip(*ours, strict=True))
        order = np.argsort(word * origins.size + document, kind="stable")  # two runs in order: soon done
        part = slice(int(columns[first]), int(columns[last]))
        documents[part], frequencies[part] = document[order], often[order]
    narrow = frequencies.max(initial=0) < 256
    return [word.decode() for word in words], Postings(
        columns, documents, frequencies.astype(np.uint8) if narrow else frequencies, lengths
    )


def _held(old: Postings, rows: NDArray[np.int32]) -> NDArray[np.int64]:
    """In how many units that are still there each old word stands."""
    held = np.zeros(old.columns.size - 1, dtype=np.int64)
    for first, last in _blocks(old.columns):
        start = int(old.columns[first])
        still = rows[old.documents[start : int(old.columns[last])]] != NEW
        before = np.concatenate(([0], np.cumsum(still)))
        held[first:last] = np.diff(before[old.columns[first : last + 1] - start])
    return held


def _slice(
    postings: Postings, numbers: NDArray[np.int64], rows: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32]]:
    """The postings of the words `numbers` (-1: not there): place of the word, unit in its new row, frequency."""
    there = np.flatnonzero(numbers >= 0)
    starts, ends = postings.columns[numbers[there]], postings.columns[numbers[there] + 1]
    sizes = ends - starts
    word = np.repeat(there, sizes)
    at = np.arange(sizes.sum()) + np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    document = rows[postings.documents[at]].astype(np.int64)
    still = document != NEW
    return word[still], document[still], postings.frequencies[at[still]].astype(np.uint32)


def _blocks(columns: NDArray[np.int64]) -> Iterable[tuple[int, int]]:
    """Ranges of words with about as many postings as are handled at a time."""
    first, words = 0, columns.size - 1
    while first < words:
        last = int(np.searchsorted(columns, columns[first] + _BLOCK, side="right")) - 1
        last = min(max(last, first + 1), words)
        yield first, last
        first = last


def _words(index: LexicalIndex) -> Words:
    letters, offsets = index.vocabulary.letters.tobytes(), index.vocabulary.offsets.tolist()
    return [letters[start:end] for start, end in pairwise(offsets)]


def _postings(index: LexicalIndex) -> Postings:
    return Postings(index.columns, index.documents, index.frequencies, index.lengths)
