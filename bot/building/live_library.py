"""The library that the bot answers from: built first where there is none, and always the newest."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from types import TracebackType

import index
from bot.building.builder import Builder, BuildStopped, Listener
from bot.building.events import WAITING, Event, Finished, Progress, Skipped
from bot.runtime.garbage import set_aside
from index.building.progress import Skips
from index.errors import BuildUnderWay, NoIndex, OperationFailed, WhosaidError
from index.library import Library, Status
from index.settings import IndexSettings
from index.storage.builds import build_under_way

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
        """Whether a build is under way, of this process or another."""
        return self._builder.running or build_under_way(self._settings.data)

    def start(self) -> None:
        """Open the index in the background, building it first where there is none."""
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    def refuse(self) -> None:
        """Take no more questions, let go those that wait, and stop a build under way."""
        self._settle(_CLOSING)
        self._builder.stop()

    @property
    def available(self) -> Library | None:
        """The library, without waiting; None while there is no index."""
        return self._library

    def at_once(self) -> Library:
        """The library, for what cannot wait for the first index. Raises OperationFailed."""
        if self._library is None:
            raise OperationFailed("the index is not ready yet; please try again in a moment")
        return self._library

    async def library(self) -> Library:
        """The library, after the first build where there is no index yet.

        Raises OperationFailed when there can be no answer.
        """
        return await self._ready()

    async def refresh(self) -> None:
        """Use the newest index, if there is one. Raises OperationFailed; the old one then goes on."""
        if self._library is not None:
            await self._refresh(self._library)

    async def rebuild_in_turn(self, listener: Listener, stopped: asyncio.Event) -> Finished:
        """As `rebuild`, after the builds that are under way; `stopped` ends the waiting too.

        Raises BuildStopped and OperationFailed.
        """
        while True:
            await self.until_idle(listener, stopped)
            with contextlib.suppress(BuildUnderWay):
                return await self.rebuild(listener, stopped)

    async def until_idle(self, listener: Listener, stopped: asyncio.Event) -> None:
        """Wait until no build is under way; `stopped` ends the waiting. Raises BuildStopped."""
        while self.building and not stopped.is_set():
            listener(Progress(WAITING, 0, None))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL_S / 2):
                    await stopped.wait()
        if stopped.is_set():
            raise BuildStopped("it was stopped before the build began; the index is as it was before")

    async def rebuild(self, listener: Listener, stopped: asyncio.Event | None = None) -> Finished:
        """Build anew and use the new index at once; `listener` gets every event, `stopped` ends it.

        Raises BuildUnderWay while another build is, of this process or another, BuildStopped and
        OperationFailed; the old index then goes on.
        """
        if self._library is None and not self._builder.running:
            self._refusal = None
            self._settled.clear()
        try:
            finished = await self._build(listener, stopped or asyncio.Event())
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

    async def _build(self, listener: Listener, stopped: asyncio.Event) -> Finished:
        running = asyncio.create_task(self._builder.run(listener, background=self._library is not None))
        stopping = asyncio.create_task(stopped.wait())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                self._builder.stop()
            return await running
        finally:
            stopping.cancel()
            running.cancel()

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
        failed = False
        while True:
            try:
                async with index.open(
                    self._settings.data, model=self._settings.model, reranker=self._settings.reranker
                ) as library:
                    await self._serve(library)
            except NoIndex:
                if not failed:
                    failed = not await self._first_build()
                    if not failed:
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

    async def _first_build(self) -> bool:
        """Build where there is no index, or wait a while for who does so already; whether to look again."""
        if not self._builder.running:
            _LOG.info("There is no index yet: building it")
        try:
            finished = await self._builder.run(_skip_log())
        except BuildUnderWay as error:
            _LOG.info("%s", error)
            while self.building:
                await self._pause()
        except OperationFailed as error:
            _LOG.error("The first build failed: %s", error)
            self._settle(_FAILED)
            return False
        else:
            _LOG.info("Built an index of %d articles in %.1f s", finished.articles, finished.seconds)
        return True

    async def _serve(self, library: Library) -> None:
        """Offer `library` and follow what is published, until cancelled."""
        self._library = library
        self._settle(None)
        await self._warm_up(library)
        with contextlib.suppress(OperationFailed):  # refreshing meets it again, and says so
            await self._settle_in(library)
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
        if await library.refresh():
            status = await self._settle_in(library)
            _LOG.info("Using build %s: %d articles", status.build, status.articles)

    async def _settle_in(self, library: Library) -> Status:
        """Let what a build keeps in memory be, once it is all there."""
        async with library.snapshot() as snapshot:
            await snapshot.prepare()
        set_aside()
        return await library.status()

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


def _skip_log() -> Listener:
    """Logs the first files that a build skips, and in its end how many there were besides."""
    skips = Skips[Skipped]()

    def hear(event: Event) -> None:
        if isinstance(event, Skipped):
            if skips.add(event):
                _LOG.warning("Skipped %s: %s", event.file, event.reason)
        elif isinstance(event, Finished) and skips.others:
            _LOG.warning("Skipped %d more", skips.others)

    return hear
