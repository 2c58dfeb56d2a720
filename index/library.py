"""The library: a folder of builds, open for questions, always on the newest build."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from index.answers.answer import Answer, PassageHit
from index.answers.hits import search_passages
from index.answers.readings import answer
from index.answers.surroundings import Surroundings, surroundings
from index.articles.article import Article
from index.encoding.lazy_encoder import runtime_of
from index.errors import BadInput
from index.questions import NONE, Filters, parse, said
from index.questions.filters import readable, split_filters
from index.search.fusion import SearchMode
from index.serving import Serving
from index.snapshot import Snapshot
from index.storage.persons import StoredPerson
from index.storage.reader import ListedArticle, Source

_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Status:
    """What is indexed, by which model, since when (ISO 8601, UTC); `runtime` is what runs the model."""

    build: str
    created: str
    model: str
    runtime: str
    articles: int
    passages: int
    statements: int
    speakers: int
    corpus: tuple[str, ...]


class Library:
    """Answers questions from the published build of a folder; use it through `index.open`."""

    def __init__(self, folder: Path, model: str | None, reranker: str | None = None) -> None:
        self._folder = folder
        self._serving = Serving(folder, model, reranker)

    async def ask(self, question: str, *, filters: Filters = NONE) -> Answer:
        """Answer a question. `filters` are laid over those that it names itself.

        Raises BadInput for a question that cannot be understood.
        """
        parsed = parse(question, filters)
        async with self.snapshot() as snapshot:
            return await answer(snapshot, parsed)

    async def who_said(self, words: str, *, filters: Filters = NONE) -> Answer:
        """Who said `words`, which are looked for as they are: nothing in them is read as a question or a filter.

        Raises BadInput where there is no word in them, or more than a question may have.
        """
        question = said(words, filters)
        async with self.snapshot() as snapshot:
            return await answer(snapshot, question)

    async def search(
        self, words: str, *, mode: SearchMode = SearchMode.HYBRID, limit: int = 10
    ) -> tuple[PassageHit, ...]:
        """The best passages for `words`, best first, with the filters that questions have but `speaker:`.

        Raises BadInput where there is nothing to search for.
        """
        query, filters = split_filters(readable(words))
        if filters.speaker is not None:
            raise BadInput(
                "passages have no speaker; to search what somebody said, ask: what did ... say about ..."
            )
        if not any(character.isalnum() for character in query):
            raise BadInput("there are no words to search for")
        async with self.snapshot() as snapshot:
            return await search_passages(snapshot, query, filters, mode, limit)

    async def article(self, article_id: str) -> Article:
        """An article by its id. Raises BadInput where there is none."""
        async with self.snapshot() as snapshot:
            article = await snapshot.reader.article_by_id(article_id)
        if article is None:
            raise BadInput(f"{article_id}: there is no article of that id in the index")
        return article

    async def surroundings(self, article_id: str, start: int, end: int) -> Surroundings:
        """The paragraphs around a place in an article. Raises BadInput where there is no such place."""
        async with self.snapshot() as snapshot:
            stored = await snapshot.reader.stored_article(article_id)
        if stored is None:
            raise BadInput(f"{article_id}: there is no article of that id in the index")
        return surroundings(stored.article, stored.headline, start, end)

    async def suggest_speakers(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Names of quoted persons that somebody may be about to type, the likeliest first."""
        async with self.snapshot() as snapshot:
            return await snapshot.suggest_speakers(typed, limit)

    async def suggest_sources(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Outlets and titles that somebody may be about to type, the likeliest first."""
        async with self.snapshot() as snapshot:
            return await snapshot.suggest_sources(typed, limit)

    async def sources(self) -> tuple[Source, ...]:
        """The outlets with the number of their articles, most articles first; None: without an outlet."""
        async with self.snapshot() as snapshot:
            return tuple(await snapshot.reader.sources())

    async def articles(self, start: int = 0, limit: int = 25) -> tuple[ListedArticle, ...]:
        """What is known about the articles from number `start` on, in the order of the corpus."""
        async with self.snapshot() as snapshot:
            return tuple(await snapshot.reader.listed_articles(start, limit))

    async def find_articles(
        self, words: str = "", start: int = 0, limit: int = 25
    ) -> tuple[int, tuple[ListedArticle, ...]]:
        """How many articles have every one of the words in their outlet, title or id, and those of them from
        place `start` on, in the order of the corpus. Only the first words of very many count.
        """
        wanted = readable(words).split()[:_MOST_WORDS]
        async with self.snapshot() as snapshot:
            found = await snapshot.reader.found_articles(wanted, start, limit)
            return await snapshot.reader.count_articles(wanted), tuple(found)

    async def articles_of(self, origin: str) -> tuple[ListedArticle, ...]:
        """The articles that were read from the file `origin`."""
        async with self.snapshot() as snapshot:
            return tuple(await snapshot.reader.articles_of(origin))

    async def warm(self) -> None:
        """Load the model, and lay out what makes searching fast, before the first question needs them.

        Raises ModelUnavailable where the model cannot be had.
        """
        async with self.snapshot() as snapshot:
            await snapshot.warm()

    async def status(self) -> Status:
        """What is indexed."""
        async with self.snapshot() as snapshot:
            manifest = snapshot.manifest
        return Status(
            build=manifest.id,
            created=manifest.created,
            model=manifest.encoder,
            runtime=runtime_of(self._folder, manifest.encoder),
            articles=manifest.articles,
            passages=manifest.passages,
            statements=manifest.statements,
            speakers=manifest.persons,
            corpus=manifest.corpus,
        )

    async def people(self) -> tuple[StoredPerson, ...]:
        """All persons and organisations that are quoted, most statements first."""
        async with self.snapshot() as snapshot:
            return snapshot.people.persons

    async def refresh(self) -> bool:
        """Swap in the published build if it is not the one open; True when it was swapped.

        Raises NoIndex when nothing was ever published and OperationFailed when no build can be
        opened; the open one then goes on serving.
        """
        return await self._serving.refresh()

    def snapshot(self) -> AbstractAsyncContextManager[Snapshot]:
        """The snapshot that answers now; it stays open while it is used."""
        return self._serving.snapshot()

    async def close(self) -> None:
        """Close what is open; questions under way must be done."""
        await self._serving.close()


@contextlib.asynccontextmanager
async def open_library(
    folder: Path | str, *, model: str | None = None, reranker: str | None = None
) -> AsyncIterator[Library]:
    """Open the index in the data folder `folder` for questions.

    `model` is the one that embeds questions, by default the one the build was made with;
    `reranker` is a cross-encoder that reads the best passages again, by default none. Raises NoIndex
    when nothing was ever published there, and OperationFailed, naming what is damaged, when no build
    can be opened.
    """
    library = Library(Path(folder), model, reranker)
    try:
        await library.refresh()
        yield library
    finally:
        await library.close()
