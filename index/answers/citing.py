"""Stored units to what an answer shows: citations and passages, verbatim."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.answers.answer import Citation, PassageHit
from index.answers.highlighting import highlights
from index.sentences import sentences
from index.storage.reader import StoredArticle, StoredPassage, StoredStatement


def citation(statement: StoredStatement, stored: StoredArticle, words: Collection[str]) -> Citation:
    """The place where an article carries a statement; `words` are the question's terms."""
    article = stored.article
    quote = article.text[statement.start : statement.end]
    start, end = _paragraph(stored, statement.start, statement.end)
    return Citation(
        article=article.id,
        title=stored.headline,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        start=statement.start,
        end=statement.end,
        quote=quote,
        context=article.text[start:end],
        context_start=start,
        kind=statement.kind,
        highlights=highlights(quote, words),
    )


def passage_hit(
    passage: StoredPassage, stored: StoredArticle, score: float, words: Collection[str]
) -> PassageHit:
    """A passage as it is shown."""
    article = stored.article
    text = article.text[passage.start : passage.end]
    return PassageHit(
        article=article.id,
        title=stored.headline,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        start=passage.start,
        end=passage.end,
        text=text,
        score=round(score, 4),
        highlights=highlights(text, words),
    )


def without_overlaps(hits: Sequence[PassageHit]) -> tuple[PassageHit, ...]:
    """The hits in their order, without those that overlap an earlier one: they would show a text twice."""
    kept: list[PassageHit] = []
    for hit in hits:
        if not any(
            hit.article == other.article and hit.start < other.end and other.start < hit.end for other in kept
        ):
            kept.append(hit)
    return tuple(kept)


def sentence_around(stored: StoredArticle, start: int, end: int) -> tuple[int, int]:
    """The sentences that a stretch lies in, from the first to the last."""
    first, last = _paragraph(stored, start, end)
    touched = [
        (begin, stop)
        for begin, stop in sentences(stored.article.text, first, last)
        if begin < end and start < stop
    ]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def _paragraph(stored: StoredArticle, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that a stretch lies in, from the first to the last."""
    touched = [block for block in stored.article.paragraphs if block.start < end and start < block.end]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)
