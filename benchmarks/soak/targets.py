"""What is fed with hostile bytes: each target raises for a fault of the product, and for nothing else."""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bot.fetching.addresses import AddressError, checked_url
from bot.fetching.decoding import BodyError, Inflater, page_text
from bot.messages.phrasing import Command, question
from bot.messages.reading import read
from bot.render.markdown import escape
from bot.render.verbatim import excerpt, one_line
from bot.settings import BotSettings
from index.articles.around import paragraphs_around, sentences_around
from index.articles.article import Article
from index.articles.decoding import UnreadableError
from index.articles.headline import headline
from index.articles.json_lines import read_json_lines
from index.articles.markdown import read_markdown
from index.articles.markup import read_html
from index.articles.overrides import read_overrides
from index.articles.plain_text import read_plain_text
from index.errors import BadInput
from index.passages import passages
from index.people.aliases import read_aliases
from index.questions.parsing import parse
from index.questions.quotation import quotations_in
from index.quotations.extraction import extract
from index.settings import environment

Target = Callable[[bytes], None]


class Fault(Exception):
    """The product did what it must not."""


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise Fault(what)


def _check(article: Article) -> None:
    """Read the article for statements and passages, and hold what comes against its text."""
    size = len(article.text)
    end = 0
    for block in article.blocks:
        _require(end <= block.start < block.end <= size, "blocks overlap or are empty")
        end = block.end
    for statement in extract(article.text, article.blocks):
        _require(0 <= statement.start < statement.end <= size, "a statement is not in the text")
        for start, stop in statement.quoted:
            _require(
                statement.start <= start < stop <= statement.end, "a quoted stretch is not in its statement"
            )
        around = sentences_around(article, statement.start, statement.end)
        for start, stop in (around, paragraphs_around(article, statement.start, statement.end)):
            _require(
                0 <= start <= statement.start < statement.end <= stop <= size,
                "what is around a statement lacks it",
            )
    headline(article).encode()
    for start, stop in passages(article):
        _require(0 <= start < stop <= size, "a passage is not in the text")
    for value in (article.id, article.title, article.outlet, article.author, article.url, article.text):
        (value or "").encode()


def plain(data: bytes) -> None:
    """A `.txt` file."""
    try:
        _check(read_plain_text(data, identifier="a", origin="a.txt"))
    except UnreadableError:
        return


def markdown(data: bytes) -> None:
    """An `.md` file with front matter."""
    try:
        article, _ = read_markdown(data, identifier="a", origin="a.md")
    except UnreadableError:
        return
    _check(article)


def html(data: bytes) -> None:
    """An `.html` file."""
    try:
        _check(read_html(data, identifier="a", origin="a.html"))
    except UnreadableError:
        return


def json_lines(data: bytes) -> None:
    """A `.jsonl` file."""
    for item in read_json_lines(io.BytesIO(data), origin="a.jsonl"):
        if isinstance(item, Article):
            _check(item)


def quotations(data: bytes) -> None:
    """The text of an article, which no reader has looked at."""
    text = data.decode("utf-8", "ignore").replace("\0", " ")
    if text.strip():
        line = json.dumps({"id": "a", "text": text}).encode()
        json_lines(line)


def overrides(data: bytes) -> None:
    """An `articles.toml`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles.toml").write_bytes(data)
        said = read_overrides(folder)
        if said is not None:
            said.of("ferry", folder / "ferry.txt")
            [fault.encode() for fault in (*said.faults, *said.unused())]


def aliases(data: bytes) -> None:
    """An `aliases.toml`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "aliases.toml").write_bytes(data)
        said, faults = read_aliases([folder])
        said.person("Sergei Lavrov")
        said.are_apart("John Smith", "J. Smith")
        [fault.reason.encode() for fault in faults]


def questions(data: bytes) -> None:
    """A question, as it is typed behind each command, in a message, and in the menu of one."""
    text = data.decode("utf-8", "ignore")
    for typed in (text, *(question(command, text) for command in Command)):
        try:
            parse(typed)
        except BadInput:
            continue
    quotations_in(text)
    for direct in (True, False):
        read(text, prefix="!", me=1, direct=direct, reply=False, names={"who", "help"}, alone=("help",))


def shown(data: bytes) -> None:
    """A text as it is shown on Discord: no longer than allowed, and escaped so that nothing takes effect."""
    text = data.decode("utf-8", "replace")
    for words in (
        one_line(text, 90),
        *(piece.text for piece in excerpt(text, [(0, len(text) // 2)], 700).pieces),
    ):
        escaped = escape(words)
        _require(_ESCAPED.sub(r"\1", escaped) == words, f"altered: {escaped[:80]!r}")
        active = _ACTIVE.search(_ESCAPED.sub("\x00", escaped))
        _require(active is None, f"takes effect: {escaped[:80]!r}")


_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ACTIVE = re.compile(r"[*_~|`<]|\]\(|://|^ *(#{1,3}|-#|[-+]|[0-9]+[.)])(\s|$)|^ *>", re.MULTILINE)


def pages(data: bytes) -> None:
    """A page from the web: its compression, then its character set."""
    head, _, body = data.partition(b"\n")
    for encoding in ("identity", "gzip", "deflate"):
        try:
            inflater = Inflater(encoding, 100_000)
            inflater.feed(body)
            page_text(inflater.body(), head.decode("ascii", "ignore") or None, markup=True)
        except BodyError:
            continue


def addresses(data: bytes) -> None:
    """A web address."""
    try:
        checked_url(data.decode("utf-8", "ignore"))
    except AddressError:
        return


def settings(data: bytes) -> None:
    """An `.env` file."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / ".env"
        file.write_bytes(data)
        try:
            values = environment(file)
            BotSettings.read({key: value for key, value in values.items() if key not in os.environ})
        except BadInput:
            return


TARGETS: Final[Mapping[str, Target]] = {
    "plain": plain,
    "markdown": markdown,
    "html": html,
    "json_lines": json_lines,
    "quotations": quotations,
    "overrides": overrides,
    "aliases": aliases,
    "questions": questions,
    "shown": shown,
    "pages": pages,
    "addresses": addresses,
    "settings": settings,
}
