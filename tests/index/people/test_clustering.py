from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.people.clustering import cluster
from index.people.matching import compatible
from index.people.names import Name, parse_name

GIVEN = "John Jon J. James Bill William B. Sergei Serguei Sergej S. Ståle Stale Vladimir Volodymyr".split()
SURNAMES = "Smith Petrov Petroff Håland Haaland Mueller Müller Zelensky Zelenskyy".split()


def parsed(written: str) -> Name:
    name = parse_name(written)
    assert name is not None
    return name


NAMES = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(SURNAMES)).map(parsed)


def by_all_pairs(names: set[Name]) -> set[frozenset[Name]]:
    """The groups where every name is compared with every other."""
    near: dict[Name, set[Name]] = {name: set() for name in names}
    for one, other in combinations(names, 2):
        if compatible(one, other):
            near[one].add(other)
            near[other].add(one)
    torn = {
        name
        for name in names
        if any(not compatible(one, other) for one, other in combinations(near[name], 2))
    }
    return {frozenset({name} if name in torn else {name, *near[name] - torn}) for name in names}


@settings(max_examples=200, deadline=None)
@given(st.sets(NAMES, max_size=14))
def test_groups_are_those_of_comparing_all_pairs(names: set[Name]) -> None:
    groups = cluster(names, lambda one, other: False)
    assert sum(map(len, groups)) == len(names)
    assert {frozenset(group) for group in groups} == by_all_pairs(names)


def test_names_said_to_be_apart_stay_apart() -> None:
    names = [parsed("Sergei Petrov"), parsed("Serguei Petrov")]
    assert len(cluster(names, lambda one, other: False)) == 1
    assert len(cluster(names, lambda one, other: True)) == 2
