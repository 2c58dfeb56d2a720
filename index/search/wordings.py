"""A speaker's statements, those of the same text together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.days import UNKNOWN, Days
from index.search.top import Rows


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """The wordings of some statements, known by their `heads` (W,), each the lowest of its rows, ascending.

    The rows of the wording at place w are `rows[starts[w]:ends[w]]`; its days are those of `days`.
    """

    heads: Rows
    rows: Rows
    starts: Rows
    ends: Rows
    days: Days

    @classmethod
    def of(
        cls,
        rows: Rows,
        texts: NDArray[np.uint64],
        lengths: NDArray[np.int32],
        days: NDArray[np.int32],
        apart: int,
        fewest: int,
    ) -> Wordings:
        """The wordings of `rows`, ascending; `texts`, which are equal for rows of one text, `lengths`, the numbers
        of terms, and `days` are those of all rows that there are.

        Rows of one text are one wording, unless its days go more than `apart` days without it. Below the
        `fewest` terms only days that are known bring rows together, and nothing does without any term.
        """
        texts, days = texts[rows], days[rows]
        by_text = np.sort(texts)
        copied = by_text[1:][by_text[1:] == by_text[:-1]]
        if not copied.size:
            places = np.arange(rows.size)
            return cls(rows, rows, places, places + 1, Days(days, days, apart))
        few = lengths[rows]
        alone = (few == 0) | ((few < fewest) & (days == UNKNOWN))
        several = np.isin(texts, copied)
        one, more = np.flatnonzero(~several), np.flatnonzero(several)
        order = np.concatenate((one, more[np.lexsort((days[more], texts[more]))]))
        rows, texts, days, alone = rows[order], texts[order], days[order], alone[order]
        begins = np.ones(rows.size, dtype=np.bool_)
        begins[1:] = texts[1:] != texts[:-1]
        undated = (begins & (days == UNKNOWN) & ~alone)[begins][np.cumsum(begins) - 1]
        begins |= alone
        begins[1:] |= alone[:-1] | ((np.diff(days) > apart) & ~undated[1:])
        starts = np.flatnonzero(begins)
        ends = np.append(starts[1:], rows.size)
        heads = np.minimum.reduceat(rows, starts)
        by_head = np.argsort(heads, kind="stable")  # quick where much ascends
        starts, ends = starts[by_head], ends[by_head]
        return cls(heads[by_head], rows, starts, ends, Days(days[starts], days[ends - 1], apart))

    def __len__(self) -> int:
        return len(self.heads)

    def places_of(self, heads: Sequence[int]) -> Rows:
        """The places of the wordings that these are the heads of."""
        return np.searchsorted(self.heads, np.asarray(heads, dtype=np.int64))

    def heads_of(self, rows: Sequence[int]) -> list[int]:
        """The head of the wording that each of these of the rows has."""
        if len(self) == len(self.rows):
            return list(rows)
        at = np.argsort(self.rows)
        at = at[np.searchsorted(self.rows, np.asarray(rows, dtype=np.int64), sorter=at)]
        by_start = np.argsort(self.starts)
        places = by_start[np.searchsorted(self.starts, at, side="right", sorter=by_start) - 1]
        heads: list[int] = self.heads[places].tolist()
        return heads

    def copies(self, head: int) -> list[int]:
        """The rows of a wording, ascending."""
        if len(self) == len(self.rows):
            return [head]
        (place,) = self.places_of([head])
        rows: list[int] = np.sort(self.rows[self.starts[place] : self.ends[place]]).tolist()
        return rows
