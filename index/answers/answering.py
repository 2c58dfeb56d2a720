"""A question over a snapshot, answered: with citations, or honestly not at all."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from index.answers.answer import Answer, PassageHit, SpeakerEntry
from index.answers.citing import passage_hit, without_overlaps
from index.answers.clusters import joined
from index.answers.confidence import (
    AROUND,
    LEAST_COVERED,
    PASSAGE,
    STATEMENT,
    TOPIC,
    Calibration,
    of_passages,
)
from index.answers.evidence import ALL_COVERED, Evidence, comparable, covered, weigh
from index.answers.grouping import by_speaker, speaker_entry
from index.answers.restricting import restriction_of
from index.people import Match
from index.questions import Filters, Question
from index.questions.intent import Intent
from index.search.candidates import Candidate, Restriction, UnitKind
from index.search.fusion import SearchMode
from index.search.tokens import terms
from index.snapshot import Snapshot
from index.storage.persons import StoredPerson
from index.storage.stored import StoredPassage

MOST_SPEAKERS = 10
MOST_STATEMENTS = 25
MOST_PASSAGES = 5
_NEAR_MISSES = 3


async def answer(snapshot: Snapshot, question: Question) -> Answer:
    """Answer `question` from `snapshot`."""
    return await _Answering(snapshot, question).answer()


async def search_passages(
    snapshot: Snapshot, words: str, filters: Filters, mode: SearchMode, limit: int
) -> tuple[PassageHit, ...]:
    """The best passages for `words`, never abstaining; `score` is the one that ranks."""

    def hits(candidates: list[Candidate]) -> tuple[PassageHit, ...]:
        sought = frozenset(terms(words))
        stored = snapshot.reader.stored.passages(candidate.number for candidate in candidates)
        return _hits(snapshot, [(stored[one.number], one.score) for one in candidates], sought)

    return await snapshot.candidates(
        UnitKind.PASSAGE, words, hits, restriction_of(filters, None), limit, mode
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Who said what, and whether that is what was asked for."""

    speakers: tuple[SpeakerEntry, ...]
    found: bool


@dataclass(frozen=True, slots=True)
class _Answering:
    """`outlets` are those whose articles alone are to answer, None: all."""

    snapshot: Snapshot
    question: Question
    outlets: frozenset[int] | None = None

    async def answer(self) -> Answer:
        question = self.question
        if question.intent is Intent.PASSAGES:
            hits = await self._passages()
            found = [hit for hit in hits if hit.score >= PASSAGE.threshold]
            return self._answer(bool(found), passages=tuple(found or hits[:_NEAR_MISSES]))
        if question.intent is Intent.WHO_SAID:
            return await self._who_said()
        asked = await self._find(question.speaker or "")
        if question.intent is Intent.WHAT_SAID:
            return await self._what_said(asked)
        return await self._did_say(asked)

    async def _who_said(self) -> Answer:
        named = self.question.filters.speaker
        asked = await self._find(named) if named else ()
        if named and not asked:
            return await self._nobody(named)
        restriction = restriction_of(self.question.filters, _numbers(asked) if named else None)
        told, hits = await asyncio.gather(self._told(restriction, STATEMENT), self._passages())
        return self._with_statements(told, hits, asked, named)

    async def _what_said(self, asked: tuple[Match[StoredPerson], ...]) -> Answer:
        name = self.question.speaker or ""
        restriction = restriction_of(self.question.filters, _numbers(asked))
        if not asked:
            unnamed = await self.snapshot.reader.said_by_unnamed(_without_article(name))
            if not unnamed:
                return await self._published_by(name) or await self._nobody(name)
            restriction = replace(restriction, persons=None, numbers=frozenset(unnamed))
        hits: tuple[PassageHit, ...] = ()
        if self.question.topic:
            told, hits = await asyncio.gather(self._told(restriction, TOPIC), self._passages())
        else:
            told = await self._everything(restriction)
        return self._with_statements(told, hits, asked, name)

    async def _find(self, name: str) -> tuple[Match[StoredPerson], ...]:
        """Whom a name means; of "Putin and Cameron" both."""
        if found := await self.snapshot.find_persons(name):
            return found
        parts = [await self.snapshot.find_persons(part) for part in name.split(" and ")]
        return tuple(part[0] for part in parts) if all(parts) else ()

    async def _did_say(self, asked: tuple[Match[StoredPerson], ...]) -> Answer:
        if not asked and (published := await self._published_by(self.question.speaker or "")):
            return published
        everyone = restriction_of(self.question.filters, None)
        told, hits = await asyncio.gather(self._told(everyone, STATEMENT, _numbers(asked)), self._passages())
        return self._with_statements(told, hits, asked, self.question.speaker)

    async def _told(
        self, restriction: Restriction, calibration: Calibration, by: frozenset[int] | None = None
    ) -> _Told:
        """What was said, by the persons `by` where one of them said it."""

        def tell(candidates: list[Candidate]) -> _Told:
            evidence = self._evidence(candidates, calibration)
            if by is None:
                return self._shown(evidence, found=bool(evidence))
            theirs = [item for item in evidence if item.statement.person in by]
            return self._shown(theirs or evidence, found=bool(theirs))

        return await self.snapshot.candidates(UnitKind.STATEMENT, self.question.topic, tell, restriction)

    async def _everything(self, restriction: Restriction) -> _Told:
        """All that fulfils the restriction, in the order of the corpus; each is a sure answer."""
        numbers = await self.snapshot.listed(restriction, 4 * MOST_STATEMENTS)

        def tell() -> _Told:
            sure = [Candidate(number, 1.0, 1.0, 0.0, 1.0) for number in numbers]
            evidence = self._weighed(sure, TOPIC)
            return self._shown(
                [replace(item, confidence=1.0, close=False) for item in evidence], found=bool(evidence)
            )

        return await self.snapshot.run(tell)

    def _evidence(self, candidates: list[Candidate], calibration: Calibration) -> list[Evidence]:
        """The statements that answer, surest first; to say who said something, without far weaker ones."""
        hopeful = [one for one in candidates if _at_best(one, calibration) >= calibration.threshold]
        evidence = self._weighed(hopeful, calibration)
        kept = [item for item in evidence if item.confidence >= calibration.threshold]
        surest = sorted(kept, key=lambda item: (-item.confidence, item.statement.number))
        return comparable(surest) if calibration is STATEMENT else surest

    def _weighed(self, candidates: list[Candidate], calibration: Calibration) -> list[Evidence]:
        topic = self.question.topic
        rarity = self.snapshot.rarity(topic)
        statements = self.snapshot.reader.stored.statements(candidate.number for candidate in candidates)
        evidence = []
        for candidate in candidates:
            statement, coverage = statements[candidate.number], candidate.coverage
            if coverage < ALL_COVERED and _takes_sentence(candidate, calibration):
                coverage += AROUND * max(covered(rarity, statement.around) - coverage, 0.0)
            evidence.append(weigh(candidate, coverage, statement, topic, calibration))
        return evidence

    def _shown(self, evidence: list[Evidence], *, found: bool) -> _Told:
        words = frozenset(terms(self.question.topic))
        clusters = joined(self.snapshot, evidence, self.question.filters)
        shown = by_speaker(clusters, MOST_SPEAKERS, MOST_STATEMENTS)
        cited = {item.statement.article for theirs in shown for cluster in theirs for item in cluster}
        articles = self.snapshot.reader.stored.articles(cited)
        persons = self.snapshot.people.persons
        return _Told(tuple(speaker_entry(theirs, persons, articles, words) for theirs in shown), found)

    def _with_statements(
        self,
        told: _Told,
        hits: tuple[PassageHit, ...],
        asked: tuple[Match[StoredPerson], ...],
        name: str | None,
    ) -> Answer:
        sure = tuple(hit for hit in hits if hit.score >= PASSAGE.threshold)
        passages = sure if told.found else sure or hits[:_NEAR_MISSES]
        return self._answer(told.found, speakers=told.speakers, passages=passages, asked=asked, name=name)

    async def _passages(self) -> tuple[PassageHit, ...]:
        """The best passages that do not overlap, each scored by how sure it is: the surest first, or with
        a reranker those that are sure enough, in its order.
        """
        words = self.question.topic
        calibration = of_passages(self.snapshot.manifest.passages)
        restriction = replace(restriction_of(self.question.filters, None), outlets=self.outlets)

        def hits(candidates: list[Candidate]) -> tuple[PassageHit, ...]:
            sought = frozenset(terms(words))
            sure = {
                item.number: calibration.confidence(item.cosine or 0.0, item.coverage, len(sought))
                for item in candidates
            }
            if self.snapshot.reranker is None:
                ordered = sorted(sure, key=lambda number: -sure[number])
            else:
                ordered = sorted(sure, key=lambda number: sure[number] < PASSAGE.threshold)
            stored = self.snapshot.reader.stored.passages(ordered)
            shown = without_overlaps((stored[number] for number in ordered), MOST_PASSAGES)
            return _hits(self.snapshot, [(one, sure[one.number]) for one in shown], sought)

        return await self.snapshot.candidates(UnitKind.PASSAGE, words, hits, restriction, 3 * MOST_PASSAGES)

    async def _published_by(self, name: str) -> Answer | None:
        """The answer where not a person of that name is meant but an outlet: what it published on the topic."""
        if not self.question.topic:
            return None
        outlets = await self.snapshot.run(lambda: self.snapshot.outlets.called(name))
        if not outlets:
            return None
        return await replace(
            self, question=replace(self.question, intent=Intent.PASSAGES), outlets=outlets
        ).answer()

    async def _nobody(self, name: str) -> Answer:
        """The answer where the corpus quotes nobody of that name."""
        hits = await self._passages() if self.question.topic else ()
        return self._answer(False, passages=hits[:_NEAR_MISSES], name=name)

    def _answer(
        self,
        found: bool,
        *,
        speakers: tuple[SpeakerEntry, ...] = (),
        passages: tuple[PassageHit, ...] = (),
        asked: tuple[Match[StoredPerson], ...] = (),
        name: str | None = None,
    ) -> Answer:
        notice = None
        if name and not asked and not found:
            notice = f"Nobody called “{name}” is quoted in the corpus."
        elif asked and asked[0].corrected:
            notice = f"“{name}” was taken for {asked[0].person.name}."
        elif self.outlets is not None:
            notice = f"“{self.question.speaker}” is an outlet: its articles were searched."
        return Answer(
            question=self.question.text,
            intent=self.question.intent,
            found=found,
            speakers=speakers,
            passages=passages,
            topic=self.question.topic,
            asked_speaker=asked[0].person.name if asked else None,
            asked_name=name,
            notice=notice,
        )


def _without_article(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _numbers(matches: tuple[Match[StoredPerson], ...]) -> frozenset[int]:
    return frozenset(match.person.number for match in matches)


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


def _hits(
    snapshot: Snapshot, scored: list[tuple[StoredPassage, float]], sought: frozenset[str]
) -> tuple[PassageHit, ...]:
    articles = snapshot.reader.stored.articles(passage.article for passage, _ in scored)
    return tuple(passage_hit(passage, articles[passage.article], score, sought) for passage, score in scored)
