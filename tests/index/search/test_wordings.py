from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search.days import UNKNOWN
from index.search.wordings import Wordings

APART, FEWEST = 3, 4
_UNIT = st.tuples(st.integers(0, 3), st.sampled_from([UNKNOWN, *range(1, 20)]))
"""A text and a day."""
LENGTHS = (0, 2, 4, 9)
"""The number of terms of each text."""


def _wordings(units: list[tuple[int, int]], rows: list[int]) -> Wordings:
    texts, days = zip(*units, strict=True)
    return Wordings.of(
        np.array(rows, dtype=np.int64),
        np.array(texts, dtype=np.uint64),
        np.array([LENGTHS[text] for text in texts], dtype=np.int32),
        np.array(days, dtype=np.int32),
        APART,
        FEWEST,
    )


def _is_one(one: tuple[int, int], other: tuple[int, int]) -> bool:
    known = UNKNOWN not in (one[1], other[1])
    near = abs(one[1] - other[1]) <= APART if known else LENGTHS[one[0]] >= FEWEST
    return one[0] == other[0] and LENGTHS[one[0]] > 0 and near


def _grown(row: int, units: list[tuple[int, int]], rows: list[int]) -> list[int]:
    """The row with all that are one wording with it, directly or through others."""
    reached = [row]
    for at in reached:
        reached += [other for other in rows if other not in reached and _is_one(units[at], units[other])]
    return sorted(reached)


@given(st.lists(_UNIT, min_size=1, max_size=30), st.data())
def test_rows_of_one_text_are_one_wording_as_far_as_days_let_them(
    units: list[tuple[int, int]], data: st.DataObject
) -> None:
    rows = sorted(data.draw(st.sets(st.integers(0, len(units) - 1), min_size=1)))
    wordings = _wordings(units, rows)
    assert wordings.heads.tolist() == sorted({min(_grown(row, units, rows)) for row in rows})
    for row, head in zip(rows, wordings.heads_of(rows), strict=True):
        assert wordings.copies(head) == _grown(row, units, rows)
        assert head == wordings.copies(head)[0]


@given(st.lists(_UNIT, min_size=1, max_size=30))
def test_wordings_are_near_where_some_of_their_rows_are(units: list[tuple[int, int]]) -> None:
    wordings = _wordings(units, list(range(len(units))))
    near = wordings.days.near(np.arange(len(wordings)))
    for one, head in enumerate(wordings.heads.tolist()):
        for other, another in enumerate(wordings.heads.tolist()):
            pairs = [
                (units[a][1], units[b][1]) for a in wordings.copies(head) for b in wordings.copies(another)
            ]
            assert near[one, other] == any(
                UNKNOWN in pair or abs(pair[0] - pair[1]) <= APART for pair in pairs
            )
