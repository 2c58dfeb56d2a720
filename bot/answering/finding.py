"""Asking the library, for Discord and for the terminal: the answer and its pages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.current import scope_of
from bot.render.answers import answer_pages
from bot.render.pages import Page
from index.answers.answer import Answer
from index.library import Library
from index.questions.filters import NONE, Filters


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, the build that gave it, and its pages."""

    answer: Answer
    build: str
    pages: tuple[Page, ...]


async def find(library: Library, question: str, filters: Filters = NONE) -> Found:
    """Answer `question`. Raises BadInput where it cannot be understood."""
    # Before the question: a build that is swapped in meanwhile only makes the places be looked up again.
    build = (await library.status()).build
    answer = await library.ask(question, filters=filters)
    scope = await scope_of(library, question, filters, answer)
    return Found(answer, build, answer_pages(answer, scope))
