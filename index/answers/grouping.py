"""Statements to entries: one statement with all its citations, under the speaker who made it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from index.answers.answer import SpeakerEntry, StatementEntry
from index.answers.citing import citation
from index.answers.evidence import Evidence
from index.quotations.statement import StatementKind
from index.storage.persons import StoredPerson
from index.storage.stored import StoredArticle

Cluster = Sequence[Evidence]
"""The reports of one statement."""

_KINDS = (StatementKind.DIRECT, StatementKind.MIXED, StatementKind.INDIRECT)


def entry(cluster: Cluster, articles: Mapping[int, StoredArticle], words: Collection[str]) -> StatementEntry:
    """One entry for the reports of one statement: those with the question's very words first, and
    among them quotes before the reporters' words.
    """
    ordered = sorted(cluster, key=_precedence)
    citations = tuple(citation(item.statement, articles[item.statement.article], words) for item in ordered)
    return StatementEntry(
        text=" ".join(citations[0].quote.split()),
        kind=citations[0].kind,
        score=_score(cluster),
        close=all(item.close for item in cluster),
        citations=citations,
    )


def _precedence(item: Evidence) -> tuple[object, ...]:
    return (
        not item.verbatim,
        item.close,
        _KINDS.index(StatementKind(item.statement.kind)),
        -item.confidence,
        item.statement.number,
    )


def by_speaker(clusters: Iterable[Cluster], most_speakers: int, most: int) -> list[list[Cluster]]:
    """The clusters that are shown: each speaker's `most` best, the speaker of the best cluster first."""
    speakers: dict[tuple[object, ...], list[Cluster]] = {}
    for cluster in clusters:
        speakers.setdefault(cluster[0].speaker_key, []).append(cluster)
    best = [sorted(theirs, key=_score, reverse=True)[:most] for theirs in speakers.values()]
    return sorted(best, key=lambda theirs: _score(theirs[0]), reverse=True)[:most_speakers]


def speaker_entry(
    clusters: Sequence[Cluster],
    persons: Sequence[StoredPerson],
    articles: Mapping[int, StoredArticle],
    words: Collection[str],
) -> SpeakerEntry:
    """What one speaker said, best first; `persons` and `articles` are by number, `words` the question's terms."""
    statement = clusters[0][0].statement
    person = None if statement.person is None else persons[statement.person]
    return SpeakerEntry(
        name=person.name if person else statement.speaker,
        description=person.description if person else statement.description,
        score=_score(clusters[0]),
        statements=tuple(entry(cluster, articles, words) for cluster in clusters),
    )


def _score(cluster: Cluster) -> float:
    return round(max(item.confidence for item in cluster), 4)
