"""Statements to entries: one statement with all its citations, under the speaker who made it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.answers.answer import SpeakerEntry, StatementEntry
from index.answers.citing import citation
from index.answers.evidence import Evidence
from index.quotations.statement import StatementKind
from index.storage.reader import StoredPerson

_KINDS = (StatementKind.DIRECT, StatementKind.MIXED, StatementKind.INDIRECT)


def entry(cluster: Sequence[Evidence], words: Collection[str]) -> StatementEntry:
    """One entry for the reports of one statement: those with the question's very words first, and
    among them quotes before the reporters' words.
    """
    ordered = sorted(cluster, key=_precedence)
    citations = tuple(citation(item.statement, item.stored, words) for item in ordered)
    return StatementEntry(
        text=" ".join(citations[0].quote.split()),
        kind=citations[0].kind,
        score=round(max(item.confidence for item in cluster), 4),
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


def by_speaker(
    clusters: Sequence[Sequence[Evidence]],
    persons: Sequence[StoredPerson],
    words: Collection[str],
    most_speakers: int,
    most_statements: int,
) -> tuple[SpeakerEntry, ...]:
    """The speakers, best first, each with their entries, best first; `persons` by their numbers."""
    speakers: dict[tuple[object, ...], list[Sequence[Evidence]]] = {}
    for cluster in clusters:
        speakers.setdefault(cluster[0].speaker_key, []).append(cluster)
    entries = [_speaker(mine, persons, words, most_statements) for mine in speakers.values()]
    return tuple(sorted(entries, key=lambda speaker: -speaker.score)[:most_speakers])


def _speaker(
    clusters: Sequence[Sequence[Evidence]],
    persons: Sequence[StoredPerson],
    words: Collection[str],
    most: int,
) -> SpeakerEntry:
    statement = clusters[0][0].statement
    person = None if statement.person is None else persons[statement.person]
    statements = sorted((entry(cluster, words) for cluster in clusters), key=lambda item: -item.score)[:most]
    return SpeakerEntry(
        name=person.name if person else statement.speaker,
        description=person.description if person else statement.description,
        score=statements[0].score,
        statements=tuple(statements),
    )
