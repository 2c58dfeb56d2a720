"""Changing what the corpus holds while the bot answers: each change is in the index, or it is undone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.additions.folder import AddedArticles, Change, Kind
from bot.additions.naming import Description
from bot.building.builder import Listener
from bot.building.events import WAITING, Event, Finished, Progress, Skipped
from bot.building.live_library import LiveLibrary
from bot.render.folders import without_folders
from index.articles.article import Article
from index.errors import BadInput, OperationFailed, WhosaidError
from index.storage.reader import ListedArticle

_LOG = logging.getLogger(__name__)

_LONGEST_REASON = 300

T = TypeVar("T")


class NotAddedError(OperationFailed):
    """What was to be added is no article, or is there already; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Added:
    """The articles of an added file, why parts of it are none, and what the build did."""

    articles: tuple[ListedArticle, ...]
    skipped: tuple[str, ...]
    finished: Finished | None


class ArticleChanges:
    """Adds, removes and restores articles, one change at a time.

    Each of its methods builds the index anew; `listener` gets what the build tells, `stopped` ends it.
    They raise OperationFailed where the change could not be made; then all is as it was before.
    """

    def __init__(self, live: LiveLibrary, data: Path) -> None:
        self._live = live
        self._files = AddedArticles(data)
        self._turn = asyncio.Lock()
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="articles")

    def is_added(self, origin: str) -> bool:
        """Whether the article that was read from the file `origin` was added and is no file of the corpus."""
        return self._files.is_added(origin)

    @property
    def under_way(self) -> bool:
        """Whether a change is being made."""
        return self._turn.locked()

    async def removed(self) -> dict[str, str]:
        """The titles of the removed articles of the corpus, by id. Raises OperationFailed."""
        return await self._on_disk(self._files.removed)

    async def recover(self) -> bool | None:
        """Finish or undo a change that was under way when the bot ended, once there is an index.

        Returns whether it was finished; None where there was none, or where it is still open.
        """
        try:
            if await self._on_disk(self._files.pending) is not None:
                await self._live.library()
                async with self._turn:
                    return await self._settle_pending()
        except OperationFailed as error:
            _LOG.error("An interrupted change of the articles is still open: %s", error)
        return None

    async def add(
        self,
        content: bytes,
        suffix: str,
        described: Description,
        like: str,
        listener: Listener,
        stopped: asyncio.Event,
    ) -> Added:
        """Add the articles of a file; it is named after `like`. Raises NotAddedError, BuildStopped too."""
        reasons: list[str] = []

        def begin() -> Change:
            return self._files.add(content, suffix, described, like)

        def hear(event: Event, change: Change) -> None:
            if isinstance(event, Skipped) and event.file == change.origin:
                reasons.append(_shown(event.reason))

        change, finished = await self._carry_out(begin, listener, stopped, hear)
        if change is None:
            raise NotAddedError(await self._why_not(reasons))
        library = await self._live.library()
        return Added(await library.articles_of(change.origin or ""), tuple(reasons), finished)

    async def remove(self, article: Article, listener: Listener, stopped: asyncio.Event) -> Finished | None:
        """Remove an article: an added one for good, another until it is restored."""
        beside = await (await self._live.library()).articles_of(article.origin)
        alone = all(one.id == article.id for one in beside)

        def begin() -> Change:
            title = article.title or article.id
            return self._files.remove(article.id, title, article.origin, alone=alone)

        change, finished = await self._carry_out(begin, listener, stopped)
        if change is None:
            raise OperationFailed("the article is still there after the build; nothing was changed")
        return finished

    async def restore(self, article_id: str, listener: Listener, stopped: asyncio.Event) -> Finished | None:
        """Bring a removed article of the corpus back. Raises BadInput where it was not removed."""
        if article_id not in await self.removed():
            raise BadInput("there is no removed article of that id")
        reasons: list[str] = []

        def hear(event: Event, _: Change) -> None:
            if isinstance(event, Skipped) and Path(event.file).stem == article_id:
                reasons.append(_shown(event.reason))

        change, finished = await self._carry_out(
            lambda: self._files.restore(article_id), listener, stopped, hear
        )
        if change is None:
            reason = reasons[0] if reasons else "its file is not in the corpus any more"
            raise OperationFailed(f"the article could not be brought back: {reason}")
        return finished

    async def _carry_out(
        self,
        begin: Callable[[], Change],
        listener: Listener,
        stopped: asyncio.Event,
        hear: Callable[[Event, Change], None] = lambda event, change: None,
    ) -> tuple[Change | None, Finished | None]:
        """The change, None where the index does not show it and it was undone."""
        if self._turn.locked():
            listener(Progress(WAITING, 0, None))
        async with self._turn:
            await self._settle_pending()
            # A build that is under way already could take up what is undone after it.
            await self._live.until_idle(listener, stopped)
            change = await self._on_disk(begin)
            finished: Finished | None = None
            failure: WhosaidError | None = None

            def tell(event: Event) -> None:
                hear(event, change)
                listener(event)

            try:
                finished = await self._live.rebuild_in_turn(tell, stopped)
            except WhosaidError as error:
                failure = error
            if await self._settle(change):
                return change, finished
            if failure is not None:
                raise failure
            return None, finished

    async def _settle_pending(self) -> bool | None:
        change = await self._on_disk(self._files.pending)
        if change is None:
            return None
        made = await self._settle(change)
        _LOG.warning("An interrupted change of the articles was %s", "finished" if made else "undone")
        return made

    async def _settle(self, change: Change) -> bool:
        """Finish a change that the index shows, undo another; whether it shows it."""
        shown = await self._is_shown(change)
        await self._on_disk(lambda: self._files.finish(change) if shown else self._files.undo(change))
        return shown

    async def _is_shown(self, change: Change) -> bool:
        try:
            await self._live.refresh()
        except OperationFailed as error:
            _LOG.error("The earlier index goes on: %s", error)
        library = self._live.available
        if library is None:
            return False
        if change.kind is Kind.ADD:
            return bool(await library.articles_of(change.origin or ""))
        found = await _is_indexed(self._live, change.article or "")
        return found if change.kind is Kind.RESTORE else not found

    async def _why_not(self, reasons: list[str]) -> str:
        if not reasons:
            return "no article can be read in it"
        reason = reasons[0] + (f" (and {len(reasons) - 1} more such lines)" if len(reasons) > 1 else "")
        if ("same text" in reason or "is taken by" in reason) and await self.removed():
            reason += "; if that article was removed, it can be restored instead"
        return reason

    async def _on_disk(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._disk, work)


async def _is_indexed(live: LiveLibrary, article_id: str) -> bool:
    try:
        await (await live.library()).article(article_id)
    except BadInput:
        return False
    return True


def _shown(reason: str) -> str:
    """A reason without the folders of the files that it names."""
    return without_folders(reason)[:_LONGEST_REASON]
