"""Lists of entries, page by page."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bot.render.markdown import escape, units
from bot.render.verbatim import one_line

PER_PAGE = 7

_SHARE = 500
_LENGTHS = (300, 150, 75, 40)
_LONGEST_NOTE = 200
_COLOUR = discord.Colour.from_rgb(46, 111, 149)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it is about, in bold, and at most three lines about it."""

    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list; `number` of `pages` pages, counted from 1. `note` stands above the entries."""

    title: str
    entries: tuple[Entry, ...]
    number: int = 1
    pages: int = 1
    note: str | None = None


def page_count(entries: int) -> int:
    """How many pages so many entries need; one where there are none."""
    return max(1, -(-entries // PER_PAGE))


def listing_embed(listing: Listing) -> discord.Embed:
    """The page as an embed; what stands in it is shown as it is."""
    parts = [escape(one_line(listing.note, _LONGEST_NOTE))] if listing.note else []
    parts += [_entry(entry) for entry in listing.entries]
    shown = discord.Embed(title=escape(listing.title), description="\n\n".join(parts), colour=_COLOUR)
    if listing.pages > 1:
        shown.set_footer(text=f"Page {listing.number} of {listing.pages}")
    return shown


def _entry(entry: Entry) -> str:
    """The entry within its share of a description; the more marks are to be escaped, the less is shown."""
    text = ""
    for longest in _LENGTHS:
        head = f"**{escape(one_line(entry.head, longest), line_start=False)}**"
        text = "\n".join([head, *(f"-# {escape(one_line(line, longest))}" for line in entry.lines)])
        if units(text) <= _SHARE:
            break
    return text
