"""Pages for a terminal, and as plain text where the output is piped."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.render.pages import Block, Heading, Note, Page, Paragraph, Quote, Source, Wording, spaced
from bot.render.verbatim import CUT, Excerpt
from index.answers.wording import Change

_CHANGES = {Change.SAME: "{}", Change.LEFT_OUT: "[-{}-]", Change.PUT_IN: "{{+{}+}}"}


def renderable(page: Page) -> RenderableType:
    """The page for a terminal: matched words stand out, citations are dim."""
    parts: list[RenderableType] = [Text(page.title, style="bold cyan")]
    parts.append(Text())
    for blank, block in spaced(page.blocks):
        parts += [Text(), _styled(block)] if blank else [_styled(block)]
    if page.total > 1:
        parts += [Text(), Text(_number(page), style="dim")]
    return Group(*parts)


def plain(page: Page) -> str:
    """The page as text, one line for each quote and each citation, its words unbroken."""
    lines = [page.title, ""]
    for blank, block in spaced(page.blocks):
        if blank:
            lines.append("")
        indent = "  " if isinstance(block, Quote | Wording) else "    " if isinstance(block, Source) else ""
        lines += [indent + line for line in _text(block).split("\n")]
    if page.total > 1:
        lines += ["", _number(page)]
    return "\n".join(lines)


def _styled(block: Block) -> RenderableType:
    match block:
        case Heading(text, detail):
            return Text.assemble((text, "bold"), "" if detail is None else f" · {detail}")
        case Note():
            return Text(block.text, style="italic")
        case Quote(shown):
            return Padding(_words(shown), (0, 0, 0, 2))
        case Paragraph(shown):
            return _words(shown)
        case Wording():
            return Padding(Text(_text(block)), (0, 0, 0, 2))
        case Source():
            return Padding(Text(_text(block), style="dim"), (0, 0, 0, 4))


def _words(shown: Excerpt) -> Text:
    words = Text(f"{CUT} " if shown.cut_before else "")
    for piece in shown.pieces:
        words.append(piece.text, style="bold green" if piece.marked else "")
    return words.append(f" {CUT}" if shown.cut_after else "")


def _text(block: Block) -> str:
    match block:
        case Heading(text, detail):
            return text if detail is None else f"{text} · {detail}"
        case Note(text):
            return text
        case Quote(shown) | Paragraph(shown):
            before = f"{CUT} " if shown.cut_before else ""
            return before + shown.text + (f" {CUT}" if shown.cut_after else "")
        case Wording(changes, cut):
            words = [_CHANGES[piece.change].format(piece.text) for piece in changes]
            return " ".join([*words, CUT] if cut else words)
        case Source():
            facts = (block.title, block.outlet, block.published, block.remark, block.url)
            return f"[{block.number}] " + " · ".join(fact for fact in facts if fact)


def _number(page: Page) -> str:
    return f"Page {page.number} of {page.total}"
