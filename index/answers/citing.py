"""Stored units to what an answer shows: citations and passages, verbatim."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from index.answers.answer import Citation, PassageHit
from index.answers.highlighting import highlights
from index.answers.polarity import is_unsaid
from index.articles.around import paragraphs_around
from index.articles.article import Article
from index.quotations.stance_verbs import tells_stance
from index.quotations.statement import StatementKind
from index.storage.stored import StoredArticle, StoredPassage, StoredStatement

_LONGEST_CONTEXT = 4_000
"""Code points. A page that came as a single paragraph would stand in the answer with each of its statements."""
_NEAR = 500


def citation(statement: StoredStatement, stored: StoredArticle, words: Collection[str]) -> Citation:
    """The place where an article carries a statement; `words` are the question's terms."""
    article = stored.article
    first, last = _shown_span(statement)
    quote = article.text[first:last]
    start, end = _context(statement, article, first, last)
    return Citation(
        article=article.id,
        title=stored.headline,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        start=first,
        end=last,
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


def without_overlaps(passages: Iterable[StoredPassage], most: int) -> list[StoredPassage]:
    """The first `most` in their order, without those that overlap an earlier one: they would show a text twice."""
    kept: list[StoredPassage] = []
    for one in passages:
        if len(kept) == most:
            break
        if not any(
            one.article == other.article and one.start < other.end and other.start < one.end for other in kept
        ):
            kept.append(one)
    return kept


def _context(statement: StoredStatement, article: Article, first: int, last: int) -> tuple[int, int]:
    """The paragraphs around what is quoted; of long ones the sentences, and of a long sentence what is near."""
    start, end = paragraphs_around(article, first, last)
    if end - start > _LONGEST_CONTEXT:
        start = min(first, statement.around_start)
        end = max(last, statement.around_start + len(statement.around))
    if end - start > _LONGEST_CONTEXT:
        return max(start, first - _NEAR), min(end, last + _NEAR)
    return start, end


def _shown_span(statement: StoredStatement) -> tuple[int, int]:
    """Where what is quoted starts and ends in the article: with the words that report it where these deny it, or
    where it alone would not tell what was said ("the mayor": "defended the mayor").
    """
    cue = statement.cue or ""
    if is_unsaid(statement) or (tells_stance(cue) and statement.kind != StatementKind.DIRECT):
        if (before := statement.cue_before) is not None:
            return statement.around_start + before[0], statement.end
        behind = statement.around.find(cue, statement.end - statement.around_start) if cue else -1
        if behind >= 0:
            return statement.start, statement.around_start + behind + len(cue)
    return statement.start, statement.end
