"""Pages: what an answer shows, block by block, before it becomes an embed or terminal text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.render.verbatim import Excerpt
from index.answers.wording import Piece as Changed


@dataclass(frozen=True, slots=True)
class Heading:
    """A speaker, with what is known about them."""

    text: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A line in the bot's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim words of an article."""

    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Source:
    """Where the quote before it stands: a numbered citation. `remark` says how it is reported, `place` is
    its position among the places of its answer.
    """

    number: int
    title: str
    outlet: str | None
    published: str | None
    url: str | None = None
    remark: str | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, verbatim."""

    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Wording:
    """What a message makes of an article's words. `cut`: it goes on."""

    changes: tuple[Changed, ...]
    cut: bool = False


Block = Heading | Note | Quote | Source | Paragraph | Wording


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer; `found` is False when it holds near misses at best."""

    title: str
    blocks: tuple[Block, ...]
    number: int
    total: int
    found: bool


def spaced(blocks: Sequence[Block]) -> Iterator[tuple[bool, Block]]:
    """Each block, and whether an empty line goes before it."""
    before: Block | None = None
    for block in blocks:
        match block:
            case Heading():
                yield before is not None, block
            case Note():
                yield not isinstance(before, Heading | None), block
            case Quote() | Wording():
                yield isinstance(before, Source | Wording), block
            case Paragraph():
                yield before is not None, block
            case Source():
                yield False, block
        before = block


def paginate(
    title: str,
    blocks: Iterable[Block],
    *,
    found: bool,
    cost: Callable[[tuple[Block, ...]], int],
    budget: int,
) -> tuple[Page, ...]:
    """Spread `blocks` over pages whose `cost` stays within `budget` where possible.

    A quote stays with its first source and with what stands above it, so one such group may be more
    than `budget`; the makers of blocks keep it within Discord's limit. A speaker whose words go on
    over the page is named again.
    """
    filled: list[tuple[Block, ...]] = []
    current: tuple[Block, ...] = ()
    speaker: Heading | None = None
    for group in _groups(blocks):
        if current and cost((*current, *group)) > budget:
            filled.append(current)
            current = (
                (Heading(speaker.text, "continued"),)
                if speaker is not None and not isinstance(group[0], Heading)
                else ()
            )
        current = (*current, *group)
        speaker = next((block for block in group if isinstance(block, Heading)), speaker)
    filled.append(current)
    total = len(filled)
    return tuple(Page(title, page, number, total, found) for number, page in enumerate(filled, 1))


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks in groups that stay on one page: heading, notes, a quote and its first source; or a
    paragraph.
    """
    group: list[Block] = []
    complete = False
    for block in blocks:
        if complete:
            yield tuple(group)
            group, complete = [], False
        group.append(block)
        complete = isinstance(block, Source | Paragraph)
    if group:
        yield tuple(group)
