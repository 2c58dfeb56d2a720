"""An unmodified bot process, pointed at the loopback Discord."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

_LAUNCH = Path(__file__).with_name("launch.py")
_ROOT = Path(__file__).parents[2]


class BotProcess:
    """`python -m bot ARGUMENTS` in its own working folder, with only the settings that are given.

    `module` is run instead of `bot` where the bot is to be watched from inside.
    """

    def __init__(
        self, host: str, folder: Path, variables: dict[str, str], *arguments: str, module: str = "bot"
    ) -> None:
        foreign = ("WHOSAID_", "DISCORD_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        self._environment = {**kept, "PYTHONPATH": str(_ROOT), "LOOPBACK_DISCORD": host, **variables}
        self._folder = folder
        self._arguments = arguments
        self._module = module
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()
        self.lines: list[str] = []

    async def start(self) -> None:
        """Start the process."""
        self.lines = []
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(_LAUNCH),
            self._module,
            *self._arguments,
            cwd=self._folder,
            env=self._environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reading = asyncio.create_task(self._read(self._process))

    @property
    def pid(self) -> int:
        """The number of the process."""
        if self._process is None:
            raise RuntimeError("the bot was not started")
        return self._process.pid

    async def said(self, text: str, within: float = 60.0, after: int = 0) -> str:
        """The first line of its output, from line `after` on, that contains `text`.

        Raises `TimeoutError` where there is none `within` seconds.
        """
        async with self._changed, asyncio.timeout(within):
            while not (found := next((line for line in self.lines[after:] if text in line), None)):
                await self._changed.wait()
            return found

    async def ended(self, within: float = 60.0) -> int:
        """Wait for its end and return the exit code; raises `TimeoutError`."""
        if self._process is None or self._reading is None:
            raise RuntimeError("the bot was not started")
        async with asyncio.timeout(within):
            code = await self._process.wait()
            await self._reading
        return code

    async def stop(self, number: int = signal.SIGTERM, within: float = 60.0) -> int:
        """Signal the process and return its exit code; raises `TimeoutError`."""
        if self._process is None:
            raise RuntimeError("the bot was not started")
        self._process.send_signal(number)
        return await self.ended(within)

    async def close(self) -> None:
        """Make sure that it is gone."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self.ended()

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        if process.stdout is None:
            return
        async for line in process.stdout:
            async with self._changed:
                self.lines.append(line.decode(errors="replace").rstrip())
                self._changed.notify_all()
