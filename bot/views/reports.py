"""The buttons under a report: other pages, and clearing what was dealt with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.access.rights import Person
from bot.render.listing import listing_embed
from bot.render.verbatim import one_line
from bot.reports.page import Shown
from bot.reports.reports import Report, report_page
from bot.reports.scope import scope_of
from bot.reports.unanswered import find_unanswered, question_key
from bot.views.opening import handled

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_LONGEST_LABEL = 100
_SCOPE = r"[0-9]{1,20}|all"


class ReportButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"report:(?P<report>articles|unanswered|feedback):(?P<number>[0-9]{1,7}):(?P<argument>.{0,60})",
):
    """Shows another page of a report, to whoever may see it."""

    def __init__(
        self, report: Report, number: int, argument: str, *, label: str = "", disabled: bool = False
    ) -> None:
        button: discord.ui.Button[discord.ui.View] = discord.ui.Button(
            label=label or None, disabled=disabled, custom_id=f"report:{report}:{number}:{argument}"
        )
        super().__init__(button)
        self._report, self._number, self._argument = report, number, argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls(Report(match["report"]), int(match["number"]), match["argument"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page in the place of the one before."""
        bot = interaction.client
        async with handled(interaction):
            person = bot.person(interaction)
            shown = await report_page(bot, person, self._report, self._argument, max(self._number, 1))
            await _replace(interaction, self._report, shown)


class ClearMenu(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=rf"clear:one:(?P<number>[0-9]{{1,7}}):(?P<argument>{_SCOPE})",
):
    """Takes the chosen question off the list of those in vain."""

    def __init__(self, number: int, argument: str, options: list[discord.SelectOption]) -> None:
        menu: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id=f"clear:one:{number}:{argument}", placeholder="Clear a question", options=options
        )
        super().__init__(menu)
        self._number, self._argument = number, argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The menu that was used, from its id."""
        return cls(int(match["number"]), match["argument"], [])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Clear the question and show what is left."""
        bot = interaction.client
        async with handled(interaction):
            person = bot.person(interaction)
            guild = scope_of(bot, person, self._argument)
            for key in _chosen(interaction):
                if (entry := await find_unanswered(bot, guild, key)) is not None:
                    await bot.store.unanswered.forget(entry.question, guild=guild)
            shown = await report_page(bot, person, Report.UNANSWERED, self._argument, max(self._number, 1))
            await _replace(interaction, Report.UNANSWERED, shown)


class ClearAllButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"clear:all:(?P<argument>{_SCOPE})",
):
    """Clears the list of questions in vain, after asking once more."""

    def __init__(self, argument: str) -> None:
        button: discord.ui.Button[discord.ui.View] = discord.ui.Button(
            label="Clear all", style=discord.ButtonStyle.danger, custom_id=f"clear:all:{argument}"
        )
        super().__init__(button)
        self._argument = argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls(match["argument"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask whether the list is to be cleared."""
        bot = interaction.client
        argument = self._argument

        def check(person: Person) -> None:
            scope_of(bot, person, argument)

        async def clear(confirmed: discord.Interaction[Any]) -> None:
            guild = scope_of(bot, bot.person(confirmed), argument)
            count = await bot.store.unanswered.forget_all(guild)
            text = f"Cleared {count} {'question' if count == 1 else 'questions'}."
            await confirmed.response.edit_message(content=text, view=None)

        async with handled(interaction):
            check(bot.person(interaction))
            view = bot.confirmations.ask(check, "Clear all", clear)
            await interaction.response.send_message(
                "Clear the whole list of questions that found nothing?", view=view, ephemeral=True
            )


def report_view(report: Report, shown: Shown) -> discord.ui.View | None:
    """What stands under a page of a report; None where there is nothing to press."""
    view = discord.ui.View(timeout=None)
    listing = shown.listing
    if shown.unanswered:
        options = {
            question_key(entry.question): one_line(entry.question, _LONGEST_LABEL // 2)
            for entry in shown.unanswered
        }
        menu = [discord.SelectOption(label=label or "…", value=key) for key, label in options.items()]
        view.add_item(ClearMenu(listing.number, shown.argument, menu))
    if listing.pages > 1:
        for label, number in (("Previous", listing.number - 1), ("Next", listing.number + 1)):
            off = not 1 <= number <= listing.pages
            view.add_item(ReportButton(report, number, shown.argument, label=label, disabled=off))
    if shown.unanswered:
        view.add_item(ClearAllButton(shown.argument))
    return view if view.children else None


async def _replace(interaction: discord.Interaction[WhosaidBot], report: Report, shown: Shown) -> None:
    embed = listing_embed(shown.listing)
    await interaction.response.edit_message(embed=embed, view=report_view(report, shown))


def _chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """The values that were chosen in the menu, as Discord tells them."""
    data: dict[str, Any] = {**(interaction.data or {})}
    values = data.get("values", [])
    return [str(value) for value in values] if isinstance(values, list) else []
