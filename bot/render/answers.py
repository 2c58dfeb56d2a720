"""An answer as pages: who said it, in which words, where, and honestly when nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from bot.render.links import web_address
from bot.render.markdown import units
from bot.render.markup import cost, quote_markdown
from bot.render.pages import Block, Heading, Note, Page, Quote, Source, paginate
from bot.render.places import Place, places
from bot.render.scope import Scope, narrowed, searched, widening
from bot.render.surety import surety
from bot.render.verbatim import Spans, excerpt, one_line
from index.answers.answer import Answer, Citation, PassageHit, SpeakerEntry, StatementEntry
from index.questions.intent import Intent
from index.quotations.statement import StatementKind

PAGE_BUDGET = 2800
"""UTF-16 units of a page: two screens of a phone at most, well below an embed's 4,096."""

QUOTE_LIMIT = 700
PASSAGE_LIMIT = 1200
NEAR_LIMIT = 300
NEAR_MISSES = 3
_QUOTE_UNITS = 2000
_TITLE, _NAME, _TOPIC, _NOTICE = 120, 100, 120, 300

CLOSE = "Close in meaning, not word for word:"
ALL_CLOSE = "Nobody in the corpus says it in these words; this comes close in meaning:"
NEAR = "These passages come near, but do not answer it:"
OTHERS = "Others who said it:"
DENIED = "What is reported instead:"
REMOVED = "One quotation is not shown: its article was removed or changed since."
REMOVED_MANY = "{} quotations are not shown: their articles were removed or changed since."
UNKNOWN = "the article does not say who"
REPORTED = "in the reporter's words"


EVERYWHERE = Scope()


def answer_pages(answer: Answer, scope: Scope = EVERYWHERE, gone: Set[int] = frozenset()) -> tuple[Page, ...]:
    """The pages that show `answer`; there is always one at least.

    `gone` are the numbers of its places (see `places`) that its articles no longer have: nothing of
    them is shown, but that they are gone.
    """
    title = one_line(answer.question, 250)
    blocks = _Blocks(answer, scope, gone, {id(place): at for at, place in enumerate(places(answer))}, {})
    return paginate(title, blocks.all(), found=answer.found, cost=cost, budget=PAGE_BUDGET)


def nothing(answer: Answer) -> str:
    """What is said when nothing was found."""
    topic = f"“{one_line(answer.topic, _TOPIC)}”" if answer.topic else ""
    asked = answer.asked_speaker or answer.asked_name
    name = one_line(asked, _NAME) if asked else "anyone by that name"
    match answer.intent:
        case Intent.WHO_SAID:
            return f"Nothing in the corpus has anyone saying {topic or 'that'}."
        case Intent.DID_SAY:
            return f"Nothing in the corpus has {name} saying {topic or 'that'}."
        case Intent.WHAT_SAID if topic:
            return f"Nothing in the corpus has {name} speaking about {topic}."
        case Intent.WHAT_SAID:
            return f"Nothing in the corpus is said by {name}."
        case Intent.PASSAGES:
            return "Nothing in the corpus answers this."


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The blocks of one answer. `at` numbers its places by identity; `numbers` those of its articles."""

    answer: Answer
    scope: Scope
    gone: Set[int]
    at: dict[int, int]
    numbers: dict[str, int]

    def all(self) -> Iterator[Block]:
        """Everything from the first note to the last source."""
        answer = self.answer
        yield from self._notes()
        if answer.speakers:
            yield from self._speakers()
        elif answer.found:
            for passage in answer.passages:
                yield from self._passage(passage, PASSAGE_LIMIT)
        elif near := [passage for passage in answer.passages if self._there(passage)]:
            yield Note(NEAR)
            for passage in near[:NEAR_MISSES]:
                yield from self._passage(passage, NEAR_LIMIT)

    def _notes(self) -> Iterator[Note]:
        answer, scope = self.answer, self.scope
        if not answer.found:
            yield Note(nothing(answer))
        if answer.notice:
            yield Note(one_line(answer.notice, _NOTICE))
        if missing := self._missing():
            yield Note(REMOVED if missing == 1 else REMOVED_MANY.format(missing))
        if answer.found and (filters := narrowed(scope.chosen)):
            yield Note(f"Only {filters}.")
        if not answer.found and (extent := searched(scope)):
            yield Note(" ".join([extent, *widening(answer, scope)]))

    def _missing(self) -> int:
        """How many of the places that the answer showed are gone."""
        answer = self.answer
        entries = [entry for speaker in answer.speakers for entry in speaker.statements]
        shown: Iterable[Place] = (
            [citation for entry in entries for citation in entry.citations] if entries else answer.passages
        )
        return sum(not self._there(place) for place in shown)

    def _speakers(self) -> Iterator[Block]:
        answer = self.answer
        statements = [entry for speaker in answer.speakers for entry in speaker.statements]
        all_close = all(entry.close for entry in statements)
        if not any(self._there(citation) for entry in statements for citation in entry.citations):
            return
        if not answer.found:
            others = DENIED if answer.denied else OTHERS
            yield Note(others if answer.intent is Intent.DID_SAY else NEAR)
        elif all_close and answer.topic:
            yield Note(ALL_CLOSE)
        for speaker in answer.speakers:
            exact = [
                block for entry in speaker.statements if not entry.close for block in self._of(speaker, entry)
            ]
            close = [
                block for entry in speaker.statements if entry.close for block in self._of(speaker, entry)
            ]
            if exact or close:
                yield _heading(speaker, sure=bool(answer.topic))
            yield from exact
            if close and not all_close:
                yield Note(CLOSE)
            yield from close

    def _of(self, speaker: SpeakerEntry, entry: StatementEntry) -> Iterator[Block]:
        """Each wording once, with the articles that carry it in these words."""
        there = [citation for citation in entry.citations if self._there(citation)]
        if there and (standing := _standing(speaker, entry, there)):
            yield Note(standing)
        wordings: dict[str, list[Citation]] = {}
        for citation in there:
            wordings.setdefault(" ".join(citation.quote.split()), []).append(citation)
        for citations in wordings.values():
            first = citations[0]
            yield fitted(first.quote, first.highlights, QUOTE_LIMIT)
            for citation in citations:
                yield self._source(citation, REPORTED if _is_reported(citation) else None)

    def _passage(self, passage: PassageHit, limit: int) -> Iterator[Block]:
        if self._there(passage):
            yield fitted(passage.text, passage.highlights, limit)
            yield self._source(passage, surety(passage.score) if self.answer.found else None)

    def _there(self, place: Place) -> bool:
        return self.at[id(place)] not in self.gone

    def _source(self, place: Place, remark: str | None) -> Source:
        number = self.numbers.setdefault(place.article, len(self.numbers) + 1)
        return source_of(place, number, remark, self.at[id(place)])


def _heading(speaker: SpeakerEntry, *, sure: bool) -> Heading:
    """The speaker, what is known about them, and how sure it is that they said what was asked for."""
    known = speaker.description if speaker.name else UNKNOWN
    details = [one_line(known, _NAME)] if known else []
    if sure:
        details.append(surety(speaker.score))
    name = one_line(speaker.name, _NAME) if speaker.name else "Unknown speaker"
    return Heading(name, " · ".join(details) or None)


def _standing(speaker: SpeakerEntry, entry: StatementEntry, citations: list[Citation]) -> str:
    """How many articles carry a statement, and how sure it is where that is less than for its speaker."""
    articles = len({citation.article for citation in citations})
    words = [] if surety(entry.score) == surety(speaker.score) else [surety(entry.score)]
    if articles > 1:
        words.append(f"in {articles} articles")
    line = ", ".join(words)
    return f"{line[0].upper()}{line[1:]}:" if line else ""


def _is_reported(citation: Citation) -> bool:
    """Whether the words are the reporter's; doubled apostrophes are marks that a wire has retyped."""
    return citation.kind == StatementKind.INDIRECT and not citation.quote.startswith(("''", "``"))


def source_of(place: Place, number: int, remark: str | None, at: int | None = None) -> Source:
    """The citation of a place: its number, title, outlet, date and address."""
    return Source(
        number=number,
        title=one_line(place.title, _TITLE),
        outlet=one_line(place.outlet, _NAME) if place.outlet else None,
        published=place.published,
        url=web_address(place.url),
        remark=remark,
        place=at,
    )


def fitted(text: str, highlights: Spans, limit: int, most: int = _QUOTE_UNITS) -> Quote:
    """The quote in at most `limit` characters, fewer where escaping makes it longer than `most` units."""
    quote = Quote(excerpt(text, highlights, limit))
    while units(quote_markdown(quote)) > most:
        limit //= 2
        quote = Quote(excerpt(text, highlights, limit))
    return quote
