"""An `.md` file as an article: YAML front matter, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from index.articles.article import Article, Block, BlockKind
from index.articles.bylines import parse_byline
from index.articles.captions import is_caption, is_credit
from index.articles.decoding import Unreadable, decode
from index.articles.furniture import is_furniture
from index.articles.lines import Line, collapse, split_lines
from index.articles.metadata import Metadata, metadata

_FENCE = re.compile(r"`{3,}|~{3,}")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_OPENING_MARKS = re.compile(r"(?:>[ \t]?)*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?")
_NEW_ITEM = re.compile(r"[-*+•][ \t]|\d{1,3}[.)][ \t]|>")
_NO_TEXT = re.compile(
    r"!?\[[^\]]*\]\([^)]*\)|!\[[^\]]*\]\[[^\]]*\]|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)|\[[^\]]+\]:\s*\S+.*|<!--.*-->|"
    r"</?[A-Za-z][^<>]*>|\|[\s:|-]+\|?|[-*_=~\s]{3,}"
)
_LONGEST_MARK = 2000


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    kind: BlockKind
    level: int = 0


def read_markdown(data: bytes, *, identifier: str, origin: str) -> tuple[Article, str | None]:
    """The article of a Markdown file, and what is wrong with its front matter, if anything.

    The stored text is the whole file, front matter included. Raises Unreadable.
    """
    text = decode(data)
    body, known, fault = _front_matter(text)
    if not text[body:].strip():
        raise Unreadable("it holds no text below its front matter")
    parts = _parts(text, body)
    title = known.title or next(
        (collapse(text[part.start : part.end]) for part in parts if part.kind is BlockKind.TITLE), None
    )
    article = Article(
        id=identifier,
        text=text,
        blocks=tuple(Block(part.start, part.end, part.kind) for part in parts),
        title=title,
        origin=origin,
    )
    return known.over(article), fault


def _front_matter(text: str) -> tuple[int, Metadata, str | None]:
    """Where the body begins, what the front matter says, and what is wrong with it."""
    if not text.startswith("---\n"):
        return 0, Metadata(), None
    close = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(text, 4)
    if close is None:
        return 0, Metadata(), None
    try:
        fields = yaml.safe_load(text[4 : close.start()])
    except (yaml.YAMLError, ValueError, RecursionError):
        return close.end(), Metadata(), "its front matter is not valid YAML and is ignored"
    if fields is None:
        return close.end(), Metadata(), None
    if not isinstance(fields, Mapping):
        return close.end(), Metadata(), "its front matter holds no fields and is ignored"
    return close.end(), metadata(fields), None


def _parts(text: str, body: int) -> list[_Part]:
    """The blocks below the front matter."""
    parts: list[_Part] = []
    group: list[Line] = []
    fence: str | None = None

    def close() -> None:
        if group:
            start, end = group[0].start, group[-1].end
            start += _opening(group[0].text)
            parts.append(_Part(start, end, _kind(text[start:end])))
            group.clear()

    for line in split_lines(text[body:]):
        shifted = Line(line.start + body, line.end + body, line.text, line.indent, line.after_blank)
        if fence is not None or _FENCE.match(line.text):
            close()
            parts.append(_Part(shifted.start, shifted.end, BlockKind.FURNITURE))
            if fence is None:
                fence = line.text[:3]
            elif line.text.startswith(fence):
                fence = None
            continue
        heading = _HEADING.match(line.text) if len(line.text) <= _LONGEST_MARK else None
        if heading and heading.group(2):
            close()
            start = shifted.start + heading.start(2)
            parts.append(
                _Part(start, start + len(heading.group(2)), BlockKind.HEADING, len(heading.group(1)))
            )
        elif len(group) == 1 and not line.after_blank and _UNDERLINE.fullmatch(line.text):
            parts.append(
                _Part(group[0].start, group[0].end, BlockKind.HEADING, 1 if line.text[0] == "=" else 2)
            )
            group.clear()
            parts.append(_Part(shifted.start, shifted.end, BlockKind.FURNITURE))
        elif _is_furniture(line.text):
            close()
            parts.append(_Part(shifted.start, shifted.end, BlockKind.FURNITURE))
        else:
            if line.after_blank or _NEW_ITEM.match(line.text):
                close()
            group.append(shifted)
    close()
    return _with_title(parts)


def _opening(line: str) -> int:
    match = _OPENING_MARKS.match(line)
    return match.end() if match and match.end() < len(line) else 0


def _is_furniture(line: str) -> bool:
    return is_furniture(line) or (len(line) <= _LONGEST_MARK and bool(_NO_TEXT.fullmatch(line)))


def _kind(text: str) -> BlockKind:
    if is_credit(text) or is_caption(text):
        return BlockKind.FURNITURE
    return BlockKind.BYLINE if parse_byline(text) is not None else BlockKind.PARAGRAPH


def _with_title(parts: list[_Part]) -> list[_Part]:
    """The first heading of the first level is the title, where no text stands above it."""
    for index, part in enumerate(parts):
        if part.kind is BlockKind.PARAGRAPH:
            break
        if part.kind is BlockKind.HEADING and part.level == 1:
            parts[index] = _Part(part.start, part.end, BlockKind.TITLE, part.level)
            break
    return parts
