"""Pages in Discord's markdown, and how much of a message they take."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.markdown import escape, units
from bot.render.pages import Block, Heading, Note, Quote, Source, spaced
from bot.render.verbatim import CUT


def description(blocks: Sequence[Block]) -> str:
    """The blocks in Discord's markdown."""
    lines: list[str] = []
    for blank, block in spaced(blocks):
        lines += ["", block_markdown(block)] if blank else [block_markdown(block)]
    return "\n".join(lines)


def cost(blocks: Sequence[Block]) -> int:
    """The length of `description(blocks)` as Discord counts it."""
    return units(description(blocks))


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


def quote_markdown(quote: Quote) -> str:
    """A block quote with the matched words in bold."""
    shown = quote.excerpt
    parts = [f"{CUT} "] if shown.cut_before else []
    line_start = not parts
    for piece in shown.pieces:
        text = escape(piece.text, line_start=line_start and not piece.marked)
        # A pair of asterisks does not reach over the end of a line.
        parts.append("\n".join(f"**{line}**" for line in text.split("\n")) if piece.marked else text)
        line_start = piece.text.endswith("\n")
    if shown.cut_after:
        parts.append(f" {CUT}")
    return "\n".join(f"> {line}" for line in "".join(parts).split("\n"))


def _source(source: Source) -> str:
    facts = [f"[{source.number}] {escape(source.title, line_start=False)}"]
    facts += [escape(fact, line_start=False) for fact in (source.outlet, source.published) if fact]
    if source.remark:
        facts.append(source.remark)
    if source.url:
        facts.append(f"<{source.url}>")  # the brackets keep previews away
    return "-# " + " · ".join(facts)
