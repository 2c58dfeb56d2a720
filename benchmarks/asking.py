"""Questions asked as `python -m index ask` asks them, also over a corpus without some of its documents, and
what became of them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import cast

from benchmarks.tables import share
from bot.render.surety import SURE
from index.answers.answer import Answer
from index.answers.answering import answer
from index.errors import BadInput
from index.library import Library
from index.questions import parse
from index.search.candidates import ANYTHING, Candidate, Restriction, Result, UnitKind
from index.search.fusion import DEPTH, SearchMode
from index.snapshot import Snapshot


class Without:
    """A snapshot in which some articles cannot be found."""

    def __init__(self, snapshot: Snapshot, left: dict[UnitKind, frozenset[int]]) -> None:
        self._snapshot = snapshot
        self._left = left

    def __getattr__(self, name: str) -> object:
        return getattr(self._snapshot, name)

    async def candidates(
        self,
        units: UnitKind,
        query: str,
        use: Callable[[list[Candidate]], Result],
        restriction: Restriction = ANYTHING,
        k: int = DEPTH,
        mode: SearchMode = SearchMode.HYBRID,
    ) -> Result:
        """See `Snapshot.candidates`."""
        left = self._left[units]
        numbers = left if restriction.numbers is None else left & restriction.numbers
        within = replace(restriction, numbers=numbers)
        return await self._snapshot.candidates(units, query, use, within, k, mode)


@dataclass(slots=True)
class Asked:
    """For each question whether it was answered, how sure its surest passage was, and the article of the
    first passage of the answer, "" where there is none.
    """

    found: list[bool] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    first: list[str] = field(default_factory=list)

    async def add(self, given: Awaitable[Answer]) -> None:
        """Count an answer; a question that cannot be read is not answered."""
        try:
            answered = await given
        except BadInput:
            self.found.append(False)
            self.scores.append(0.0)
            self.first.append("")
            return
        self.found.append(answered.found)
        self.scores.append(max((hit.score for hit in answered.passages), default=0.0))
        self.first.append(answered.passages[0].article if answered.found and answered.passages else "")

    def extend(self, others: Asked) -> None:
        """Count those of the others, too."""
        self.found += others.found
        self.scores += others.scores
        self.first += others.first

    def __str__(self) -> str:
        """The share that is answered, in per cent."""
        return share(self.found)

    @property
    def sure(self) -> str:
        """The share of which the surest passage is called sure, in per cent."""
        return share([score >= SURE for score in self.scores])

    def right(self, relevant: Iterable[frozenset[str]]) -> str:
        """The share whose first passage is of one of the documents that are relevant to it, in per cent."""
        return share([one in documents for one, documents in zip(self.first, relevant, strict=True)])


async def over(library: Library, questions: Iterable[str]) -> Asked:
    """The questions asked over a library."""
    asked = Asked()
    for question in questions:
        await asked.add(library.ask(question))
    return asked


async def taken_out(
    library: Library, questions: Mapping[str, str], documents: Mapping[str, frozenset[str]]
) -> Asked:
    """Each question asked over what is left of the corpus without the documents of its key."""
    asked = Asked()
    async with library.snapshot() as snapshot:
        reader, manifest = snapshot.reader, snapshot.manifest
        owners = {
            UnitKind.PASSAGE: {
                number: unit.article
                for number, unit in reader.stored.passages(range(manifest.passages)).items()
            },
            UnitKind.STATEMENT: {
                number: unit.article
                for number, unit in reader.stored.statements(range(manifest.statements)).items()
            },
        }
        articles = {
            document: stored.number
            for document in frozenset[str]().union(*documents.values())
            if (stored := await reader.stored_article(document)) is not None
        }

        @lru_cache(maxsize=1)  # the same documents may be taken out for all questions
        def left_without(gone: frozenset[str]) -> dict[UnitKind, frozenset[int]]:
            numbers = {articles[document] for document in gone & articles.keys()}
            return {
                kind: frozenset(unit for unit, article in owner.items() if article not in numbers)
                for kind, owner in owners.items()
            }

        for key, question in questions.items():
            left = Without(snapshot, left_without(documents[key]))
            await asked.add(answer(cast(Snapshot, left), parse(question)))
    return asked
