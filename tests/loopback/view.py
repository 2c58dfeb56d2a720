"""What a member sees of a message's markdown, for texts in which nothing may be interpreted."""

from __future__ import annotations

import re

_LINE_PREFIX = re.compile(r"> |-# ")
_LINE_MARKUP = re.compile(r" *(#{1,3}( |$)|-#|[-*+]( |$)|>|\d+[.)]( |$))")
_LINK = re.compile(r"<(https?://[^ <>]+)>")
_EMOJI = re.compile(r":[\w+-]+:")


class InterpretedError(AssertionError):
    """Discord would show something else than the characters."""


def visible(markdown: str) -> str:
    """The characters that a member sees: without escapes, bold marks, quote bars and subtext marks.

    Links in angle brackets show their address. Anything else that Discord would interpret raises
    `InterpretedError`: emphasis, spoilers, code, mentions, emoji, masked or bare links, lists, headings.
    """
    return "\n".join(_line(line) for line in markdown.split("\n"))


def bold(markdown: str) -> list[str]:
    """The stretches in bold, as a member sees them."""
    return [visible(stretch) for stretch in re.findall(r"(?<!\\)\*\*((?:\\.|[^\\*])+)\*\*", markdown)]


def _line(line: str) -> str:
    if prefix := _LINE_PREFIX.match(line):
        line = line[prefix.end() :]
    if _LINE_MARKUP.match(line):
        raise InterpretedError(f"a heading, list or quote: {line!r}")
    seen: list[str] = []
    bold_marks = position = 0
    while position < len(line):
        character = line[position]
        if character == "\\" and re.match(r"[^0-9A-Za-z\s]", line[position + 1 : position + 2]):
            seen.append(line[position + 1])
            position += 2
        elif line.startswith("**", position):
            bold_marks += 1
            position += 2
        elif link := _LINK.match(line, position):
            seen.append(link[1])
            position = link.end()
        elif (
            character in "\\*_~|`<"
            or line.startswith("](", position)
            or re.match(r"\w://", line[position : position + 4])
            or _EMOJI.match(line, position)
        ):
            raise InterpretedError(f"{line[position : position + 20]!r} in {line!r}")
        else:
            seen.append(character)
            position += 1
    if bold_marks % 2:
        raise InterpretedError(f"unclosed bold: {line!r}")
    return "".join(seen)
