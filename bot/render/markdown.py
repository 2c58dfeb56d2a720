"""Text escaped for Discord, so that members see exactly its characters and nobody is pinged."""

from __future__ import annotations

import re

_SPECIAL = re.compile(
    r"[\\*_~|`<]"  # emphasis, spoilers, code; mentions, emoji, timestamps and links in angle brackets
    r"|(?<=\])\("  # the address of a masked link
    r"|:(?=//|[\w+-]{1,64}:)"  # bare links and the short names of emoji
)
_LINE_START = re.compile(r"(?m)^( *)(#{1,3}(?=\s|$)|-#|[-+](?=\s|$)|>)")
_LIST_NUMBER = re.compile(r"(?m)^( *[0-9]+)([.)])(?=\s|$)")


def escape(text: str, *, line_start: bool = True) -> str:
    """`text` with a backslash before everything that Discord would not show as it is.

    `line_start` says whether `text` begins a line. `discord.utils.escape_markdown` leaves `<` and list
    numbers alone, and the emphasis inside masked links; `escape_mentions` would alter the text.
    """
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    # A text that goes on in the middle of a line must not be taken for the line's start.
    guard = "" if line_start else "\x00"
    escaped = _LINE_START.sub(r"\1\\\2", guard + escaped)
    return _LIST_NUMBER.sub(r"\1\\\2", escaped).removeprefix(guard)


def units(text: str) -> int:
    """The length of `text` in UTF-16 code units, the stricter reading of Discord's limits."""
    return len(text.encode("utf-16-le")) // 2
