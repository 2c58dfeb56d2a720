"""Candidates among the statements to evidence: their texts read, and how sure each answers the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.answers.broken_up import wholes
from index.answers.confidence import AROUND, LEAST_COVERED, STATEMENT, TOPIC, Calibration
from index.answers.evidence import ALL_COVERED, Evidence, comparable, covered, weigh
from index.answers.polarity import asks_for_denials, is_denied, is_unsaid
from index.answers.reporting_verbs import is_reported_by
from index.answers.stances import asked_stance, reported_otherwise, standing_so
from index.questions import Question
from index.quotations.statement import StatementKind, is_short
from index.search.candidates import Candidate
from index.snapshot import Snapshot
from index.storage.stored import StoredStatement


def answering(
    snapshot: Snapshot,
    question: Question,
    candidates: Sequence[Candidate],
    calibration: Calibration,
    *,
    denials: bool = False,
) -> list[Evidence]:
    """The statements that answer, surest first; to say who said something, without far weaker ones. `denials`
    asks for those alone that are denied. Takes a while: not to be called on the event loop, nor is `weighed`.
    """
    asked = calibration is STATEMENT and asks_for_denials(question.text, question.topic)
    if denials or asked:
        denied = _denied(snapshot, question, candidates)
        if denials:
            return [item for item in denied if item.confidence >= calibration.threshold and not item.close]
        if denied:
            return comparable(denied)
    hopeful = [one for one in candidates if _at_best(one, calibration) >= calibration.threshold]
    evidence = weighed(snapshot, question, hopeful, calibration)
    surest = _surest(evidence, calibration)
    if calibration is not STATEMENT:
        return surest
    stance = asked_stance(question)
    if asked:
        surest = [reported_otherwise(item) for item in surest]
    elif stance is not None:
        surest = standing_so(surest, stance)
    return comparable(surest)


def _denied(snapshot: Snapshot, question: Question, candidates: Sequence[Candidate]) -> list[Evidence]:
    """The statements that are denied, surest first; the bar is that of a topic, as a denial has other words."""
    statements = snapshot.reader.stored.statements(one.number for one in candidates)
    denied = [one for one in candidates if is_denied(statements[one.number])]
    return _surest(weighed(snapshot, question, denied, TOPIC), TOPIC)


def _surest(evidence: Sequence[Evidence], calibration: Calibration) -> list[Evidence]:
    """The evidence that is sure enough, surest first."""
    kept = [item for item in evidence if item.confidence >= calibration.threshold]
    return sorted(kept, key=lambda item: (-item.confidence, item.statement.number))


def weighed(
    snapshot: Snapshot, question: Question, candidates: Sequence[Candidate], calibration: Calibration
) -> list[Evidence]:
    """The candidates as evidence, in their order."""
    topic, stored = question.topic, snapshot.reader.stored
    rarity = snapshot.rarity(topic)
    statements = stored.statements(candidate.number for candidate in candidates)
    if calibration is STATEMENT:
        candidates = _as_asked(question, candidates, statements)
    around = {
        one.number: covered(rarity, statements[one.number].around)
        for one in candidates
        if one.coverage < ALL_COVERED and _takes_sentence(one, calibration)
    }
    held = [statements[number] for number, share in around.items() if share > ALL_COVERED]
    broken_up = wholes(stored, held, rarity)
    evidence, told = [], set[tuple[int, int]]()
    for one in candidates:
        if (whole := broken_up.get(one.number)) is not None:
            if (place := (whole.article, whole.start)) in told or is_unsaid(whole):
                continue  # told by another of its pieces, or taken back by it
            told.add(place)
            candidate, statement, coverage = replace(one, coverage=1.0), whole, 1.0
        else:
            candidate, statement, coverage = one, statements[one.number], one.coverage
            coverage += AROUND * max(around.get(one.number, 0.0) - coverage, 0.0)
        evidence.append(weigh(candidate, coverage, statement, topic, rarity, calibration))
    return evidence


def _as_asked(
    question: Question, candidates: Sequence[Candidate], statements: Mapping[int, StoredStatement]
) -> Sequence[Candidate]:
    """What was said. A word or two answer where their verb asks: "the unions" were blamed, but nobody said that."""
    return [
        one
        for one in candidates
        if _tells(question, statements[one.number]) and not is_unsaid(statements[one.number])
    ]


def _tells(question: Question, statement: StoredStatement) -> bool:
    indirect = statement.kind == StatementKind.INDIRECT
    return not (indirect and is_short(statement.text)) or is_reported_by(question, statement)


def _takes_sentence(candidate: Candidate, calibration: Calibration) -> bool:
    """Whether the words around a statement count for it, too."""
    return calibration is TOPIC or candidate.coverage >= LEAST_COVERED


def _at_best(candidate: Candidate, calibration: Calibration) -> float:
    """The most that a statement's confidence can come to, before its text is read."""
    coverage = candidate.coverage
    if coverage > ALL_COVERED:
        return 1.0
    if _takes_sentence(candidate, calibration):
        coverage += AROUND * (1 - coverage)
    return calibration.confidence(candidate.cosine or 0.0, coverage)
