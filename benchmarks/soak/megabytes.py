"""Hostile texts of a megabyte: `python -m benchmarks.soak.megabytes [--minutes 15] [--seed 1] [FRAGMENT...]`.

Fragments of `benchmarks.soak.fragments`, alone, as lines, as paragraphs and in random rows of up to four,
are repeated until they make a megabyte: as they are, and with another word or name in each, so that nothing
is known from before. The texts go through every stage on an article's way into the index. A stage that takes
more than two seconds of processor time is a finding; the exit code is 1 where there is one. What trafilatura
takes for a page is its own, and in the table only.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from benchmarks.entry import run_benchmark
from benchmarks.soak.fragments import FRAGMENTS
from benchmarks.soak.fuzz import HANG_S, Hang, hang
from benchmarks.tables import print_head, print_row
from index.articles.around import sentences_around
from index.articles.article import Article
from index.articles.decoding import UnreadableError
from index.articles.json_lines import read_json_lines
from index.articles.markdown import read_markdown
from index.articles.markup import read_html
from index.articles.plain_text import read_plain_text
from index.passages import passages
from index.quotations.extraction import extract
from index.quotations.statement import Statement

_SIZE = 1_000_000
_PAGES = "reading HTML"
_LIMIT_S = 2.0
_ROWS = 1_000
_FORMS = ("{}", "{}\n", "{}\n\n")
_BEFORE = ("", "said ", "“", ". ", "John ", "# ", "(", "by ")
_WORD, _NAME = "\ue000", "\ue001"
"""In what is repeated, these stand for another word and another name each time."""

Result = TypeVar("Result")


def _json_line(data: bytes) -> Article | None:
    line = json.dumps({"id": "a", "text": data.decode()}, ensure_ascii=False).encode()
    (item,) = read_json_lines(io.BytesIO(line), origin="a.jsonl")
    return item if isinstance(item, Article) else None


READERS: dict[str, Callable[[bytes], Article | None]] = {
    "plain text": lambda data: read_plain_text(data, identifier="a", origin="a.txt"),
    "Markdown": lambda data: read_markdown(data, identifier="a", origin="a.md")[0],
    "HTML": lambda data: read_html(data, identifier="a", origin="a.html"),
    "JSON Lines": _json_line,
}


@dataclass(slots=True)
class Stage:
    """What became of a stage: how often it ran, its longest time in seconds and the fragment that took it."""

    name: str
    runs: int = 0
    slowest: float = 0.0
    by: str = ""
    above: list[str] = field(default_factory=list)

    def note(self, seconds: float, fragment: str) -> None:
        """Count a run."""
        self.runs += 1
        if seconds > self.slowest:
            self.slowest, self.by = seconds, fragment
        if seconds > _LIMIT_S and self.name != _PAGES:
            self.above.append(f"{seconds:.2f} s {fragment!r}")
            print(f"{self.name}: {self.above[-1]}", file=sys.stderr, flush=True)

    def cells(self) -> tuple[str, ...]:
        """The cells of its line of the table."""
        shown = ascii(self.by.replace(_WORD, "WORD").replace(_NAME, "NAME")).replace("|", "\\|")
        return (self.name, str(self.runs), f"{self.slowest:.2f} s", f"`{shown}`", str(len(self.above)))


class Measuring:
    """Sends texts through the stages, and keeps their times."""

    def __init__(self) -> None:
        self.stages: dict[str, Stage] = {}

    def text(self, fragment: str) -> None:
        """One fragment, repeated to a megabyte, by every reader; texts that read alike go on only once."""
        text = repeated(fragment)
        data = text.encode()[:_SIZE].decode(errors="ignore").encode()
        read: list[tuple[object, ...]] = []
        for name, reader in READERS.items():
            article = self._timed(f"reading {name}", fragment, partial(_read, reader, data))
            if article is not None and (form := (article.text, article.blocks)) not in read:
                read.append(form)
                self._article(article, fragment)

    def _article(self, article: Article, fragment: str) -> None:
        self._timed("passages", fragment, lambda: passages(article))
        found: list[Statement] | None = self._timed(
            "quotations", fragment, lambda: extract(article.text, article.blocks)
        )
        self._timed(
            "sentences around quotations",
            fragment,
            lambda: [sentences_around(article, one.start, one.end) for one in found or ()],
        )

    def _timed(self, name: str, fragment: str, work: Callable[[], Result]) -> Result | None:
        stage = self.stages.setdefault(name, Stage(name))
        start = time.process_time()
        result = None
        try:
            signal.setitimer(signal.ITIMER_PROF, HANG_S)
            result = work()
        except Hang:
            pass  # the time tells
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        stage.note(time.process_time() - start, fragment)
        return result


def _read(reader: Callable[[bytes], Article | None], data: bytes) -> Article | None:
    try:
        return reader(data)
    except UnreadableError:
        return None


def repeated(fragment: str) -> str:
    """The fragment, as often as makes a megabyte, with words and names in their places."""
    times = _SIZE // len(fragment.encode()) + 1
    if _WORD not in fragment and _NAME not in fragment:
        return fragment * times
    rng = random.Random(fragment)  # noqa: S311  (no secret)

    def word() -> str:
        return "".join(rng.choices("abdeiklmnorstu", k=rng.randint(2, 7)))

    return "".join(
        fragment.replace(_WORD, word()).replace(_NAME, f"{word().title()} {word().title()}")
        for _ in range(times)
    )


def rows(rng: random.Random) -> Iterator[str]:
    """What is repeated, in a random order: every fragment in three forms, and some in rows."""
    made = [form.format(fragment) for fragment in FRAGMENTS for form in _FORMS]
    pieces = (*FRAGMENTS, *(_WORD, _NAME) * 30)
    made += ["".join(rng.choices(pieces, k=rng.randint(2, 4))) for _ in range(_ROWS)]
    made += [form.format(before + word) for before in _BEFORE for word in (_WORD, _NAME) for form in _FORMS]
    rng.shuffle(made)
    return iter(made)


def main() -> int:
    """Measure until the time is over, and print the table."""
    parser = argparse.ArgumentParser(description="send hostile texts of a megabyte through every stage")
    parser.add_argument(
        "fragments", nargs="*", metavar="FRAGMENT", help="what to repeat; otherwise random ones"
    )
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGPROF, hang)
    measuring = Measuring()
    measuring.text("The ferry sails again. ")  # what is loaded at the first use is not measured
    measuring.stages.clear()
    until = time.monotonic() + arguments.minutes * 60
    texts = 0
    for fragment in arguments.fragments or rows(random.Random(arguments.seed)):  # noqa: S311  (no secret)
        measuring.text(fragment)
        texts += 1
        if time.monotonic() > until:
            break
    print(f"{texts} fragments repeated to {_SIZE:,} bytes, seed {arguments.seed}.\n")
    print_head("stage", "texts", "slowest", "by", f"above {_LIMIT_S:g} s")
    for stage in measuring.stages.values():
        print_row(*stage.cells())
    return 1 if any(stage.above for stage in measuring.stages.values()) else 0


if __name__ == "__main__":
    run_benchmark(main)
