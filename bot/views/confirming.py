"""Asking once more before something is taken away."""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Self

import discord

from bot.access.rights import Person
from bot.jobs.jobs import KEY
from bot.views.opening import GoneError, handled
from index.errors import WhosaidError

_KEPT = 200

Action = Callable[[discord.Interaction[Any]], Awaitable[None]]


class AnsweredError(WhosaidError):
    """Somebody has answered the question that a button belongs to."""


@dataclass(frozen=True, slots=True)
class Question:
    """`check` raises for a person who may not answer; `action` is what a yes does with its interaction."""

    check: Callable[[Person], None]
    action: Action


class Confirmations:
    """The latest questions that are open, by key."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Question] = OrderedDict()
        self._answered: deque[str] = deque(maxlen=_KEPT)

    def ask(self, check: Callable[[Person], None], label: str, action: Action) -> discord.ui.View:
        """The buttons under a question: `label`, which does `action`, and one that does nothing."""
        key = secrets.token_hex(6)
        self._open[key] = Question(check, action)
        while len(self._open) > _KEPT:
            self._open.popitem(last=False)
        view = discord.ui.View(timeout=None)
        view.add_item(ConfirmButton(key, yes=True, label=label))
        view.add_item(ConfirmButton(key, yes=False, label="Keep"))
        return view

    def take(self, key: str, person: Person) -> Question:
        """The question of that key, which is answered by this. Raises what its check raises,
        AnsweredError, and GoneError for one that was asked before the bot was restarted.
        """
        question = self._open.get(key)
        if key in self._answered:
            raise AnsweredError("That was answered already.")
        if question is None:
            raise GoneError("I was restarted since I asked that; please begin anew.")
        question.check(person)
        self._answered.append(key)
        return self._open.pop(key)


class ConfirmButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"confirm:(?P<answer>yes|no):(?P<key>{KEY})",
):
    """Yes or no."""

    def __init__(self, key: str, *, yes: bool, label: str = "") -> None:
        button: discord.ui.Button[discord.ui.View] = discord.ui.Button(
            label=label or None,
            style=discord.ButtonStyle.danger if yes else discord.ButtonStyle.secondary,
            custom_id=f"confirm:{'yes' if yes else 'no'}:{key}",
        )
        super().__init__(button)
        self._key, self._yes = key, yes

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls(match["key"], yes=match["answer"] == "yes")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what was asked about, or leave all as it is."""
        bot = interaction.client
        async with handled(interaction):
            question = bot.confirmations.take(self._key, bot.person(interaction))
            if self._yes:
                await question.action(interaction)
            else:
                await interaction.response.edit_message(
                    content="All is left as it is.", embed=None, view=None
                )
