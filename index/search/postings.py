"""Documents as streams of terms, turned into postings by term with little memory."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BLOCK = 1 << 21


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Compressed sparse columns: of the word with number t, `documents[columns[t]:columns[t + 1]]`
    hold it (ascending), `frequencies[...]` times each; `lengths` are the documents' term counts.
    """

    columns: NDArray[np.int64]
    documents: NDArray[np.int32]
    frequencies: NDArray[np.uint8 | np.uint32]
    lengths: NDArray[np.int32]


def collect(documents: Iterable[Iterable[str]]) -> tuple[list[str], Postings]:
    """The words of the documents, sorted by their UTF-8, and their postings, in one pass.

    Memory: 8 bytes a posting while collecting, 5 to 8 more for the result, and the set of words.
    """
    numbers: dict[str, int] = {}
    words, often = array("i"), array("I")
    distinct, lengths = array("i"), array("i")
    for document in documents:
        counts = Counter(document)
        words.extend([numbers.setdefault(word, len(numbers)) for word in counts])
        often.extend(counts.values())
        distinct.append(len(counts))
        lengths.append(counts.total())
    vocabulary = sorted(numbers, key=str.encode)
    rank = np.empty(len(vocabulary), dtype=np.int32)
    rank[np.fromiter((numbers[word] for word in vocabulary), np.int32, len(vocabulary))] = np.arange(
        len(vocabulary), dtype=np.int32
    )
    return vocabulary, _by_word(
        rank,
        np.frombuffer(words, dtype=np.int32),
        np.frombuffer(often, dtype=np.uint32),
        np.frombuffer(distinct, dtype=np.int32),
        np.array(lengths, dtype=np.int32),
    )


def _by_word(
    rank: NDArray[np.int32],
    words: NDArray[np.int32],
    often: NDArray[np.uint32],
    distinct: NDArray[np.int32],
    lengths: NDArray[np.int32],
) -> Postings:
    """A counting sort of the postings, block by block."""
    columns = np.zeros(rank.size + 1, dtype=np.int64)
    np.cumsum(np.bincount(words, minlength=rank.size)[np.argsort(rank)], out=columns[1:])
    narrow: type[np.uint8 | np.uint32] = np.uint8 if often.max(initial=0) < 256 else np.uint32
    documents = np.empty(words.size, dtype=np.int32)
    frequencies: NDArray[np.uint8 | np.uint32] = np.empty(words.size, dtype=narrow)
    ends = np.cumsum(distinct, dtype=np.int64)
    cursor = columns[:-1].copy()
    for start in range(0, words.size, _BLOCK):
        end = min(start + _BLOCK, words.size)
        ranks = rank[words[start:end]]
        order = np.argsort(ranks, kind="stable")
        ranks = ranks[order]
        counts = np.bincount(ranks, minlength=rank.size)
        within = np.arange(ranks.size) - np.repeat(np.cumsum(counts) - counts, counts)
        places = cursor[ranks] + within
        documents[places] = np.searchsorted(ends, start + order, side="right")
        frequencies[places] = often[start:end][order]
        cursor += counts
    return Postings(columns, documents, frequencies, lengths)
