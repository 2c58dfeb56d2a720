"""Pages in Discord's markdown, and how much of a message they take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.render.markdown import escape, units
from bot.render.pages import Block, Heading, Note, Paragraph, Quote, Source, Wording, spaced
from bot.render.verbatim import CUT, Excerpt, one_line
from index.answers.wording import Change

_CHANGES = {Change.SAME: "{}", Change.LEFT_OUT: "~~{}~~", Change.PUT_IN: "__{}__"}


def description(blocks: Sequence[Block]) -> str:
    """The blocks in Discord's markdown."""
    lines: list[str] = []
    for blank, block in spaced(blocks):
        lines += ["", block_markdown(block)] if blank else [block_markdown(block)]
    return "\n".join(lines)


def cost(blocks: Sequence[Block]) -> int:
    """The length of `description(blocks)` as Discord counts it."""
    return units(description(blocks))


@lru_cache(maxsize=256)  # a page is measured anew with each block that it takes
def block_markdown(block: Block) -> str:
    """One block in Discord's markdown."""
    match block:
        case Heading(text, detail):
            name = f"**{escape(text, line_start=False)}**"
            return name if detail is None else f"{name} · {escape(detail, line_start=False)}"
        case Note(text):
            return escape(text)
        case Quote():
            return quote_markdown(block)
        case Source():
            return _source(block)
        case Paragraph(shown):
            return _words(shown)
        case Wording():
            return wording_markdown(block)


def quote_markdown(quote: Quote) -> str:
    """A block quote with the matched words in bold."""
    return "\n".join(f"> {line}" for line in _words(quote.excerpt).split("\n"))


def wording_markdown(wording: Wording) -> str:
    """What was left out is struck through, what was put in is underlined."""
    words = [
        _CHANGES[piece.change].format(escape(one_line(piece.text, len(piece.text)), line_start=not at))
        for at, piece in enumerate(wording.changes)
    ]
    return " ".join([*words, CUT] if wording.cut else words)


def _words(shown: Excerpt) -> str:
    parts = [f"{CUT} "] if shown.cut_before else []
    line_start = not parts
    for piece in shown.pieces:
        text = escape(piece.text, line_start=line_start and not piece.marked)
        # A pair of asterisks does not reach over the end of a line.
        parts.append("\n".join(_bold(line) for line in text.split("\n")) if piece.marked else text)
        line_start = piece.text.endswith("\n")
    if shown.cut_after:
        parts.append(f" {CUT}")
    return "".join(parts)


def _bold(line: str) -> str:
    """The line in bold; a space next to the asterisks would leave them as they are."""
    words = line.strip(" ")
    if not words:
        return line
    before = len(line) - len(line.lstrip(" "))
    return f"{line[:before]}**{words}**{line[before + len(words) :]}"


def _source(source: Source) -> str:
    facts = [f"[{source.number}] {escape(source.title, line_start=False)}"]
    facts += [escape(fact, line_start=False) for fact in (source.outlet, source.published) if fact]
    if source.remark:
        facts.append(source.remark)
    if source.url:
        facts.append(f"<{source.url}>")  # the brackets keep previews away
    return "-# " + " · ".join(facts)
