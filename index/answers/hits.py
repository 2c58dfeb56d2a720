"""Passages as an answer shows them."""

from __future__ import annotations

from collections.abc import Iterable

from index.answers.answer import PassageHit
from index.answers.citing import passage_hit
from index.answers.restricting import restriction_of
from index.questions import Filters
from index.search.candidates import Candidate, UnitKind
from index.search.fusion import SearchMode
from index.search.tokens import terms
from index.snapshot import Snapshot
from index.storage.stored import StoredPassage


async def search_passages(
    snapshot: Snapshot, words: str, filters: Filters, mode: SearchMode, limit: int
) -> tuple[PassageHit, ...]:
    """The best passages for `words`, never abstaining; `score` is the one that ranks."""

    def hits(candidates: list[Candidate]) -> tuple[PassageHit, ...]:
        stored = snapshot.reader.stored.passages(candidate.number for candidate in candidates)
        return passage_hits(
            snapshot, [(stored[one.number], one.score) for one in candidates], frozenset(terms(words))
        )

    return await snapshot.candidates(UnitKind.PASSAGE, words, hits, restriction_of(filters), limit, mode)


def passage_hits(
    snapshot: Snapshot, scored: Iterable[tuple[StoredPassage, float]], sought: frozenset[str]
) -> tuple[PassageHit, ...]:
    """The passages in their order, each with its score, and the terms that are `sought` highlighted."""
    passages = list(scored)
    articles = snapshot.reader.stored.articles(passage.article for passage, _ in passages)
    return tuple(
        passage_hit(passage, articles[passage.article], score, sought) for passage, score in passages
    )
