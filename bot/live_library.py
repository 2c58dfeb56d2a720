"""The library that the bot answers from: built first where there is none, and always the newest."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from types import TracebackType

import index
from bot.build_events import Event, Finished, Skipped
from bot.builder import Builder, Listener
from index.answers.answer import Answer
from index.errors import NoIndex, OperationFailed, WhosaidError
from index.library import Library
from index.settings import IndexSettings

_LOG = logging.getLogger(__name__)

POLL_S = 2.0
"""How often a build that another process published is looked for."""

WAIT_S = 14 * 60.0
"""How long a question waits for the first index: an interaction can be answered for 15 minutes."""

_CLOSING = "whosaid is being restarted; please ask again in a moment"
_FAILED = "the index could not be built or opened; the bot's admins find the reason in its log"


class LiveLibrary:
    """Opens the index, keeps it fresh, and lets questions wait until there is one.

    `start` begins the work in the background; leaving the context ends it.
    """

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._builder = Builder(settings.data)
        self._library: Library | None = None
        self._refusal: str | None = None
        self._settled = asyncio.Event()
        self._look = asyncio.Event()
        self._refreshing = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> LiveLibrary:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.refuse()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    @property
    def building(self) -> bool:
        """Whether this process is building at the moment."""
        return self._builder.running

    def start(self) -> None:
        """Open the index in the background, building it first where there is none."""
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    def refuse(self) -> None:
        """Take no more questions, let go those that wait, and stop a build under way."""
        self._settle(_CLOSING)
        self._builder.stop()

    async def ask(self, question: str) -> Answer:
        """Answer a question, after the first build where there is no index yet.

        Raises OperationFailed when there can be no answer, BadInput when the question is unusable.
        """
        return await (await self._ready()).ask(question)

    async def rebuild(self, listener: Listener) -> Finished:
        """Build anew and use the new index at once. Raises OperationFailed; the old one then goes on."""
        if self._library is None and not self._builder.running:
            self._refusal = None
            self._settled.clear()
        try:
            finished = await self._builder.run(listener, background=self._library is not None)
        except OperationFailed:
            if self._library is None and not self._builder.running:
                self._settle(_FAILED)
            raise
        self._look.set()
        library = self._library
        if library is None:
            await self._ready()
        else:
            await self._refresh(library)
        return finished

    async def _ready(self) -> Library:
        try:
            async with asyncio.timeout(WAIT_S):
                await self._settled.wait()
        except TimeoutError:
            raise OperationFailed("the index is still being built; please ask again later") from None
        if self._refusal is not None or self._library is None:
            raise OperationFailed(self._refusal or _FAILED)
        return self._library

    def _settle(self, refusal: str | None) -> None:
        if self._refusal != _CLOSING:
            self._refusal = refusal
        self._settled.set()

    async def _run(self) -> None:
        built = False
        while True:
            try:
                async with index.open(self._settings.data, model=self._settings.model) as library:
                    await self._serve(library)
            except NoIndex:
                if not built:
                    built = True
                    await self._first_build()
                    continue
            except WhosaidError as error:
                _LOG.error("The index cannot be opened: %s", error)
                self._settle(_FAILED)
            except Exception:
                _LOG.exception("The index cannot be opened")
                self._settle(_FAILED)
            finally:
                self._library = None
            await self._pause()

    async def _first_build(self) -> None:
        _LOG.info("There is no index yet: building it")
        try:
            finished = await self._builder.run(_log)
        except OperationFailed as error:
            _LOG.error("The first build failed: %s", error)
            self._settle(_FAILED)
        else:
            _LOG.info("Built an index of %d articles in %.1f s", finished.articles, finished.seconds)

    async def _serve(self, library: Library) -> None:
        """Offer `library` and follow what is published, until cancelled."""
        self._library = library
        self._settle(None)
        await self._warm_up(library)
        failure = ""
        while True:
            await self._pause()
            try:
                await self._refresh(library)
                failure = ""
            except OperationFailed as error:
                if str(error) != failure:
                    failure = str(error)
                    _LOG.error("The earlier index goes on: %s", error)

    async def _refresh(self, library: Library) -> None:
        async with self._refreshing:
            if await library.refresh():
                status = await library.status()
                _LOG.info("Using build %s: %d articles", status.build, status.articles)

    async def _warm_up(self, library: Library) -> None:
        """Load the model before the first question needs it."""
        try:
            await library.warm()
        except WhosaidError as error:
            _LOG.error("Questions cannot be answered: %s", error)

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(POLL_S):
                await self._look.wait()
        self._look.clear()


def _log(event: Event) -> None:
    if isinstance(event, Skipped):
        _LOG.warning("Skipped %s: %s", event.file, event.reason)
