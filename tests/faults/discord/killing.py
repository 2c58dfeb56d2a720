"""kill -9 of a running bot at any instant, and what is left after it."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from loopback import processes
from loopback.desk import Desk
from loopback.kiosk import description
from loopback.objects import Json, Use
from loopback.view import visible

from index.storage.builds import build_under_way, builds_folder, current_id

PREFIX = "?"
"""What the server has chosen, for the bot to know it still after each kill."""

WITHIN_S = 60.0
_ASKED = f"{PREFIX}who said the swing bridge stays closed"


class Fate(StrEnum):
    """What became of what the bot was at when it was killed."""

    UNSEEN = "killed before the message was there"
    UNDONE = "not done, and said so"
    DONE = "done, and said so"
    UNSURE = "said that it is not known"
    LEFT = "its message was left as it was"


@dataclass
class Killing:
    """Kills the bot of `desk` during its work, and starts it again.

    `problems` is what was lost. `longest` is how many seconds a build took at most, from its command on.
    """

    desk: Desk
    rng: random.Random
    problems: list[str] = field(default_factory=list)
    longest: float = 2.0
    _number: int = 0
    _thanked: int = 0
    _loose: frozenset[str] = frozenset()

    async def prepare(self) -> None:
        """Choose a prefix, and see what lies in the data folder."""
        await self.desk.discord.slash("settings prefix", by=self.desk.manager, prefix=PREFIX)
        self._thanked = len(self.desk.kiosk.kept("SELECT * FROM votes"))
        self._loose = self._lying()

    async def reindexing(self) -> Fate:
        """Kill it during a /reindex that adds an article, while somebody votes."""
        name = self._article()
        before = current_id(self.desk.data)
        answer = await self.desk.kiosk.ask(_ASKED, by=self.desk.member)
        use, vote = await self._killed("reindex", answer)
        changed = current_id(self.desk.data) != before
        await self._restart()
        self._check_vote(*vote)
        fate = await self._told(use.original)
        if await self._listed(name) != changed:
            self.problems.append(f"{name} is in the answers, or missing, against the build that is published")
        if fate in {Fate.DONE, Fate.UNDONE} and changed != (fate is Fate.DONE):
            self.problems.append(f"the message said {fate.value!r}, and the build is {changed=}")
        await self._next_reindex(name)
        return fate

    async def adding(self) -> Fate:
        """Kill it while an article is added; it is there or not, and the folder says the same."""
        self._number += 1
        name = f"parcel{self._number}"
        text = f"Parcel {self._number}\n\n“Parcel number {self._number} was put ashore,” Ida Holm said.\n"
        answer = await self.desk.kiosk.ask(_ASKED, by=self.desk.member)
        use, vote = await self._killed("articles add", answer, file=(f"{name}.txt", text.encode()))
        await self._restart()
        self._check_vote(*vote)
        fate = await self._told(use.original)
        if (self.desk.data / "change.json").exists():
            self.problems.append("the change is still open")
        there, kept = await self._listed(name), any(name in path for path in self.desk.kept())
        if there != kept:
            self.problems.append(f"half added: {there=}, {kept=}")
        if fate in {Fate.DONE, Fate.UNDONE} and there != (fate is Fate.DONE):
            self.problems.append(f"the message said {fate.value!r}, and {there=}")
        if not there:
            again = await self.desk.discord.slash(
                "articles add", by=self.desk.editor, values={"file": (f"{name}.txt", text.encode())}
            )
            await self.desk.ended(again.original or {}, "Added")
        self._loose = self._lying()
        return fate

    async def _killed(self, command: str, answer: Json, **values: object) -> tuple[Use, tuple[str, Use]]:
        """Use the command, vote on the answer, and kill the bot at some moment; the uses, and who voted."""
        voter = self.desk.discord.person(f"voter {self._number}")
        begun = asyncio.create_task(self.desk.discord.slash(command, by=self.desk.editor, values=values))
        before = set(self.desk.discord.world.uses)
        moment = self.rng.uniform(0, 1.1 * self.longest)
        end = time.monotonic() + moment
        await asyncio.sleep(self.rng.uniform(0, moment))
        voting = asyncio.create_task(self.desk.discord.click(answer, "👍", by=voter))
        await asyncio.sleep(max(0, end - time.monotonic()))
        pid = self.desk.kiosk.bot.pid
        started = processes.children(pid)
        await self.desk.kiosk.bot.stop(signal.SIGKILL)
        for task in (begun, voting):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, TimeoutError):
                await task
        await self._gone(started)
        new = [self.desk.discord.world.uses[key] for key in self.desk.discord.world.uses if key not in before]
        vote = next((use for use in new if use.payload["type"] == 3), None)
        command_use = next(use for use in new if use.payload["type"] == 2)
        return command_use, (voter, vote or Use({}))

    async def _gone(self, started: list[int]) -> None:
        """Wait until the processes of the dead bot are gone."""
        end = time.monotonic() + WITHIN_S
        while any(map(processes.lives, started)) or build_under_way(self.desk.data):
            if time.monotonic() > end:
                self.problems.append("a build went on without its bot")
                return
            await asyncio.sleep(0.02)

    async def _restart(self) -> None:
        discord, starts = self.desk.discord, self.desk.discord.gateway.identifies
        await self.desk.kiosk.bot.start()
        await discord.until(lambda: discord.gateway.identifies > starts, WITHIN_S)
        if "Otto Kern" not in visible(description(await self.desk.kiosk.ask(_ASKED))):
            self.problems.append("the answer after the kill is another one")

    def _check_vote(self, voter: str, vote: Use) -> None:
        """A vote that was thanked for is kept; one that was not may be."""
        votes = self.desk.kiosk.kept("SELECT member, value, question FROM votes")
        if any(value != 1 or "swing bridge" not in (question or "") for _, value, question in votes):
            self.problems.append("half a vote is kept")
        thanked = vote.kind is not None
        self._thanked += thanked
        if len(votes) < self._thanked:
            self.problems.append(f"{self._thanked} votes were thanked for, {len(votes)} are kept")

    async def _told(self, message: Json | None) -> Fate:
        """What the message of the job says in the end."""
        if message is None:
            return Fate.UNSEEN

        def over() -> bool:
            return not message["components"]

        try:
            await self.desk.discord.until(over)
        except TimeoutError:
            return Fate.LEFT
        text = str(message["content"])
        if "what came of it" in text:
            return Fate.UNSURE
        undone = ("interrupted", "nothing was changed", "Nothing was added", "cancelled")
        return Fate.UNDONE if any(words in text for words in undone) else Fate.DONE

    async def _listed(self, name: str) -> bool:
        use = await self.desk.discord.slash("articles list", by=self.desk.editor, values={"words": name})
        return f"1 article with “{name}”" in visible(description(use.original or {}))

    async def _next_reindex(self, name: str) -> None:
        began = time.monotonic()
        use = await self.desk.discord.slash("reindex", by=self.desk.editor)
        try:
            await self.desk.ended(use.original or {}, "Indexed")
        except AssertionError as error:
            self.problems.append(f"the next re-indexing: {error}")
        self.longest = max(2.0, time.monotonic() - began)
        if not await self._listed(name):
            self.problems.append("the next re-indexing has not brought the article")
        builds = len(list(builds_folder(self.desk.data).iterdir()))
        more = self._lying() - self._loose
        if builds > 2 or more:
            self.problems.append(f"left behind: {builds} builds, {sorted(more)}")

    def _article(self) -> str:
        self._number += 1
        name = f"crate{self._number}"
        sentences = " ".join(
            f"Crate {self._number} was weighed at gate {gate} before tide {gate * self._number % 13}."
            for gate in range(40)
        )
        path = self.desk.kiosk.corpus / f"{name}.txt"
        path.write_text(f"Crate {self._number}\n\n{sentences}\n", encoding="utf-8")
        return name

    def _lying(self) -> frozenset[str]:
        """What lies in the data folder, but for the files of builds and of SQLite's journal."""
        data: Path = self.desk.data
        return frozenset(
            str(path.relative_to(data))
            for path in data.rglob("*")
            if "builds" not in path.parts and not path.name.startswith("bot.sqlite-")
        )
