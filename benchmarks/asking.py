"""Questions asked as `python -m index ask` asks them, also over a corpus without some of its documents, and
what became of them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from benchmarks.tables import share
from bot.render.surety import SURE
from index.answers.answer import Answer
from index.answers.readings import answer
from index.errors import BadInput
from index.library import Library
from index.questions import parse
from index.search.candidates import Restriction, UnitKind
from index.search.top import Mask
from index.snapshot import Snapshot


class Without(Snapshot):
    """A snapshot in which the units of some articles cannot be found: those not in `left`."""

    def __init__(self, snapshot: Snapshot, left: Mapping[UnitKind, Mask]) -> None:
        vars(self).update(vars(snapshot))
        self._left = left

    def mask(self, units: UnitKind, restriction: Restriction) -> Mask | None:
        """See `Snapshot.mask`."""
        within, left = super().mask(units, restriction), self._left[units]
        return left if within is None else within & left


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
        await snapshot.prepare()  # else each question would read it all anew
        reader, manifest = snapshot.reader, snapshot.manifest
        counts = {UnitKind.PASSAGE: manifest.passages, UnitKind.STATEMENT: manifest.statements}
        owners = {
            kind: np.array([place[1] for place in reader.stored.places(kind, 0, count)], dtype=np.int64)
            for kind, count in counts.items()
        }
        articles = {
            document: stored.number
            for document in frozenset[str]().union(*documents.values())
            if (stored := await reader.stored_article(document)) is not None
        }

        @lru_cache(maxsize=1)  # the same documents may be taken out for all questions
        def left_without(gone: frozenset[str]) -> dict[UnitKind, Mask]:
            numbers = [articles[document] for document in gone & articles.keys()]
            return {kind: ~np.isin(owner, numbers) for kind, owner in owners.items()}

        for key, question in questions.items():
            left = Without(snapshot, left_without(documents[key]))
            await asked.add(answer(left, parse(question)))
    return asked
