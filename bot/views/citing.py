"""Opening a citation in its place, by a menu under the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Self

import discord

from bot.answering.current import PlaceGoneError, place_now
from bot.render.context import context_pages
from bot.render.embeds import embed
from bot.render.pages import Page, Source
from bot.render.places import places
from bot.render.verbatim import one_line
from bot.store.answers import KEY, KeptAnswer
from bot.views.opening import Interaction, NotYoursError, handled, opened, show_page

MOST = 25
"""Entries that Discord allows in a menu."""

PLACEHOLDER = "Read a quote in full, in its place"
_LABEL = 90
_CITED = re.compile(r"\[([0-9]{1,5})\]")


class CitationMenu(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=rf"cite:(?P<key>{KEY}):(?P<number>[0-9]{{1,4}})",
):
    """The citations of one page. What is chosen is shown to whoever chose it; the answer stays as it is."""

    def __init__(self, key: str, page: Page | None, number: int, chosen: Sequence[str] = ()) -> None:
        options = _options(page) if page is not None else [discord.SelectOption(label="-", value="-")]
        select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id=f"cite:{key}:{number}", placeholder=PLACEHOLDER, options=options, row=0
        )
        super().__init__(select)
        self._key, self._number, self._chosen = key, number, chosen

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The menu that was used, from its id."""
        data: Any = interaction.data or {}
        chosen = data.get("values")
        values = [str(value) for value in chosen] if isinstance(chosen, list) else []
        return cls(match["key"], None, int(match["number"]), values)

    async def callback(self, interaction: Interaction) -> None:
        """Show the place that was chosen; where it is gone, say so and take it out of the answer."""
        async with handled(interaction):
            kept = await opened(interaction, self._key)
            at = _place_number(kept, self._chosen[0] if self._chosen else "")
            cited = _number(interaction, str(at))
            try:
                pages = await _context(interaction, kept, at, cited)
            except PlaceGoneError as error:
                await show_page(interaction, self._key, kept, self._number)
                if told := interaction.client.failures.explain(error):
                    await interaction.followup.send(told, ephemeral=True)
                return
            back = _jump_url(interaction)
            await interaction.response.send_message(
                embed=embed(pages[0]),
                view=_context_view(self._key, at, cited, pages[0], back),
                ephemeral=True,
            )


class ContextButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"around:(?P<key>{KEY}):(?P<at>[0-9]{{1,5}}):(?P<cited>[0-9]{{1,5}}):(?P<number>[0-9]{{1,4}})",
):
    """Turns the pages of a long place."""

    def __init__(
        self, label: str, key: str, at: int, cited: int, number: int, *, disabled: bool = False
    ) -> None:
        ident = f"around:{key}:{at}:{cited}:{number}"
        super().__init__(discord.ui.Button(label=label, custom_id=ident, disabled=disabled))
        self._key, self._at, self._cited, self._number = key, at, cited, number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """The button that was pressed, from its id."""
        return cls("", match["key"], int(match["at"]), int(match["cited"]), int(match["number"]))

    async def callback(self, interaction: Interaction) -> None:
        """Show another page of the place."""
        async with handled(interaction):
            kept = await opened(interaction, self._key)
            pages = await _context(interaction, kept, _place_number(kept, str(self._at)), self._cited)
            page = pages[min(max(self._number, 1), len(pages)) - 1]
            view = _context_view(self._key, self._at, self._cited, page, None)
            await interaction.response.edit_message(embed=embed(page), view=view)


def has_citations(page: Page) -> bool:
    """Whether there is anything for a menu."""
    return any(isinstance(block, Source) and block.place is not None for block in page.blocks)


def _options(page: Page) -> list[discord.SelectOption]:
    options: dict[str, discord.SelectOption] = {}
    quote = ""
    for block in page.blocks:
        match block:
            case Source(number=number, title=title, place=int(at)):
                value = str(at)
                label = one_line(f"[{number}] {title}", _LABEL)
                description = one_line(quote, _LABEL) or None
                options.setdefault(
                    value, discord.SelectOption(label=label, value=value, description=description)
                )
            case Source():
                pass
            case _:
                shown = getattr(block, "excerpt", None)
                quote = shown.text if shown is not None else quote
    return list(options.values())[:MOST]


def _place_number(kept: KeptAnswer, value: str) -> int:
    if not (value.isascii() and value.isdigit()) or int(value) >= len(places(kept.answer)):
        raise NotYoursError("This answer has no such quote.")
    return int(value)


async def _context(interaction: Interaction, kept: KeptAnswer, at: int, cited: int) -> tuple[Page, ...]:
    place = places(kept.answer)[at]
    return context_pages(place, cited, await place_now(interaction.client.live.at_once(), place))


def _number(interaction: Interaction, value: str) -> int:
    """The number by which the answer cites what was chosen, from the menu that it was chosen in."""
    rows = interaction.message.components if interaction.message is not None else ()
    for row in rows:
        for menu in getattr(row, "children", ()):
            for option in getattr(menu, "options", ()):
                if option.value == value and (number := _CITED.match(option.label)):
                    return int(number[1])
    return 1


def _jump_url(interaction: Interaction) -> str | None:
    """The address of the answer, as the way back; None where the answer itself is seen by one alone."""
    message = interaction.message
    return None if message is None or message.flags.ephemeral else message.jump_url


def _context_view(key: str, at: int, cited: int, page: Page, back: str | None) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if page.total > 1:
        before, after = page.number - 1, page.number + 1
        view.add_item(ContextButton("Previous", key, at, cited, before, disabled=before < 1))
        view.add_item(ContextButton("Next", key, at, cited, after, disabled=after > page.total))
    if back is not None:
        view.add_item(discord.ui.Button(label="Back to the answer", url=back))
    return view
