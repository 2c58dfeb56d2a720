"""A question over a snapshot, answered: with citations, or honestly not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from index.answers.answer import Answer, PassageHit, SpeakerEntry
from index.answers.asked import Asked, known_name, notices, whom
from index.answers.broken_up import without_pieces
from index.answers.citing import without_overlaps
from index.answers.clusters import joined
from index.answers.confidence import (
    PASSAGE,
    STATEMENT,
    TOPIC,
    Calibration,
    of_passages,
)
from index.answers.evidence import Evidence
from index.answers.grouping import by_speaker, speaker_entry
from index.answers.hits import passage_hits
from index.answers.kinds import told_of_kind
from index.answers.named_source import outlets_called
from index.answers.restricting import restriction_of
from index.answers.weighing import answering, weighed
from index.answers.word_for_word import word_for_word
from index.folding import phrase_pattern, word_sequence
from index.phrases import holds
from index.questions import Question
from index.questions.intent import Intent
from index.search.candidates import Candidate, Restriction, UnitKind
from index.search.tokens import terms
from index.snapshot import Snapshot

MOST_SPEAKERS = 10
MOST_STATEMENTS = 25
MOST_PASSAGES = 5
_NEAR_MISSES = 3
_MOST_LISTED = 4 * MOST_STATEMENTS
_MOST_SIFTED = 4_000
"""Of so many statements some are sought, as those that a certain verb reports: it takes a tenth of a second."""

Sift = Callable[[Sequence[Evidence]], list[Evidence]]


async def answer_as_read(snapshot: Snapshot, question: Question, *, only: Sift | None = None) -> Answer:
    """Answer `question` from `snapshot`; where nothing holds its exact phrases, what is near without them is shown.
    A list has `only` what that leaves of the evidence.
    """
    question = word_for_word(question)
    told = await _Answering(snapshot, question, only=only).answer()
    exactly = question.filters.phrases
    if told.found or not exactly or not terms(question.topic):
        return told
    loosely = replace(question, filters=replace(question.filters, phrases=()))
    near = await _Answering(snapshot, loosely, exactly=exactly).answer()
    if near.found:
        return near
    return replace(told, speakers=told.speakers or near.speakers, passages=told.passages or near.passages)


@dataclass(frozen=True, slots=True)
class _Told:
    """Who said what, and whether that is what was asked for; `silent` are those asked about who did not."""

    speakers: tuple[SpeakerEntry, ...]
    found: bool
    silent: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answering:
    """`outlets` are those whose articles alone are to answer, None: all. `exactly` are phrases that no unit
    holds: a quotation that its attribution breaks up may, as a whole, and all else is near at most. `only` is as for
    `answer_as_read`. `denials` says that only what is denied answers.
    """

    snapshot: Snapshot
    question: Question
    outlets: frozenset[int] | None = None
    exactly: tuple[str, ...] = ()
    only: Sift | None = None
    denials: bool = False

    async def answer(self) -> Answer:
        if self.question.intent is Intent.PASSAGES:
            hits = await self._passages()
            found = self._sure(hits)
            return self._answer(bool(found), passages=found or hits[:_NEAR_MISSES])
        asked = await whom(self.snapshot, self.question)
        if self.question.intent is Intent.WHO_SAID:
            return await self._who_said(asked)
        if not all(one.known for one in asked) and (published := await self._published_by()):
            return published
        if self.question.intent is Intent.WHAT_SAID:
            return await self._what_said(asked)
        return await self._did_say(asked)

    async def _who_said(self, asked: tuple[Asked, ...]) -> Answer:
        if asked and not any(one.known for one in asked):
            return await self._nobody(asked)
        telling = self._told_by(asked, STATEMENT) if asked else self._told(self._everyone, STATEMENT)
        told, hits = await asyncio.gather(telling, self._passages())
        return self._with_statements(await self._besides(told), hits, asked)

    async def _besides(self, told: _Told) -> _Told:
        """What was said by others than the person whom the question leaves out."""
        if self.question.besides is None:
            return told
        each = await self.snapshot.find_each(self.question.besides)
        names = {match.person.name for _, persons in each for match in persons}
        others = tuple(entry for entry in told.speakers if entry.name not in names)
        return replace(told, speakers=others, found=told.found and bool(others))

    async def _what_said(self, asked: tuple[Asked, ...]) -> Answer:
        if not any(one.known for one in asked):
            return await self._nobody(asked)
        hits: tuple[PassageHit, ...] = ()
        if self.question.topic:
            told, hits = await asyncio.gather(self._told_by(asked, TOPIC), self._passages())
        else:
            told = await self._told_by(asked, None)
        return self._with_statements(told, hits, asked)

    async def _did_say(self, asked: tuple[Asked, ...]) -> Answer:
        told, hits = await asyncio.gather(self._told_by_them_or_others(asked), self._passages())
        return self._with_statements(told, hits, asked)

    async def _told_by_them_or_others(self, asked: tuple[Asked, ...]) -> _Told:
        """What those asked about said; where they did not, what they deny, or who did."""
        told = await self._told_by(asked, STATEMENT)
        if told.found:
            return told
        denied = await replace(self, denials=True)._told_by(asked, STATEMENT)
        return replace(denied if denied.found else await self._told(self._everyone, STATEMENT), found=False)

    async def _told_by(self, asked: tuple[Asked, ...], calibration: Calibration | None) -> _Told:
        """What those asked about said, each searched alone, so that who said much leaves room for the others;
        without a calibration everything.
        """
        known = [one for one in asked if one.known]
        most = MOST_SPEAKERS // max(len(known), 1)
        restrictions = [one.within(self._everyone) for one in known]
        each = await asyncio.gather(
            *(
                self._everything(theirs, most)
                if calibration is None
                else self._told(theirs, calibration, most)
                for theirs in restrictions
            )
        )
        speakers = sorted((entry for told in each for entry in told.speakers), key=lambda entry: -entry.score)
        silent = tuple(one for one, told in zip(known, each, strict=True) if not told.found)
        return _Told(tuple(speakers), any(told.found for told in each), silent)

    @property
    def _everyone(self) -> Restriction:
        return restriction_of(self.question.filters)

    async def _told(
        self, restriction: Restriction, calibration: Calibration, most: int = MOST_SPEAKERS
    ) -> _Told:
        """What was said within the restriction."""

        def tell(candidates: list[Candidate]) -> _Told:
            covering = self._covering(candidates)
            evidence = answering(self.snapshot, self.question, covering, calibration, denials=self.denials)
            return self._shown(self._exact(evidence), most)

        return await self.snapshot.candidates(UnitKind.STATEMENT, self.question.topic, tell, restriction)

    async def _everything(self, restriction: Restriction, most: int) -> _Told:
        """All that fulfils the restriction, in the order of the corpus; each is a sure answer."""
        numbers = await self.snapshot.listed(restriction, _MOST_SIFTED if self.only else _MOST_LISTED)

        def tell() -> _Told:
            sure = [Candidate(number, 1.0, 1.0, 0.0, 1.0) for number in numbers]
            evidence = weighed(self.snapshot, self.question, sure, TOPIC)
            if self.only:
                evidence = self.only(evidence)[:_MOST_LISTED]
            return self._shown([replace(item, confidence=1.0, close=False) for item in evidence], most)

        return await self.snapshot.run(tell)

    def _covering(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates; where nothing is sought but exact phrases they hold all of it, also what no index has
        as words: stop words, and what an apostrophe joins.
        """
        if not self.question.filters.phrases:
            return candidates
        rest = word_sequence(self.question.topic)
        for phrase in self.question.filters.phrases:
            rest = rest.replace(word_sequence(phrase), " ")
        if terms(rest):
            return candidates
        return [replace(candidate, coverage=1.0) for candidate in candidates]

    def _exact(self, evidence: list[Evidence]) -> list[Evidence]:
        """The evidence that holds the exact phrases."""
        if not self.exactly:
            return evidence
        patterns = [phrase_pattern(phrase) for phrase in self.exactly]
        return [item for item in evidence if holds(item.statement.text, patterns)]

    def _shown(self, evidence: list[Evidence], most: int) -> _Told:
        words = frozenset(terms(self.question.topic))
        clusters = [
            self._exact(cluster) for cluster in joined(self.snapshot, evidence, self.question.filters)
        ]
        clusters = without_pieces(clusters)
        shown = by_speaker(clusters, most, MOST_STATEMENTS)
        cited = {item.statement.article for theirs in shown for cluster in theirs for item in cluster}
        articles = self.snapshot.reader.stored.articles(cited)
        persons = self.snapshot.people.persons
        speakers = tuple(speaker_entry(theirs, persons, articles, words) for theirs in shown)
        return _Told(speakers, found=bool(evidence))

    def _with_statements(self, told: _Told, hits: tuple[PassageHit, ...], asked: tuple[Asked, ...]) -> Answer:
        sure = self._sure(hits)
        passages = sure if told.found else sure or hits[:_NEAR_MISSES]
        silent = told.silent if told.found else ()
        return self._answer(told.found, speakers=told.speakers, passages=passages, asked=asked, silent=silent)

    def _sure(self, hits: Iterable[PassageHit]) -> tuple[PassageHit, ...]:
        """The passages that answer."""
        return () if self.exactly else tuple(hit for hit in hits if hit.score >= PASSAGE.threshold)

    async def _passages(self) -> tuple[PassageHit, ...]:
        """The best passages that do not overlap, each scored by how sure it is: the surest first, or with
        a reranker those that are sure enough, in its order.
        """
        words = self.question.topic
        calibration = of_passages(self.snapshot.manifest.passages)
        restriction = replace(self._everyone, outlets=self.outlets)

        def hits(candidates: list[Candidate]) -> tuple[PassageHit, ...]:
            sought = frozenset(terms(words))
            sure = {
                item.number: calibration.confidence(item.cosine or 0.0, item.coverage, len(sought))
                for item in self._covering(candidates)
            }
            if self.snapshot.reranker is None:
                ordered = sorted(sure, key=lambda number: -sure[number])
            else:
                ordered = sorted(sure, key=lambda number: sure[number] < PASSAGE.threshold)
            stored = self.snapshot.reader.stored.passages(ordered)
            shown = without_overlaps((stored[number] for number in ordered), MOST_PASSAGES)
            return passage_hits(self.snapshot, [(one, sure[one.number]) for one in shown], sought)

        return await self.snapshot.candidates(UnitKind.PASSAGE, words, hits, restriction, 3 * MOST_PASSAGES)

    async def _published_by(self) -> Answer | None:
        """The answer where not a person of that name is meant but an outlet: what it published on the topic."""
        if not self.question.topic:
            return None
        name = self.question.speaker or ""
        outlets = await outlets_called(self.snapshot, name)
        if not outlets:
            return None
        return await replace(
            self, question=replace(self.question, intent=Intent.PASSAGES), outlets=outlets
        ).answer()

    async def _nobody(self, asked: tuple[Asked, ...]) -> Answer:
        """The answer where the corpus quotes nobody of that name."""
        hits = await self._passages() if self.question.topic else ()
        return self._answer(False, passages=hits[:_NEAR_MISSES], asked=asked)

    def _answer(
        self,
        found: bool,
        *,
        speakers: tuple[SpeakerEntry, ...] = (),
        passages: tuple[PassageHit, ...] = (),
        asked: tuple[Asked, ...] = (),
        silent: tuple[Asked, ...] = (),
    ) -> Answer:
        said = [*self.question.remarks, *notices(asked, silent, self.question.topic)]
        if found and self.question.kind is not None:
            said.append(told_of_kind(speakers, self.question.kind))
        if self.outlets is not None:
            said.append(f"“{self.question.speaker}” is an outlet: its articles were searched.")
        return Answer(
            question=self.question.text,
            intent=self.question.intent,
            found=found,
            speakers=speakers,
            passages=passages,
            topic=self.question.topic,
            asked_speaker=known_name(asked),
            asked_name=(self.question.speaker or self.question.filters.speaker) if asked else None,
            notice=" ".join(said) or None,
        )
