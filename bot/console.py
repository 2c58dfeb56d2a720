"""The bot's commands in a terminal, without Discord: the same questions, the same pages."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.console import Console
from rich.status import Status

import index
from bot.answering.finding import find
from bot.building.builder import Builder
from bot.building.events import Event, Progress, Skipped
from bot.messages import phrasing
from bot.messages.near_misses import near_miss
from bot.messages.phrasing import USAGE, Command
from bot.messages.reading import FOR_ADMINS
from bot.render.help import help_page
from bot.render.pages import Page
from bot.render.progress import progress_line, summary_lines
from bot.render.sources import sources_page
from bot.render.terminal import plain, renderable
from bot.settings import BotSettings
from index.building.progress import Skips
from index.errors import BadInput, NoIndex, WhosaidError
from index.library import Library


class Action(StrEnum):
    """What a line may ask for besides an answer."""

    HELP = "help"
    SOURCES = "sources"
    REINDEX = "reindex"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Request:
    """What a line asks for: an action, or the answer to a question."""

    action: Action | None
    question: str = ""


def read_line(line: str, prefix: str) -> Request:
    """What `line` asks for. Raises BadInput for an unknown command and for a question without words."""
    text = line.strip()
    if text.lower() in {"quit", "exit"}:
        return Request(Action.QUIT)
    if not text.startswith((prefix, "/")):
        return Request(None, _question(Command.ASK, text, prefix))
    word, _, argument = text.removeprefix(prefix).removeprefix("/").partition(" ")
    word = word.lower()
    if word in {*Action}:
        return Request(Action(word))
    if word in FOR_ADMINS | {"privacy"}:
        raise BadInput(
            f"{text.split()[0]}: this command is for Discord; {prefix}help names those of the terminal"
        )
    if word not in {*Command}:
        slip = near_miss(word, [*Command, *Action])
        hint = f"did you mean {prefix}{slip}?" if slip else f"{prefix}help names them"
        raise BadInput(f"{text.split()[0]}: there is no such command; {hint}")
    return Request(None, _question(Command(word), argument, prefix))


def _question(command: Command, argument: str, prefix: str) -> str:
    question = phrasing.question(command, argument)
    if not question:
        raise BadInput(f"there is no question; ask for example: {prefix}{USAGE[command]}")
    return question


def help_text(prefix: str) -> str:
    """The commands of the console."""
    return "\n".join(
        [
            plain(help_page(prefix, discord=False)),
            "",
            "In this terminal",
            "A question needs no command before it.",
            f"{prefix}reindex – read the articles again",
            "more – the next page",
            "quit – leave (or end the input)",
        ]
    )


def run(settings: BotSettings, line: str | None) -> None:
    """Answer one line, or every line of a prompt when `line` is None.

    Raises WhosaidError for what fails in a single line; at the prompt failures are told and it goes on.
    """
    request = None if line is None else read_line(line, settings.prefix)
    if request is not None and request.action is Action.HELP:
        print(help_text(settings.prefix))
        return
    with _Session(settings) as session:
        if request is None:
            session.prompt()
        else:
            session.carry_out(request)


class _Session:
    """An open library with a terminal before it."""

    def __init__(self, settings: BotSettings) -> None:
        self._settings = settings
        self._out = Console(highlight=False)
        self._err = Console(stderr=True, highlight=False)
        self._runner = asyncio.Runner()
        self._resources = contextlib.AsyncExitStack()
        self._library: Library | None = None
        self._unread: Sequence[Page] = ()

    def __enter__(self) -> _Session:
        self._runner.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._runner.run(self._resources.aclose())
        finally:
            self._runner.close()

    def prompt(self) -> None:
        """Carry out line after line until the end of the input or "quit"."""
        interactive = sys.stdin.isatty() and self._out.is_terminal
        if interactive:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401  (gives input() editing and a history)
            self._out.print(f"Ask who said what; {self._settings.prefix}help tells how.", style="dim")
        for line in _lines(interactive=interactive):
            try:
                if not line.strip():
                    continue
                if line.strip().lower() == "more":
                    self._more()
                    continue
                request = read_line(line, self._settings.prefix)
                if request.action is Action.QUIT:
                    return
                self.carry_out(request, first_page_only=interactive)
            except WhosaidError as error:
                self._err.print(str(error), markup=False)

    def carry_out(self, request: Request, *, first_page_only: bool = False) -> None:
        """Do what a line asks for."""
        match request.action:
            case Action.HELP:
                self._out.print(help_text(self._settings.prefix), markup=False)
            case Action.SOURCES:
                self._show(self._runner.run(_sources(self._open())))
            case Action.REINDEX:
                self._build()
            case Action.QUIT:
                return
            case None:
                self._answer(request.question, first_page_only=first_page_only)

    def _answer(self, question: str, *, first_page_only: bool) -> None:
        library = self._open()
        with self._status("looking"):
            self._unread = self._runner.run(_fresh_pages(library, question))
        self._more()
        while self._unread and not first_page_only:
            self._out.print()
            self._more()

    def _more(self) -> None:
        if not self._unread:
            raise BadInput("there is no further page")
        page, *self._unread = self._unread
        self._show(page)

    def _show(self, page: Page) -> None:
        if self._out.is_terminal:
            self._out.print(renderable(page))
        else:
            print(plain(page))

    def _open(self) -> Library:
        if self._library is None:
            try:
                self._library = self._runner.run(self._enter())
            except NoIndex:
                self._build()
                self._library = self._runner.run(self._enter())
        return self._library

    async def _enter(self) -> Library:
        settings = self._settings.index
        library = index.open(settings.data, model=settings.model, reranker=settings.reranker)
        return await self._resources.enter_async_context(library)

    def _build(self) -> None:
        """Build with the progress on standard error."""
        skips = Skips[Skipped]()
        stage = ""
        with self._status("building the index") as status:

            def hear(event: Event) -> None:
                nonlocal stage
                if isinstance(event, Skipped):
                    skips.add(event)
                elif isinstance(event, Progress) and status is not None:
                    status.update(progress_line(event))
                elif isinstance(event, Progress) and event.stage != stage:
                    stage = event.stage
                    self._err.print(progress_line(event), markup=False)

            finished = self._runner.run(Builder(self._settings.index.data).run(hear))
        for line in summary_lines(finished, skips.first):
            self._err.print(line, markup=False, soft_wrap=True)
        if skips.others:
            self._err.print(f"and {skips.others:,} more", markup=False)

    @contextlib.contextmanager
    def _status(self, text: str) -> Iterator[Status | None]:
        if not self._err.is_terminal:
            yield None
            return
        with self._err.status(text) as status:
            yield status


async def _fresh_pages(library: Library, question: str) -> tuple[Page, ...]:
    """The answer from the newest build."""
    await library.refresh()
    return (await find(library, question)).pages


async def _sources(library: Library) -> Page:
    await library.refresh()
    return sources_page(await library.sources(), await library.status())


def _lines(*, interactive: bool) -> Iterator[str]:
    if not interactive:
        yield from sys.stdin
        return
    with contextlib.suppress(EOFError):
        while True:
            yield input("> ")
