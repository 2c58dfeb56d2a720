"""The lexical index of a build: postings of the earlier build renumbered, those of new units merged in.

The result is what `LexicalIndex.build` makes of all units, bit for bit; only the texts of new units
are cut into terms. The weights, which depend on the whole corpus, are computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.building.origins import NEW
from index.search.lexical import LexicalIndex
from index.search.postings import Postings

_BLOCK = 1 << 18
"""Postings that are merged at a time."""

Words = list[bytes]


def lexical_index(
    words: Sequence[str], postings: Postings, origins: NDArray[np.int32], earlier: Path | None, name: str
) -> LexicalIndex:
    """The lexical index of units that come from `origins` in the build in the folder `earlier`; `words` and
    `postings` are `collect`ed of the new ones among them, in order.
    """
    if earlier is None or not (origins != NEW).any():
        return LexicalIndex.of(words, postings)
    before = LexicalIndex.load(earlier, name)
    return LexicalIndex.of(*merge(before.vocabulary.words(), _postings(before), origins, words, postings))


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
    frequencies = np.empty(columns[-1], dtype=np.result_type(old.frequencies, new.frequencies))
    in_order = bool((np.diff(origins[kept]) > 0).all())
    for first, last in _blocks(columns):
        stayed = _part(old, old_of[first:last], rows, origins.size)
        added = _part(new, new_of[first:last], fresh, origins.size)
        if not in_order:
            stayed = stayed.sorted()
        at = np.searchsorted(stayed.keys, added.keys)
        part = slice(int(columns[first]), int(columns[last]))
        documents[part] = np.insert(stayed.documents, at, added.documents)
        frequencies[part] = np.insert(stayed.frequencies, at, added.frequencies)
    if frequencies.max(initial=0) < 256:
        frequencies = frequencies.astype(np.uint8, copy=False)
    return [word.decode() for word in words], Postings(columns, documents, frequencies, lengths)


def _held(old: Postings, rows: NDArray[np.int32]) -> NDArray[np.int64]:
    """In how many units that are still there each old word stands."""
    held = np.zeros(old.columns.size - 1, dtype=np.int64)
    for first, last in _blocks(old.columns):
        start = int(old.columns[first])
        still = rows[old.documents[start : int(old.columns[last])]] != NEW
        before = np.concatenate(([0], np.cumsum(still)))
        held[first:last] = np.diff(before[old.columns[first : last + 1] - start])
    return held


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Some words' postings: `keys` (n,) ascend with the words, and within each with the documents."""

    keys: NDArray[np.int64]
    documents: NDArray[np.int32]
    frequencies: NDArray[np.uint8 | np.uint32]

    def sorted(self) -> _Part:
        """The same by their keys."""
        order = np.argsort(self.keys, kind="stable")
        return _Part(self.keys[order], self.documents[order], self.frequencies[order])


def _part(postings: Postings, numbers: NDArray[np.int64], rows: NDArray[np.int32], size: int) -> _Part:
    """The postings of the words `numbers` (-1: not there; the others ascend, and no unit that is still
    there has a word that they pass over); units stand now in `rows`, of `size` in all.
    """
    places = np.flatnonzero(numbers >= 0)
    first, last = (int(numbers[places[0]]), int(numbers[places[-1]]) + 1) if places.size else (0, 0)
    place = np.zeros(last - first, dtype=np.int64)
    place[numbers[places] - first] = places
    columns = postings.columns[first : last + 1]
    part = slice(int(columns[0]), int(columns[-1]))
    documents, frequencies = rows[postings.documents[part]], postings.frequencies[part]
    keys = np.repeat(place * size, np.diff(columns)) + documents
    if (still := documents != NEW).all():
        return _Part(keys, documents, frequencies)
    return _Part(keys[still], documents[still], frequencies[still])


def _blocks(columns: NDArray[np.int64]) -> Iterable[tuple[int, int]]:
    """Ranges of words with about as many postings as are handled at a time."""
    first, words = 0, columns.size - 1
    while first < words:
        last = int(np.searchsorted(columns, columns[first] + _BLOCK, side="right")) - 1
        last = min(max(last, first + 1), words)
        yield first, last
        first = last


def _postings(index: LexicalIndex) -> Postings:
    return Postings(index.columns, index.documents, index.frequencies, index.lengths)
