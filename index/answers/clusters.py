"""Evidence in clusters: the reports of one statement together, also those worded differently."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.evidence import Evidence, report
from index.answers.joining import DAYS_APART, LEAST_COSINE, Report, likeness, near, same_statement
from index.answers.restricting import restriction_of
from index.questions import Filters
from index.search.candidates import UnitKind
from index.snapshot import Snapshot

_NEIGHBOURS = 32
"""Reports of one statement by one speaker that are compared with it."""


def joined(snapshot: Snapshot, evidence: Sequence[Evidence], filters: Filters) -> list[list[Evidence]]:
    """The evidence in clusters, each the reports of one statement; the first of each is its surest.

    Reports of the same person that the question did not find itself join where they are the same
    statement as one that it did, as far as the filters let them. Takes a while: not to be called on the
    event loop.
    """
    return _Joining(snapshot, filters, evidence).clusters()


class _Joining:
    def __init__(self, snapshot: Snapshot, filters: Filters, evidence: Sequence[Evidence]) -> None:
        self._snapshot = snapshot
        self._allowed = snapshot.mask(UnitKind.STATEMENT, restriction_of(filters, None))
        self._evidence = evidence
        self._known = {item.statement.number: item for item in evidence}
        self._reports: dict[int, Report] = {}
        self._near: dict[int, dict[int, float]] = {}

    def clusters(self) -> list[list[Evidence]]:
        links = self._links()
        cluster_of = {number: [number] for number in self._known}
        for _, one, other in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
            ours, theirs = cluster_of[one], cluster_of[other]
            if ours is not theirs and all(self._are_near(a, b) for a in ours for b in theirs):
                ours += theirs
                for number in theirs:
                    cluster_of[number] = ours
        taken: set[int] = set()
        clusters = []
        for seed in self._evidence:
            if seed.statement.number not in taken:
                members = cluster_of[seed.statement.number]
                taken.update(members)
                clusters.append(sorted((self._known[number] for number in members), key=_surest_first))
        return clusters

    def _links(self) -> list[tuple[float, int, int]]:
        """The pairs that are one statement, each with how alike they are, among the evidence and what
        is linked to it directly or through others.
        """
        links: list[tuple[float, int, int]] = []
        reached = [item.statement.number for item in self._evidence]
        seen = set(reached)
        while reached:
            self._look_around(reached)
            linked: list[int] = []
            for number in reached:
                for other, cosine in self._near[number].items():
                    ours, theirs = self._report(number), self._report(other)
                    if same_statement(ours, theirs, cosine):
                        links.append((likeness(ours, theirs, cosine), number, other))
                        if other not in seen:
                            seen.add(other)
                            linked.append(other)
            reached = linked
        return links

    def _are_near(self, one: int, other: int) -> bool:
        cosine = self._near[one].get(other, self._near[other].get(one, 0.0))
        return near(self._report(one), self._report(other), cosine)

    def _look_around(self, numbers: Sequence[int]) -> None:
        """Find the statements nearest to these among all of their speakers.

        One that the question did not find is as sure as the one it was found by times their cosine.
        """
        by_person: dict[int, list[int]] = {}
        for number in numbers:
            person = self._known[number].statement.person
            if person is None:
                self._near[number] = {}
            else:
                by_person.setdefault(person, []).append(number)
        self._near |= self._snapshot.nearest(by_person, self._allowed, DAYS_APART, LEAST_COSINE, _NEIGHBOURS)
        sure: dict[int, float] = {}
        for number in numbers:
            for other, cosine in self._near[number].items():
                if other not in self._known:
                    sure[other] = max(sure.get(other, 0.0), cosine * self._known[number].confidence)
        for number, statement in self._snapshot.reader.stored.statements(sure).items():
            self._known[number] = Evidence(statement, sure[number], verbatim=False, close=True)

    def _report(self, number: int) -> Report:
        if number not in self._reports:
            self._reports[number] = report(self._known[number])
        return self._reports[number]


def _surest_first(item: Evidence) -> tuple[float, int]:
    return (-item.confidence, item.statement.number)
