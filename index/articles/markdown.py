"""An `.md` file as an article: YAML front matter, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from index.articles.article import Article, BlockKind
from index.articles.bylines import parse_byline
from index.articles.decoding import UnreadableError, decode
from index.articles.furniture import is_furniture
from index.articles.layout import arrange
from index.articles.lines import Line, ends_sentence, split_lines
from index.articles.metadata import Metadata, metadata
from index.articles.seen import see
from index.articles.units import Unit

_FENCE = re.compile(r"`{3,}|~{3,}")
_COMMENT_END = "-->"
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=[^\s#])")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_OPENING_MARKS = re.compile(
    r"(?:>[ \t]?)*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+|\[\^[^\[\]]+\]:[ \t]*)?(?:\[[ xX]\][ \t]+)?"
)
_NEW_ITEM_WITHIN = re.compile(r"(?:>[ \t]?)+(?:[-*+•–—][ \t]|\d{1,3}[.)][ \t])")
_NEW_ITEM = re.compile(r"[-*+•][ \t]|\d{1,3}[.)][ \t]|>|\[\^[^\[\]]+\]:")
_NO_TEXT = re.compile(
    r"""
      !?\[[^\]]*\]\([^)]*\) | !\[[^\]]*\]\[[^\]]*\] | \[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)  # a link, an image
    | \[(?!\^)[^\]]+\]:\s*(?=[<#/]|\S*[^\s.][./#]\S)\S++(?:\s+["'(].*)?                         # a link's address
    | (?:>\s?)*\[!\w+\] | <!--.*--> | </?[A-Za-z][^<>]*> | \|[\s:|-]+\|? | [-*_=~\s]{3,}
    """,
    re.VERBOSE,
)
_LONGEST_MARK = 2000
_LONGEST_FRONT_MATTER = 50_000
# PyYAML lets through what its constructors stumble over: `!!bool maybe`, `!!int ""`, `!!timestamp soon`.
_NOT_YAML = (
    yaml.YAMLError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    ArithmeticError,
    RecursionError,
)


class _FrontMatter(yaml.SafeLoader):
    """Reads plain values only. References to other values, by which a few lines say billions of words
    (merged tables too), are no front matter that anybody writes.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node. Raises ComposerError for a reference."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(problem="references are not read")
        return super().compose_node(parent, index)


def read_markdown(data: bytes, *, identifier: str, origin: str) -> tuple[Article, str | None]:
    """The article of a Markdown file, and what is wrong with its front matter, if anything.

    The stored text is the whole file, front matter included. Raises UnreadableError.
    """
    text = decode(data)
    body, known, fault = _front_matter(text)
    if not text[body:].strip():
        raise UnreadableError("it holds no text below its front matter")
    layout = arrange(_units(text, body), title=known.title)
    return known.over(layout.article(identifier, text, origin)), fault


def _front_matter(text: str) -> tuple[int, Metadata, str | None]:
    """Where the body begins, what the front matter says, and what is wrong with it."""
    if not text.startswith("---\n"):
        return 0, Metadata(), None
    close = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(text, 4)
    if close is None:
        return 0, Metadata(), None
    if close.start() > _LONGEST_FRONT_MATTER:
        return close.end(), Metadata(), "its front matter is too long and is ignored"
    try:
        fields = yaml.load(text[4 : close.start()], _FrontMatter)  # noqa: S506  (a safe loader)
    except _NOT_YAML:
        return close.end(), Metadata(), "its front matter is not valid YAML and is ignored"
    if fields is None:
        return close.end(), Metadata(), None
    if not isinstance(fields, Mapping):
        return close.end(), Metadata(), "its front matter holds no fields and is ignored"
    return close.end(), metadata(fields), None


def _units(text: str, body: int) -> list[Unit]:
    """The units below the front matter; headings and what is no text have their kind."""
    units: list[Unit] = []
    group: list[Line] = []
    fence: str | None = None

    def close(before_blank: bool) -> None:
        if group:
            start, end = group[0].start + body, group[-1].end + body
            start += _opening(group[0].text)
            units.append(Unit(start, end, see(text[start:end]), group[0].after_blank, before_blank))
            group.clear()

    def add(line: Line, kind: BlockKind, start: int = 0, end: int | None = None) -> None:
        first, last = line.start + body + start, line.end + body if end is None else line.start + body + end
        shown = see(text[first:last])
        units.append(Unit(first, last, shown, line.after_blank, before_blank=True, kind=kind))

    for line in split_lines(text[body:]):
        opens = _fence(line.text)
        if fence is not None or opens is not None:
            close(before_blank=True)
            add(line, BlockKind.FURNITURE)
            if fence is None:
                fence = opens
            elif line.text.startswith(fence) or (fence == _COMMENT_END and fence in line.text):
                fence = None
            continue
        heading = _HEADING.match(line.text)
        if heading:
            close(before_blank=True)
            kind = (
                BlockKind.TITLE if len(heading.group(1)) == 1 and not _has_text(units) else BlockKind.HEADING
            )
            add(line, kind, heading.end(), len(line.text.rstrip("# \t")))
        elif len(group) == 1 and not line.after_blank and _underlines(line.text, group[0].text):
            kind = BlockKind.TITLE if line.text[0] == "=" and not _has_text(units) else BlockKind.HEADING
            add(group.pop(), kind)
            add(line, BlockKind.FURNITURE)
        elif _is_mark(line.text):
            close(before_blank=line.after_blank)
            add(line, BlockKind.FURNITURE)
        else:
            if line.after_blank or is_furniture(line.text) or _is_new_item(group, line):
                close(before_blank=line.after_blank)
            group.append(line)
            if is_furniture(line.text):
                close(before_blank=True)
    close(before_blank=True)
    return units


def _fence(line: str) -> str | None:
    """What ends the code, or the comment of several lines, that a line opens; None where it opens none."""
    if line.startswith("<!--"):
        return None if _COMMENT_END in line else _COMMENT_END
    return line[:3] if _FENCE.match(line) else None


def _underlines(line: str, above: str) -> bool:
    """Whether a line makes the one above it a heading: a rule below a sentence or a byline parts it from more."""
    if not _UNDERLINE.fullmatch(line):
        return False
    sentence = ends_sentence(above) and not above.endswith(("?", "!"))
    return line[0] == "=" or not (sentence or parse_byline(above))


def _is_new_item(group: Sequence[Line], line: Line) -> bool:
    """Whether a line does not go on with the one above it: it begins an item, a block quote, or credits one."""
    if group and group[-1].text[0] == line.text[0] == ">":
        return bool(_NEW_ITEM_WITHIN.match(line.text))
    return bool(_NEW_ITEM.match(line.text))


def _opening(line: str) -> int:
    match = _OPENING_MARKS.match(line)
    return match.end() if match and match.end() < len(line) else 0


def _is_mark(line: str) -> bool:
    """Whether a line is an image, a link alone, a reference, a comment or a rule: no text."""
    return len(line) <= _LONGEST_MARK and bool(_NO_TEXT.fullmatch(line))


def _has_text(units: list[Unit]) -> bool:
    """Whether there is a title already, or text that a heading of the first level stands below."""
    return any(unit.kind in (None, BlockKind.TITLE) for unit in units)
