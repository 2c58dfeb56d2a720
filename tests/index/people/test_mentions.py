from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.people.mentions import Mentions, Tally
from index.quotations.statement import Speaker, SpeakerKind

ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["Abel", "Stone", "UN", " "]),
        st.sampled_from(SpeakerKind),
        st.sampled_from([None, "Mayor", "Mayor of Linden"]),
        st.integers(1, 5),
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_arrays_hold_what_was_counted(rows: list[tuple[str, str, SpeakerKind, str | None, int]]) -> None:
    mentions = Mentions(
        (article, Speaker(name, 0, 1, kind, said), times) for article, name, kind, said, times in rows
    )
    named = [row for row in rows if row[2] is not SpeakerKind.UNNAMED and row[1].strip()]
    expected = Counter[tuple[str, str, bool]]()
    for article, name, kind, _, times in named:
        expected[article, name, kind is SpeakerKind.PERSON] += times
    elements = [
        (mentions.articles[article], mentions.names[key // 2], bool(key % 2))
        for article, key in zip(mentions.article.tolist(), mentions.key.tolist(), strict=True)
    ]
    assert elements == sorted(expected)
    assert [expected[element] for element in elements] == mentions.times.tolist()

    descriptions = Counter[tuple[tuple[str, str, bool], str]]()
    for article, name, _, said, times in named:
        for element in ((article, name, False), (article, name, True)):
            if said and element in expected:
                descriptions[element, said] += times
    found = Counter[tuple[tuple[str, str, bool], str]]()
    for at, description, times in zip(*(column.tolist() for column in mentions.described()), strict=True):
        found[elements[at], mentions.descriptions[description]] += times
    assert found == descriptions

    keys = mentions.keys()[:2]
    chosen = list(mentions.with_one_of(keys))
    for number, start, mine in chosen:
        assert mentions.article[start : start + len(mine)].tolist() == [number] * len(mine)
        assert mentions.key[start : start + len(mine)].tolist() == mine
    assert [number for number, *_ in chosen] == np.unique(
        mentions.article[np.isin(mentions.key, keys)]
    ).tolist()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 9)), max_size=20))
def test_sums_by_row_and_value(elements: list[tuple[int, int, int]]) -> None:
    row, value, times = np.array(elements, dtype=np.int64).reshape(-1, 3).T
    tally = Tally(5, row, value, times)
    for at in range(5):
        mine = [(what, often) for whose, what, often in elements if whose == at]
        assert list(tally.of(at)) == [
            (
                what,
                sum(often for other, often in mine if other == what),
                sum(other == what for other, _ in mine),
            )
            for what in sorted({what for what, _ in mine})
        ]
