"""Which build of a data folder answers: always the newest whole one, and each as long as it is asked."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.encoding.lazy_encoder import LazyEncoder
from index.errors import NoIndex, OperationFailed
from index.search.reranking import CrossEncoderReranker
from index.snapshot import Snapshot
from index.storage.builds import builds_folder, complete_ids, current_id, serving_id
from index.storage.manifest import Manifest

_LOG = logging.getLogger(__name__)
_THREADS = 2


class Serving:
    """The snapshot that serves.

    A question holds the snapshot it began with: `refresh` swaps in a new build at once, and the old
    one is closed when its last question is done. Where a build is damaged an earlier one serves.
    """

    def __init__(self, folder: Path, model: str | None, reranker: str | None) -> None:
        self._folder = folder
        self._model = model
        self._reranker = None if reranker is None else CrossEncoderReranker(reranker)
        self._executor = ThreadPoolExecutor(_THREADS, thread_name_prefix="search")
        # One for all builds: what the allocator keeps for a thread would else be kept anew at each swap.
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="read")
        self._snapshot: Snapshot | None = None
        self._newest: str | None = None
        self._pointer_damage = ""
        self._encoder: LazyEncoder | None = None
        self._users: dict[Snapshot, int] = {}
        self._damaged: dict[str, OperationFailed] = {}
        self._watching: set[asyncio.Task[None]] = set()
        self._swapping = asyncio.Lock()
        """Held while a build is opened, lest one that was published earlier takes its place."""
        self._closed = False

    async def refresh(self) -> bool:
        """Swap in the published build if it is not the one open; True when it was swapped.

        Raises NoIndex when nothing was ever published and OperationFailed when no build can be
        opened; the open one then goes on serving.
        """
        async with self._swapping:
            if self._closed:  # there are no threads any more to open it in
                raise OperationFailed("the library is closed")
            return await self._refreshed()

    async def _refreshed(self) -> bool:
        while True:
            newest = await self._published()
            if newest is not None and newest == self._newest:
                return False
            if newest is None:
                raise NoIndex(f"{self._folder}: there is no index yet; run: python -m index build")
            try:
                opened = await self._open(newest)
                break
            except OperationFailed:
                if await self._published() == newest:  # else it was replaced and cleared away meanwhile
                    raise
        self._newest = newest
        await self._swap(opened)
        return True

    async def _published(self) -> str | None:
        """The id of the build to answer from; where `CURRENT` is damaged or missing, which is logged once, of
        the one that is open, or of the latest one.
        """
        try:
            name, problem = current_id(self._folder), ""
        except OperationFailed as error:
            name, problem = None, str(error)
        if name is None:
            name = await asyncio.get_running_loop().run_in_executor(self._executor, self._found)
            missing = f"{self._folder / 'CURRENT'}: is missing, and the latest whole build answers"
            problem = problem or f"{missing}; run: python -m index build"
        if name is not None and problem != self._pointer_damage:
            if problem:
                _LOG.error("%s", problem)
            self._pointer_damage = problem
        return name

    def _found(self) -> str | None:
        """The build that is open, while it is there, or what is to serve in its stead; may take long."""
        return self._newest if self._newest in complete_ids(self._folder) else serving_id(self._folder)

    async def _swap(self, opened: Snapshot | None) -> None:
        """Answer from `opened` from now on."""
        before, self._snapshot = self._snapshot, opened
        if before is not None and self._users.get(before, 0) == 0:
            await before.close()
        if opened is not None:
            watching = asyncio.create_task(self._watch(opened))
            self._watching.add(watching)
            watching.add_done_callback(self._watching.discard)

    async def _watch(self, snapshot: Snapshot) -> None:
        """Go back to an earlier build where a file of `snapshot` turns out to be damaged, or to none."""
        try:
            await snapshot.checked()
        except OperationFailed as error:
            _LOG.error("%s", error)
            self._damaged[snapshot.manifest.id] = error
            async with self._swapping:
                if self._snapshot is not snapshot:
                    return
                earlier: Snapshot | None = None
                with contextlib.suppress(OperationFailed):
                    earlier = await self._open(snapshot.manifest.id)
                await self._swap(earlier)

    async def close(self) -> None:
        """Close what is open; questions under way must be done."""
        self._closed = True
        for watching in self._watching:
            watching.cancel()
        async with self._swapping:
            if self._snapshot is not None:
                await self._snapshot.close()
                self._snapshot = None
            for executor in (self._executor, self._reading):
                executor.shutdown(wait=False, cancel_futures=True)

    async def _open(self, newest: str) -> Snapshot:
        """The build `newest`, or where it is damaged the latest complete build before it.

        What is complete and newer was never published, unless `newest` is the id of no build at all.
        """
        complete = complete_ids(self._folder)[::-1]
        earlier = [name for name in complete if name < newest]
        later = [] if newest in complete else [name for name in complete if name > newest]
        failure: OperationFailed | None = None
        for name in [newest, *earlier, *later]:
            folder = builds_folder(self._folder) / name
            try:
                if name in self._damaged:
                    raise self._damaged[name]
                encoder = self._encoder_of(Manifest.read(folder))
                return await Snapshot.open(
                    folder, encoder, self._executor, self._reranker, reading=self._reading
                )
            except OperationFailed as error:
                _LOG.error("%s", error)
                failure = failure or error
        assert failure is not None  # noqa: S101 - the loop ran at least once
        raise failure

    def _encoder_of(self, manifest: Manifest) -> LazyEncoder:
        """The encoder of a build; one that is loaded is kept from build to build."""
        if self._encoder is None or (self._encoder.recorded, self._encoder.identity) != (
            manifest.model,
            manifest.encoder,
        ):
            self._encoder = LazyEncoder(
                self._folder, manifest.encoder, recorded=manifest.model, model=self._model
            )
        return self._encoder

    @contextlib.asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Snapshot]:
        """The snapshot that answers now; it stays open while it is used."""
        snapshot = self._snapshot
        if snapshot is None:
            damage = self._damaged.get(self._newest or "")
            raise OperationFailed("the library is closed" if damage is None else str(damage))
        self._users[snapshot] = self._users.get(snapshot, 0) + 1
        try:
            yield snapshot
        finally:
            self._users[snapshot] -= 1
            if not self._users[snapshot]:
                del self._users[snapshot]
                if snapshot is not self._snapshot:
                    await snapshot.close()
