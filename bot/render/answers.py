"""An answer as pages: who said it, in which words, where, and honestly when nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.render.links import web_address
from bot.render.markdown import units
from bot.render.markup import cost, quote_markdown
from bot.render.pages import Block, Heading, Note, Page, Quote, Source, paginate
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


def answer_pages(answer: Answer) -> tuple[Page, ...]:
    """The pages that show `answer`; there is always one at least."""
    title = one_line(answer.question, 250)
    return paginate(title, _blocks(answer), found=answer.found, cost=cost, budget=PAGE_BUDGET)


def _blocks(answer: Answer) -> Iterator[Block]:
    numbers: dict[str, int] = {}
    if not answer.found:
        yield Note(nothing(answer))
    if answer.notice:
        yield Note(one_line(answer.notice, _NOTICE))
    if answer.speakers:
        yield from _speakers(answer, numbers)
    elif answer.found:
        for passage in answer.passages:
            yield from _passage(passage, PASSAGE_LIMIT, numbers)
    elif answer.passages:
        yield Note(NEAR)
        for passage in answer.passages[:NEAR_MISSES]:
            yield from _passage(passage, NEAR_LIMIT, numbers)


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


def _speakers(answer: Answer, numbers: dict[str, int]) -> Iterator[Block]:
    all_close = all(entry.close for speaker in answer.speakers for entry in speaker.statements)
    if not answer.found:
        yield Note(OTHERS if answer.intent is Intent.DID_SAY else NEAR)
    elif all_close and answer.topic:
        yield Note(ALL_CLOSE)
    for speaker in answer.speakers:
        yield _heading(speaker)
        exact = [entry for entry in speaker.statements if not entry.close]
        close = [entry for entry in speaker.statements if entry.close]
        for entry in exact:
            yield from _statement(entry, numbers)
        if close and not all_close:
            yield Note(CLOSE)
        for entry in close:
            yield from _statement(entry, numbers)


def _heading(speaker: SpeakerEntry) -> Heading:
    if speaker.name is None:
        return Heading("Unknown speaker", "the article does not say who")
    detail = one_line(speaker.description, _NAME) if speaker.description else None
    return Heading(one_line(speaker.name, _NAME), detail)


def _statement(entry: StatementEntry, numbers: dict[str, int]) -> Iterator[Block]:
    """Each wording once, with the articles that carry it in these words."""
    wordings: dict[str, list[Citation]] = {}
    for citation in entry.citations:
        wordings.setdefault(" ".join(citation.quote.split()), []).append(citation)
    for citations in wordings.values():
        first = citations[0]
        yield fitted(first.quote, first.highlights, QUOTE_LIMIT)
        for citation in citations:
            remark = "in the reporter's words" if _is_reported(citation) else None
            yield _source(citation, numbers, remark)


def _is_reported(citation: Citation) -> bool:
    """Whether the words are the reporter's; doubled apostrophes are marks that a wire has retyped."""
    return citation.kind == StatementKind.INDIRECT and not citation.quote.startswith(("''", "``"))


def _passage(passage: PassageHit, limit: int, numbers: dict[str, int]) -> Iterable[Block]:
    quote = fitted(passage.text, passage.highlights, limit)
    return quote, _source(passage, numbers)


def _source(place: Citation | PassageHit, numbers: dict[str, int], remark: str | None = None) -> Source:
    return Source(
        number=numbers.setdefault(place.article, len(numbers) + 1),
        title=one_line(place.title, _TITLE),
        outlet=one_line(place.outlet, _NAME) if place.outlet else None,
        published=place.published,
        url=web_address(place.url),
        remark=remark,
    )


def fitted(text: str, highlights: Spans, limit: int) -> Quote:
    """The quote in at most `limit` characters, fewer where escaping makes it too long for an embed."""
    quote = Quote(excerpt(text, highlights, limit))
    while units(quote_markdown(quote)) > _QUOTE_UNITS:
        limit //= 2
        quote = Quote(excerpt(text, highlights, limit))
    return quote
