"""Evidence in clusters: the reports of one statement together, also those worded differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from index.answers.broken_up import is_put_together
from index.answers.evidence import Evidence, reports
from index.answers.joining import (
    DAYS_APART,
    FEWEST_WORDS,
    LEAST_COSINE,
    Reports,
    likeness,
    near,
    same_statement,
)
from index.answers.linking import complete_links
from index.answers.polarity import is_unsaid
from index.answers.restricting import restriction_of
from index.questions import Filters
from index.search.candidates import UnitKind
from index.search.wordings import Wordings
from index.snapshot import Snapshot
from index.storage.stored import StoredStatement

_NEIGHBOURS = 32
"""Wordings of one statement by one speaker that are compared with it."""

_COMPARED = 16
"""Reports of one wording that are compared with those of another: they tell its occasions."""

_MOST_READ = 512
"""Reports that are read for a question beyond those that are worded like what it found: several times what
the statements of a corpus need that does not repeat itself; of formulas there is no end.
"""


def joined(snapshot: Snapshot, evidence: Sequence[Evidence], filters: Filters) -> list[list[Evidence]]:
    """The evidence, which fulfils the filters, in clusters, each the reports of one statement; the first of
    each is its surest.

    Reports of the same person that the question did not find itself join where they are the same
    statement as one that it did, as far as the filters let them: all that are worded like it, and of those
    worded otherwise the nearest. Takes a while: not to be called on the event loop.
    """
    clusters: list[list[Evidence]] = []
    for unsaid in (False, True):
        theirs = [item for item in evidence if is_unsaid(item.statement) is unsaid]
        if theirs:
            clusters += _Joining(snapshot, filters, theirs, unsaid).clusters()
    return clusters


class _Wording:
    """The reports of one wording, some of them read: what the surest is worth, the `unread` ones are, too."""

    def __init__(self, known: Sequence[Evidence], unread: Sequence[int] = ()) -> None:
        self.known = list(known)
        self.unread = list(unread)
        self.surest = min(known, key=_surest_first)
        self.person = self.surest.statement.person

    @cached_property
    def reports(self) -> Reports:
        """The reports that are compared with those of another wording."""
        return reports([item.statement for item in self.known[:_COMPARED]])

    def take(self, statements: Mapping[int, StoredStatement]) -> None:
        """Know those of the unread reports that are among these."""
        read = [number for number in self.unread if number in statements]
        alike = self.surest
        if is_put_together(alike.statement):  # the others are worded like a piece of it
            alike = replace(alike, verbatim=False, close=True)
        self.known += [replace(alike, statement=statements[number]) for number in read]
        self.unread = [number for number in self.unread if number not in statements]


class _Joining:
    """The wordings of the evidence and of what is linked to it, by their heads: of what was said, or of what was
    `unsaid`, which are not one even in the same words.
    """

    def __init__(
        self, snapshot: Snapshot, filters: Filters, evidence: Sequence[Evidence], unsaid: bool
    ) -> None:
        self._snapshot = snapshot
        self._unsaid = unsaid
        self._allowed = snapshot.mask(UnitKind.STATEMENT, restriction_of(filters))
        self._evidence = evidence
        self._of_person: dict[int, Wordings] = {}
        self._head_of: dict[int, int] = {}
        self._wordings: dict[int, _Wording] = {}
        self._near: dict[int, dict[int, float]] = {}
        self._room = _MOST_READ

    def clusters(self) -> list[list[Evidence]]:
        self._begin()
        links = self._links()
        cluster_of = complete_links(self._wordings, links, self._are_near)
        heads = dict.fromkeys(self._head_of[item.statement.number] for item in self._evidence)
        clusters = list({id(cluster_of[head]): cluster_of[head] for head in heads}.values())
        self._read(number for heads in clusters for head in heads for number in self._wordings[head].unread)
        return [
            sorted((item for head in heads for item in self._wordings[head].known), key=_surest_first)
            for heads in clusters
        ]

    def _begin(self) -> None:
        """Know how the evidence is worded, and some of the other reports in these words."""
        by_person: dict[int, dict[int, Evidence]] = {}
        for item in self._evidence:
            number, person = item.statement.number, item.statement.person
            if person is None:
                self._know(number, _Wording([item]))
            else:
                by_person.setdefault(person, {})[number] = item
        for person, items in by_person.items():
            wordings = self._snapshot.wordings(person, self._allowed, DAYS_APART, FEWEST_WORDS)
            self._of_person[person] = wordings
            alike: dict[int, list[Evidence]] = {}
            for head, item in zip(wordings.heads_of(list(items)), items.values(), strict=True):
                alike.setdefault(head, []).append(item)
            for head, known in alike.items():
                self._know(head, _Wording(known, [row for row in wordings.copies(head) if row not in items]))
        compared = (
            number
            for wording in self._wordings.values()
            for number in wording.unread[: max(_COMPARED - len(wording.known), 0)]
        )
        self._read(compared)

    def _know(self, head: int, wording: _Wording) -> None:
        self._wordings[head] = wording
        for item in wording.known:
            self._head_of[item.statement.number] = head

    def _read(self, numbers: Iterable[int]) -> None:
        """Know these of the unread reports."""
        if statements := self._statements(numbers):
            for wording in self._wordings.values():
                wording.take(statements)

    def _statements(self, numbers: Iterable[int]) -> dict[int, StoredStatement]:
        statements = self._snapshot.reader.stored.statements(numbers)
        return {number: one for number, one in statements.items() if is_unsaid(one) is self._unsaid}

    def _links(self) -> list[tuple[float, int, int]]:
        """The pairs that are one statement, each with how alike they are, among the evidence and what
        is linked to it directly or through others.
        """
        links: list[tuple[float, int, int]] = []
        reached = list(self._wordings)
        seen = set(reached)
        while reached:
            self._look_around(reached)
            linked: list[int] = []
            for head in reached:
                for other, cosine in self._near[head].items():
                    ours, theirs = self._wordings[head].reports, self._wordings[other].reports
                    if same_statement(ours, theirs, cosine):
                        links.append((likeness(ours, theirs, cosine), head, other))
                        if other not in seen:
                            seen.add(other)
                            linked.append(other)
            reached = linked[: self._room]
        return links

    def _are_near(self, one: int, other: int) -> bool:
        cosine = self._cosine(one, other) or self._cosine(other, one)
        return near(self._wordings[one].reports, self._wordings[other].reports, cosine)

    def _cosine(self, one: int, other: int) -> float:
        return self._near.get(one, {}).get(other, 0.0)

    def _look_around(self, heads: Sequence[int]) -> None:
        """Find the wordings nearest to these among all of their speakers, and read them as far as there is room."""
        by_person: dict[int, list[int]] = {}
        for head in heads:
            person = self._wordings[head].person
            if person is None:
                self._near[head] = {}
            else:
                by_person.setdefault(person, []).append(head)
        sought = [(self._of_person[person], theirs) for person, theirs in by_person.items()]
        self._near |= self._snapshot.nearest(sought, LEAST_COSINE, _NEIGHBOURS)
        self._read_surest(heads)
        for head in heads:
            near_it = self._near[head]
            self._near[head] = {other: near_it[other] for other in near_it if other in self._wordings}

    def _read_surest(self, heads: Sequence[int]) -> None:
        """Know the surest of what is near these.

        One that the question did not find is as sure as the one it was found by times their cosine.
        """
        sure: dict[int, float] = {}
        copies: dict[int, list[int]] = {}
        for head in heads:
            wording = self._wordings[head]
            for other, cosine in self._near[head].items():
                if wording.person is not None and other not in self._wordings:
                    sure[other] = max(sure.get(other, 0.0), cosine * wording.surest.confidence)
                    if other not in copies:
                        copies[other] = self._of_person[wording.person].copies(other)
        chosen = []
        for other in sorted(sure, key=lambda head: (-sure[head], head)):
            self._room -= len(copies[other][:_COMPARED])
            if self._room < 0:
                break
            chosen.append(other)
        self._room = max(self._room, 0)
        statements = self._statements(number for head in chosen for number in copies[head][:_COMPARED])
        for head in chosen:
            read, unread = copies[head][:_COMPARED], copies[head][_COMPARED:]
            known = [
                Evidence(statements[one], sure[head], verbatim=False, close=True)
                for one in read
                if one in statements
            ]
            if known:
                self._know(head, _Wording(known, unread))


def _surest_first(item: Evidence) -> tuple[float, int]:
    return (-item.confidence, item.statement.number)
