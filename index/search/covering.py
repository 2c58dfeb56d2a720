"""Which of a query's words units hold, and how much those words say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.search.lexical import LexicalIndex
from index.search.top import Mask, Rows, Scores


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """Shares of a query's distinct words that units hold, float64 (n,) in 0..1, beside their `scores` (BM25).

    In `share` a word weighs its rarity (Lucene's idf), and counts once however often query or text repeat it.
    """

    scores: Scores
    share: Scores


NOTHING_NAMED: Mapping[str, Mask] = {}


def cover(
    lexical: LexicalIndex, terms: Sequence[str], rows: Rows, named: Mapping[str, Mask] = NOTHING_NAMED
) -> Coverage:
    """How `rows` (ascending) cover the query of these terms; a query without any is covered by none.

    `named` says for some terms which of the rows (n,) hold them though their texts do not: a term of an
    outlet's name is held by all that the outlet published.
    """
    scores, share = np.zeros(rows.size), np.zeros(rows.size)
    total = 0.0
    for term, column, times in lexical.columns_of(terms):
        rarity = lexical.rarity(column)
        total += rarity
        hits, weights = lexical.held(column, rows)
        scores[hits] += times * weights
        if term in named:
            hits = np.union1d(hits, np.flatnonzero(named[term]))
        share[hits] += rarity
    if total:
        share /= total
    return Coverage(scores, share)
