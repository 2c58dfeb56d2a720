"""Evidence in clusters: the reports of one statement together, also those worded differently."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.evidence import Evidence, report
from index.answers.joining import Report, same_statement
from index.questions import Filters
from index.search.candidates import Restriction
from index.snapshot import Snapshot

_NEIGHBOURS = 24


def restriction_of(filters: Filters, persons: frozenset[int] | None) -> Restriction:
    """The filters of a question as a restriction of candidates."""
    return Restriction(persons, filters.source, filters.before, filters.after, filters.phrases)


async def joined(snapshot: Snapshot, evidence: Sequence[Evidence], filters: Filters) -> list[list[Evidence]]:
    """The evidence in clusters, each the reports of one statement; the first of each is its surest.

    Reports of the same person that the question did not find itself join where they are the same
    statement as one that it did, as far as the filters let them.
    """
    return await _Joining(snapshot, filters, evidence).clusters()


class _Joining:
    def __init__(self, snapshot: Snapshot, filters: Filters, evidence: Sequence[Evidence]) -> None:
        self._snapshot = snapshot
        self._filters = filters
        self._evidence = evidence
        self._known = {item.statement.number: item for item in evidence}
        self._reports: dict[int, Report] = {}

    async def clusters(self) -> list[list[Evidence]]:
        taken: set[int] = set()
        clusters = []
        for seed in self._evidence:
            if seed.statement.number in taken:
                continue
            taken.add(seed.statement.number)
            cluster = [seed]
            for member in cluster:  # grows as reports join
                for item, cosine in await self._neighbours(member):
                    number = item.statement.number
                    if number not in taken and same_statement(
                        self._report(member), self._report(item), cosine
                    ):
                        taken.add(number)
                        cluster.append(item)
            clusters.append(cluster)
        return clusters

    async def _neighbours(self, member: Evidence) -> list[tuple[Evidence, float]]:
        """The statements of the same person nearest to `member`, with their cosines to it.

        One that the question did not find is as sure as the member, times their cosine.
        """
        person = member.statement.person
        if person is None:
            return []
        restriction = restriction_of(self._filters, frozenset({person}))
        near = await self._snapshot.nearest(member.statement.number, restriction, _NEIGHBOURS)
        reader = self._snapshot.reader
        statements = await reader.statements([number for number, _ in near if number not in self._known])
        articles = await reader.articles(statement.article for statement in statements.values())
        for number, cosine in near:
            if number in statements:
                statement = statements[number]
                confidence = member.confidence * max(cosine, 0.0)
                stored = articles[statement.article]
                self._known[number] = Evidence(statement, stored, confidence, verbatim=False, close=True)
        return [(self._known[number], cosine) for number, cosine in near if number != member.statement.number]

    def _report(self, item: Evidence) -> Report:
        number = item.statement.number
        if number not in self._reports:
            self._reports[number] = report(item)
        return self._reports[number]
