"""Building the index in a child process, so that questions go on being answered."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path

from bot.building.events import Event, Failed, Finished, parse_event
from bot.settings import SECRET, TOKEN
from index.errors import BuildUnderWay, OperationFailed
from index.storage.builds import serving_id

Listener = Callable[[Event], None]

_LONGEST_LINE = 1 << 20
_KEPT_LINES = 20
_GRACE_S = 5.0
_NICENESS = 10


class BuildStopped(OperationFailed):
    """Somebody ended the build; the index is as it was before."""


class StoppedTooLate(BuildStopped):
    """The build was published before it could be ended."""


class Builder:
    """Builds into one data folder, one build at a time."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._running = False
        self._process: asyncio.subprocess.Process | None = None
        self._stopped = False

    @property
    def running(self) -> bool:
        """Whether a build is under way."""
        return self._running

    async def run(self, listener: Listener, *, background: bool = False) -> Finished:
        """Build; `listener` gets every event. In the `background` it leaves the processor to questions.

        Raises BuildUnderWay while another build is, of this process or another, BuildStopped after `stop`,
        and else OperationFailed with the build's own sentence.
        """
        if self._running:
            raise BuildUnderWay("a build is under way already; please wait until it is done")
        self._running, self._stopped = True, False
        try:
            return await self._build(listener, background=background)
        finally:
            self._running, self._process = False, None

    def stop(self) -> None:
        """End the build under way, if there is one; the earlier index stays as it is."""
        self._stopped = True
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()

    async def _build(self, listener: Listener, *, background: bool) -> Finished:
        before = await asyncio.to_thread(published, self._data)
        command = ("-m", "bot.building.process", "build", "--data", str(self._data), "--progress", "json")
        pipe = asyncio.subprocess.PIPE
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            stdin=pipe,  # by its end the build knows that this process is gone
            stdout=pipe,
            stderr=pipe,
            limit=_LONGEST_LINE,
            env={name: value for name, value in os.environ.items() if name not in {TOKEN, SECRET}},
        )
        if background:
            _give_way(process.pid)
        if self._stopped:  # before there was a process to end
            process.terminate()
        assert process.stdout is not None and process.stderr is not None  # noqa: S101  (both are pipes)
        complaints = asyncio.create_task(_last_lines(process.stderr))
        finished: Finished | None = None
        failed: Failed | None = None
        try:
            async for line in process.stdout:
                event = parse_event(line)
                if isinstance(event, Finished):
                    finished = event
                elif isinstance(event, Failed):
                    failed = event
                if event is not None:
                    listener(event)
            code = await process.wait()
            said = await complaints
        finally:
            complaints.cancel()
            await _end(process)
        if finished is not None:  # published, whatever came after
            return finished
        if self._stopped:
            if await asyncio.to_thread(published, self._data) != before:
                raise StoppedTooLate("the build was done before it could be stopped; the new index answers")
            raise BuildStopped("the build was stopped; the index is as it was before")
        if failed is not None and failed.error == BuildUnderWay.__name__:
            raise BuildUnderWay(failed.reason)
        raise OperationFailed(said[-1] if said else f"the build ended with exit status {code}")


def published(data: Path) -> str | None:
    """The id of the build that serves; None where there is none, or where that cannot be told."""
    with contextlib.suppress(OperationFailed):
        return serving_id(data)
    return None


async def _last_lines(stream: asyncio.StreamReader) -> list[str]:
    """Everything a process complains about, read to the end; the last lines of it."""
    lines: deque[str] = deque(maxlen=_KEPT_LINES)
    while chunk := await stream.readline():
        if text := chunk.decode(errors="replace").strip():
            lines.append(text)
    return list(lines)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Make sure that the process is gone, also when its build is cancelled."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_GRACE_S):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _give_way(pid: int) -> None:
    """Let the answering process go first, and leave one processor to it where there are several.

    Priority alone is not enough: whoever wakes waits for the one that computes to have had its slice, and
    a question wakes threads a dozen times.
    """
    with contextlib.suppress(OSError):
        if sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, pid, _NICENESS)
        if sys.platform == "linux" and len(processors := sorted(os.sched_getaffinity(0))) > 1:
            os.sched_setaffinity(pid, processors[1:])  # it embeds by as many threads as it has processors
