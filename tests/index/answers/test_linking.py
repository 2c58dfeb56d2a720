from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.answers.linking import complete_links

NUMBERS = range(9)
_PAIRS = st.tuples(st.sampled_from(NUMBERS), st.sampled_from(NUMBERS))
_LINKS = st.lists(st.builds(lambda pair, alike: (alike, *pair), _PAIRS, st.floats(0, 2)))


@given(_LINKS, st.sets(_PAIRS))
def test_every_pair_is_asked_about_by_the_rule(
    links: list[tuple[float, int, int]], distant: set[tuple[int, int]]
) -> None:
    def near(one: int, other: int) -> bool:
        return (one, other) not in distant and (other, one) not in distant

    expected = {number: [number] for number in NUMBERS}
    for _, one, other in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        ours, theirs = expected[one], expected[other]
        if ours is not theirs and all(near(a, b) for a in ours for b in theirs):
            ours += theirs
            expected.update(dict.fromkeys(theirs, ours))
    assert complete_links(NUMBERS, links, near) == expected


def test_clusters_that_were_apart_once_are_not_compared_again() -> None:
    asked = []

    def near(one: int, other: int) -> bool:
        asked.append({one, other})
        return {one, other} in ({0, 1}, {2, 3})

    links = [(2.0, 0, 1), (2.0, 2, 3), *((1.0, one, other) for one in (0, 1) for other in (2, 3))]
    assert complete_links(range(4), links, near) == {0: [0, 1], 1: [0, 1], 2: [2, 3], 3: [2, 3]}
    assert asked == [{0, 1}, {2, 3}, {0, 2}]
