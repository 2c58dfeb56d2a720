"""Clusters by complete link: each of a cluster stands near each other one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class _Cluster:
    """`held` and `far` are sets of numbers, by bits: the members, and those that some member is not near."""

    members: list[int]
    held: int
    far: int = 0


def complete_links(
    numbers: Iterable[int], links: Iterable[tuple[float, int, int]], near: Callable[[int, int], bool]
) -> dict[int, list[int]]:
    """The cluster of each of the numbers, in the order in which it grew.

    A link brings the clusters of two numbers together where each number of the one is `near`, which holds
    both ways, each of the other; the greatest link comes first. A pair that is not near is met once for two
    clusters, however many links they have.
    """
    bits = {number: 1 << place for place, number in enumerate(numbers)}
    cluster_of = {number: _Cluster([number], bit) for number, bit in bits.items()}
    for _, one, other in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        ours, theirs = cluster_of[one], cluster_of[other]
        if ours is theirs or ours.far & theirs.held or theirs.far & ours.held:
            continue
        pairs = ((a, b) for a in ours.members for b in theirs.members)
        if far := next((pair for pair in pairs if not near(*pair)), None):
            ours.far |= bits[far[1]]
            theirs.far |= bits[far[0]]
            continue
        ours.members += theirs.members
        ours.held |= theirs.held
        ours.far |= theirs.far
        for number in theirs.members:
            cluster_of[number] = ours
    return {number: cluster.members for number, cluster in cluster_of.items()}
